CREATE TABLE order_lines (
    order_id bigint REFERENCES orders,
    line integer,
    PRIMARY KEY (order_id, line)
);
