CREATE TABLE order_lines (order_id bigint NOT NULL REFERENCES orders (id), line integer NOT NULL);
CREATE INDEX order_lines_order_id_idx ON order_lines (order_id);
