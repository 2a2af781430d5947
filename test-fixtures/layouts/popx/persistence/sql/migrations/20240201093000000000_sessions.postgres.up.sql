CREATE TABLE sessions (id uuid PRIMARY KEY, client_id VARCHAR(36) NOT NULL REFERENCES clients (id), seen jsonb);
