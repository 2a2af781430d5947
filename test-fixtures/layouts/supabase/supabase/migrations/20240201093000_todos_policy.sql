ALTER TABLE public.todos ENABLE ROW LEVEL SECURITY;
CREATE POLICY "All may read" ON public.todos FOR SELECT USING (true);
