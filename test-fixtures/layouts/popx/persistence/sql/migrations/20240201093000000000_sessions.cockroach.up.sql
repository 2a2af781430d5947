CREATE TABLE sessions (id UUID PRIMARY KEY, client_id STRING NOT NULL REFERENCES clients (id), seen JSONB);
