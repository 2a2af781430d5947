-- Not in a transaction: Flyway sees that by itself.
CREATE INDEX CONCURRENTLY orders_customer_id_idx ON orders (customer_id);
