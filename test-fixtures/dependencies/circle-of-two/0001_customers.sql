CREATE TABLE customers (
    id bigint PRIMARY KEY,
    last_order bigint REFERENCES orders
);
