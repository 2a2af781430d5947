CREATE TABLE public.invoices (id bigint NOT NULL, paid boolean NOT NULL);
