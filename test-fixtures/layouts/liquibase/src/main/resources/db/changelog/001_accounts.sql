--liquibase formatted sql

--changeset ada:accounts
CREATE TABLE accounts (
    id bigint PRIMARY KEY,
    email text NOT NULL
);
--rollback DROP TABLE accounts;

--changeset ada:accounts-email runInTransaction:false
CREATE UNIQUE INDEX CONCURRENTLY accounts_email_key ON accounts (email);
--rollback DROP INDEX CONCURRENTLY accounts_email_key;
