-- DEPENDS: 0001_customers, 2
CREATE TABLE lines (
    order_id bigint REFERENCES orders
);
