DROP INDEX IF EXISTS sessions_client_id_idx;
