ALTER TABLE customers
    ADD CONSTRAINT customers_last_order_fkey FOREIGN KEY (last_order) REFERENCES orders NOT VALID;
