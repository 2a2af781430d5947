CREATE TABLE sessions (id CHAR(36) PRIMARY KEY, client_id VARCHAR(36) NOT NULL REFERENCES clients (id), seen JSON);
