-- Makes what db/migration leaves in a database, as predicted by Greenlight, where it is not there;
-- without rows, owners and privileges.

SELECT pg_catalog.set_config('greenlight.search_path', pg_catalog.current_setting('search_path'), false);

SELECT pg_catalog.set_config('greenlight.check_function_bodies', pg_catalog.current_setting('check_function_bodies'), false);

SET search_path = "$user", public;

SET check_function_bodies = false;

CREATE TABLE IF NOT EXISTS public.audit (
    id bigint
);

CREATE TABLE IF NOT EXISTS public.customers (
    id bigint NOT NULL,
    name text
);

DO $guard$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = pg_catalog.to_regclass('public.customers') AND conname = 'customers_pkey') THEN
        EXECUTE $sql$ALTER TABLE public.customers ADD CONSTRAINT customers_pkey PRIMARY KEY (id)$sql$;
    END IF;
END
$guard$;

CREATE TABLE IF NOT EXISTS public.invoices (
    id bigint
);

CREATE TABLE IF NOT EXISTS public.orders (
    id bigint NOT NULL,
    customer_id bigint,
    paid boolean DEFAULT false NOT NULL
);

DO $guard$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = pg_catalog.to_regclass('public.orders') AND conname = 'orders_pkey') THEN
        EXECUTE $sql$ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id)$sql$;
    END IF;
END
$guard$;

CREATE INDEX IF NOT EXISTS audit_id_idx ON public.audit USING btree (id);

CREATE INDEX IF NOT EXISTS orders_customer_id_idx ON public.orders USING btree (customer_id);

DO $guard$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = pg_catalog.to_regclass('public.orders') AND conname = 'orders_customer_id_fkey') THEN
        EXECUTE $sql$ALTER TABLE public.orders ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers(id)$sql$;
    END IF;
END
$guard$;

SELECT pg_catalog.set_config('search_path', pg_catalog.current_setting('greenlight.search_path'), false);

SELECT pg_catalog.set_config('check_function_bodies', pg_catalog.current_setting('greenlight.check_function_bodies'), false);

-- Not in this script:
-- db/migration/V4__customers.sql:3: a statement that was not understood
