/*
 * What they buy.
 *
 * Depends: 0001_customers.sql
 */
CREATE TABLE orders (
    id bigint PRIMARY KEY,
    customer bigint NOT NULL REFERENCES customers
);
