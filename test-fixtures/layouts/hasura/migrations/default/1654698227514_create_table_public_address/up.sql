CREATE TABLE public.address (id uuid PRIMARY KEY, customer_id uuid NOT NULL REFERENCES public.customer (id));
