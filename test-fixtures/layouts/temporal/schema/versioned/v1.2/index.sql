CREATE INDEX CONCURRENTLY tasks_queue_idx ON tasks (queue);
