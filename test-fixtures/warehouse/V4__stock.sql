CREATE TABLE stock (
    product_id bigint PRIMARY KEY REFERENCES products,
    quantity integer NOT NULL
);
