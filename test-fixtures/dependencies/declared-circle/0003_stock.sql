-- DEPENDS: 0001_parts.sql
CREATE TABLE stock (
    id bigint PRIMARY KEY
);
