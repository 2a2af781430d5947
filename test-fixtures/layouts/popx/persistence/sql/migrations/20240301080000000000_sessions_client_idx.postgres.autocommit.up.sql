CREATE INDEX CONCURRENTLY IF NOT EXISTS sessions_client_id_idx ON sessions (client_id);
