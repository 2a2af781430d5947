BEGIN;
CREATE TABLE sessions (user_id bigint NOT NULL REFERENCES users (id));
COMMIT;
