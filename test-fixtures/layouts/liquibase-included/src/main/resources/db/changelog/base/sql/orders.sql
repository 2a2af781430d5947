CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
CREATE INDEX CONCURRENTLY orders_total_idx ON orders (total);
