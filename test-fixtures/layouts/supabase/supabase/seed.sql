INSERT INTO public.todos (task) VALUES ('First');
