-- DEPENDS: 0001_customers.sql
CREATE TABLE parts (
    id bigint PRIMARY KEY
);
