ALTER TABLE customers ADD COLUMN last_order_id bigint;
ALTER TABLE customers ADD CONSTRAINT customers_last_order FOREIGN KEY (last_order_id) REFERENCES orders NOT VALID;
ALTER TABLE customers VALIDATE CONSTRAINT customers_last_order;
