--
-- PostgreSQL database dump
--

\restrict x

-- Dumped from database version 15.4
-- Dumped by pg_dump version 15.4

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: touch(); Type: FUNCTION; Schema: public; Owner: me
--

CREATE FUNCTION public.touch() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RETURN NEW; END $$;


ALTER FUNCTION public.touch() OWNER TO me;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: orders; Type: TABLE; Schema: public; Owner: me
--

CREATE TABLE public.orders (
    id bigint NOT NULL,
    total numeric(10,2) DEFAULT 0,
    state text DEFAULT 'new'::text NOT NULL,
    CONSTRAINT orders_state_check CHECK ((state = ANY (ARRAY['new'::text, 'old'::text]))),
    CONSTRAINT orders_total_check CHECK ((total >= (0)::numeric))
);


ALTER TABLE public.orders OWNER TO me;

--
-- Name: big; Type: VIEW; Schema: public; Owner: me
--

CREATE VIEW public.big AS
 SELECT orders.id,
    orders.total,
    orders.state
   FROM public.orders
  WHERE (orders.total > (100)::numeric);


ALTER TABLE public.big OWNER TO me;

--
-- Name: orders_id_seq; Type: SEQUENCE; Schema: public; Owner: me
--

CREATE SEQUENCE public.orders_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public.orders_id_seq OWNER TO me;

--
-- Name: orders_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: me
--

ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;


--
-- Name: orders id; Type: DEFAULT; Schema: public; Owner: me
--

ALTER TABLE ONLY public.orders ALTER COLUMN id SET DEFAULT nextval('public.orders_id_seq'::regclass);


--
-- Name: orders orders_pkey; Type: CONSTRAINT; Schema: public; Owner: me
--

ALTER TABLE ONLY public.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);


--
-- Name: orders_state; Type: INDEX; Schema: public; Owner: me
--

CREATE INDEX orders_state ON public.orders USING btree (lower(state)) WHERE (total > (1)::numeric);


--
-- Name: orders touched; Type: TRIGGER; Schema: public; Owner: me
--

CREATE TRIGGER touched BEFORE UPDATE ON public.orders FOR EACH ROW WHEN ((new.total > (0)::numeric)) EXECUTE FUNCTION public.touch();


--
-- PostgreSQL database dump complete
--

\unrestrict x
