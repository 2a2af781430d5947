alter table public.todos add column if not exists done_at timestamptz; -- when it was ticked off

-- The table is large by now.
create index concurrently todos_done_at_idx on public.todos (done_at);
comment on index public.todos_done_at_idx is 'For the list of what is done.';
