-- DEPENDS: 0002_shelves.sql
CREATE TABLE parts (
    id bigint PRIMARY KEY
);
