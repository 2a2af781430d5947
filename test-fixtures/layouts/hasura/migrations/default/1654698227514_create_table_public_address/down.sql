DROP TABLE public.address;
