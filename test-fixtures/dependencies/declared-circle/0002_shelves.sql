-- DEPENDS: 0003_stock.sql
CREATE TABLE shelves (
    id bigint PRIMARY KEY
);
