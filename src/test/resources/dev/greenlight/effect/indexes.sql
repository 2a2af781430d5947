-- block: indexes
CREATE FUNCTION shorten(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT left($1, 3)';
CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint, note text, search tsvector, span int4range);
CREATE INDEX orders_customer_idx ON orders (customer);
CREATE INDEX orders_note_idx ON orders (lower(note)) WHERE note IS NOT NULL;
INSERT INTO orders SELECT n, n, 'n' FROM generate_series(1, 20) n;
CREATE TABLE lines (id bigint, order_id bigint REFERENCES orders);
CREATE MATERIALIZED VIEW totals AS SELECT customer, count(*) AS orders FROM orders GROUP BY customer;
CREATE UNIQUE INDEX totals_idx ON totals (customer);
CREATE TABLE animals (id int, name text);
CREATE TABLE dogs (breed text) INHERITS (animals);
INSERT INTO animals VALUES (1, 'a');
INSERT INTO dogs VALUES (1, 'a', 'b');
CREATE TABLE events (id bigint, at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (kind);
CREATE TABLE events_2024_a PARTITION OF events_2024 FOR VALUES IN ('a');
CREATE TABLE events_default PARTITION OF events DEFAULT;
INSERT INTO events VALUES (1, '2023-02-02', 'a'), (2, '2024-02-02', 'a'), (3, '2020-02-02', 'a');
CREATE INDEX events_id_idx ON events (id);
CREATE INDEX events_only_idx ON ONLY events (kind);
CREATE INDEX events_2023_own_idx ON events_2023 (kind);
CREATE INDEX events_2024_a_own_idx ON events_2024_a (kind, id);
CREATE TABLE letters (id int, letter text) PARTITION BY LIST (letter);
-- each
CREATE INDEX i ON orders (customer);
CREATE UNIQUE INDEX i ON orders (customer);
CREATE INDEX ON orders (lower(note));
CREATE INDEX ON orders (shorten(note));
CREATE INDEX i ON orders (customer) WHERE note IS NOT NULL;
CREATE INDEX i ON orders (customer) INCLUDE (note);
CREATE INDEX i ON orders USING gin (search);
CREATE INDEX i ON orders USING gist (span);
CREATE INDEX i ON orders USING hash (note);
CREATE INDEX i ON orders USING brin (id);
CREATE INDEX i ON orders (customer) WITH (fillfactor = 70);
CREATE INDEX IF NOT EXISTS orders_customer_idx ON orders (customer);
CREATE INDEX IF NOT EXISTS i ON orders (customer);
CREATE INDEX i ON totals (orders);
CREATE INDEX i ON animals (name);
CREATE INDEX i ON events (at);
CREATE INDEX i ON ONLY events (at);
CREATE INDEX i ON events (kind);
CREATE INDEX i ON events (kind, id);
CREATE INDEX i ON events_2023 (at);
CREATE INDEX i ON events_2024 (at);
CREATE INDEX i ON letters (id);
CREATE STATISTICS s ON customer, note FROM orders;
DROP INDEX orders_customer_idx;
DROP INDEX orders_customer_idx, orders_note_idx;
DROP INDEX IF EXISTS missing;
DROP INDEX totals_idx;
DROP INDEX events_id_idx;
DROP INDEX events_only_idx;
DROP INDEX events_2023_own_idx;
ALTER INDEX orders_customer_idx SET (fillfactor = 70);
ALTER INDEX orders_customer_idx RESET (fillfactor);
ALTER INDEX orders_note_idx ALTER COLUMN 1 SET STATISTICS 100;
-- prediction only: work rewrite (it is there already, which the catalog does not know)
-- server only: work catalog (the same)
ALTER INDEX orders_customer_idx SET TABLESPACE pg_default;
ALTER INDEX events_only_idx ATTACH PARTITION events_2023_own_idx;
-- server only: ACCESS EXCLUSIVE on orders_customer_idx (what belongs to an extension is not kept)
-- prediction only: blocks nothing (the same)
-- server only: blocks reads-and-writes (the same)
ALTER INDEX orders_customer_idx DEPENDS ON EXTENSION plpgsql;
REINDEX INDEX orders_customer_idx;
REINDEX INDEX orders_pkey;
REINDEX TABLE orders;
REINDEX TABLE totals;
REINDEX TABLE events_2023;
REINDEX INDEX totals_idx;
