CREATE TABLE public.customer (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
