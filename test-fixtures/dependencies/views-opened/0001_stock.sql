CREATE TABLE stock (
    part bigint PRIMARY KEY,
    held integer NOT NULL
);
CREATE VIEW held AS SELECT part, held FROM stock;
CREATE VIEW available AS SELECT part, held FROM held;
