CREATE TABLE IF NOT EXISTS customers (id bigint, email text);
UPDATE customers SET name = trim(name);
ALTER TABLE customers ADD COLUMN a | b;
SELECT * FROM invoices;
