-- DEPENDS: 0004_itself.sql
CREATE TABLE racks (
    id bigint PRIMARY KEY
);
