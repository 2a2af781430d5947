-- DEPENDS: 0001_custmers.sql, pricing.sql
SET lock_timeout = '2s';
CREATE TABLE orders (
    id bigint PRIMARY KEY,
    customer bigint NOT NULL REFERENCES customers
);
