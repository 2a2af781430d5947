-- Every order of a customer.
CREATE INDEX orders_customer_id_idx
    ON orders (customer_id);
ALTER TABLE orders DROP COLUMN note, ADD COLUMN paid boolean NOT NULL DEFAULT false;
