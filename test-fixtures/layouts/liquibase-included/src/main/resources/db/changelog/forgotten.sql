--liquibase formatted sql
--changeset ada:forgotten
DROP TABLE orders;
