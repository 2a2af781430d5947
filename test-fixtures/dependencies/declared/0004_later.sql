CREATE TABLE notes (
    customer bigint REFERENCES customers
);
-- DEPENDS: 0009_nothing.sql
CREATE INDEX notes_customer ON notes (customer);
