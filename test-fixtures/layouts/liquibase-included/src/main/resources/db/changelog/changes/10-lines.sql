--liquibase formatted sql
--changeset ada:lines
CREATE TABLE lines (order_id bigint REFERENCES orders);
