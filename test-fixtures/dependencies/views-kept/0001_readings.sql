CREATE TABLE readings (
    day date PRIMARY KEY,
    value numeric NOT NULL
);
CREATE FUNCTION carried() RETURNS numeric LANGUAGE sql AS 'SELECT 0::numeric';
CREATE MATERIALIZED VIEW sums AS SELECT sum(value) + carried() AS total FROM readings;
