--liquibase formatted sql
--changeset ada:status
ALTER TABLE orders ADD COLUMN status text;
--rollback ALTER TABLE orders DROP COLUMN status;
