-- Down migration comes first here.
DROP TABLE orders;

---- Up Migration
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customers (id));
