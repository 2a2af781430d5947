-- +goose no transaction
-- +goose up
CREATE UNIQUE INDEX CONCURRENTLY accounts_email_key ON accounts (email);
-- +goose down
DROP INDEX CONCURRENTLY accounts_email_key;
