-- Up Migration
CREATE TABLE customers (id bigint PRIMARY KEY, name text NOT NULL);

-- Down Migration
DROP TABLE customers;
