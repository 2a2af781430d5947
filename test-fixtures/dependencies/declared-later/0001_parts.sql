-- DEPENDS: 0003_stock.sql
CREATE TABLE parts (
    id bigint PRIMARY KEY
);
