CREATE TABLE suppliers (id bigint PRIMARY KEY, product_id bigint REFERENCES products);
