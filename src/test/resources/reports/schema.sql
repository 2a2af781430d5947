-- What db/migration leaves in a database, as predicted by Greenlight; without rows, owners and privileges.

SELECT pg_catalog.set_config('greenlight.search_path', pg_catalog.current_setting('search_path'), false);

SELECT pg_catalog.set_config('greenlight.check_function_bodies', pg_catalog.current_setting('check_function_bodies'), false);

SET search_path = "$user", public;

SET check_function_bodies = false;

CREATE TABLE public.audit (
    id bigint
);

CREATE TABLE public.customers (
    id bigint NOT NULL,
    name text
);

ALTER TABLE public.customers ADD CONSTRAINT customers_pkey PRIMARY KEY (id);

CREATE TABLE public.invoices (
    id bigint
);

CREATE TABLE public.orders (
    id bigint NOT NULL,
    customer_id bigint,
    paid boolean DEFAULT false NOT NULL
);

ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

CREATE INDEX audit_id_idx ON public.audit USING btree (id);

CREATE INDEX orders_customer_id_idx ON public.orders USING btree (customer_id);

ALTER TABLE public.orders ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id);

SELECT pg_catalog.set_config('search_path', pg_catalog.current_setting('greenlight.search_path'), false);

SELECT pg_catalog.set_config('check_function_bodies', pg_catalog.current_setting('greenlight.check_function_bodies'), false);

-- Not in this script:
-- db/migration/V4__customers.sql:3: a statement that was not understood
