-- block: tables
CREATE SCHEMA archive;
CREATE SCHEMA other;
CREATE ROLE reader;
CREATE TYPE row_type AS (id bigint, name text);
CREATE SEQUENCE numbers;
CREATE TABLE customers (id bigint PRIMARY KEY, code text UNIQUE);
CREATE TABLE orders (id bigserial PRIMARY KEY, customer bigint REFERENCES customers, note text,
    line int GENERATED ALWAYS AS IDENTITY);
CREATE INDEX orders_customer_idx ON orders (customer);
CREATE UNIQUE INDEX orders_line_idx ON orders (line);
INSERT INTO customers SELECT n, n FROM generate_series(1, 20) n;
INSERT INTO orders (customer) SELECT n FROM generate_series(1, 20) n;
CREATE TABLE lines (order_id bigint REFERENCES orders, parent bigint);
CREATE TABLE loners (id bigint, at timestamptz);
INSERT INTO loners SELECT n FROM generate_series(1, 20) n;
CREATE TABLE typed (id bigint, name text);
CREATE TABLE typed_rows OF row_type;
CREATE UNLOGGED TABLE volatile_rows (id bigint PRIMARY KEY, at timestamptz);
INSERT INTO volatile_rows SELECT n FROM generate_series(1, 20) n;
CREATE VIEW order_notes AS SELECT o.id, o.note, c.code FROM orders o JOIN customers c ON c.id = o.customer;
CREATE VIEW notes_of_notes AS SELECT * FROM order_notes;
CREATE MATERIALIZED VIEW totals AS SELECT customer, count(*) AS orders FROM orders GROUP BY customer;
CREATE UNIQUE INDEX totals_idx ON totals (customer);
CREATE MATERIALIZED VIEW deep_totals AS SELECT sum(orders) AS sum FROM totals;
CREATE TABLE animals (id int, name text);
CREATE TABLE dogs (breed text) INHERITS (animals);
CREATE TABLE puppies () INHERITS (dogs);
CREATE TABLE cats (id int, name text, lives int);
CREATE INDEX dogs_name_idx ON dogs (name);
INSERT INTO animals VALUES (1, 'a');
INSERT INTO dogs VALUES (1, 'a', 'b');
CREATE TABLE events (id bigint, at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (kind);
CREATE TABLE events_2024_a PARTITION OF events_2024 FOR VALUES IN ('a');
CREATE TABLE events_default PARTITION OF events DEFAULT;
CREATE INDEX events_id_idx ON events (id);
INSERT INTO events VALUES (1, '2023-02-02', 'a'), (2, '2024-02-02', 'a'), (3, '2020-02-02', 'a');
CREATE TABLE plain (id bigint, at date NOT NULL, kind text);
CREATE TABLE plain_2022 PARTITION OF events FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
CREATE TABLE candidate (id bigint, at date NOT NULL, kind text);
INSERT INTO candidate VALUES (1, '2026-02-02', 'a');
CREATE TABLE proven (id bigint, at date NOT NULL, kind text, CHECK (at >= '2026-01-01' AND at < '2027-01-01'));
INSERT INTO proven VALUES (1, '2026-02-02', 'a');
CREATE TABLE indexed (id bigint, at date NOT NULL, kind text);
CREATE INDEX indexed_id_idx ON indexed (id);
INSERT INTO indexed VALUES (1, '2026-02-02', 'a');
CREATE TABLE letters (id int, letter text) PARTITION BY LIST (letter);
CREATE TABLE letters_a PARTITION OF letters FOR VALUES IN ('a');
CREATE TABLE letters_b (id int, letter text);
INSERT INTO letters_b VALUES (1, 'b');
CREATE FUNCTION on_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER watched AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION on_change();
CREATE RULE guarded AS ON DELETE TO loners DO INSTEAD NOTHING;
CREATE TABLE archive.orders (id bigint);
CREATE TRIGGER watched AFTER INSERT ON letters FOR EACH ROW EXECUTE FUNCTION on_change();
CREATE UNLOGGED TABLE unlogged_rows (id serial PRIMARY KEY, line int GENERATED ALWAYS AS IDENTITY);
-- each
CREATE TABLE new (id bigint PRIMARY KEY);
CREATE TABLE new (id bigserial PRIMARY KEY, customer bigint REFERENCES customers, code text REFERENCES customers (code));
CREATE TABLE new (id bigint, order_id bigint REFERENCES orders NOT NULL, parent bigint, FOREIGN KEY (parent) REFERENCES customers);
CREATE TABLE new (id bigint DEFAULT nextval('numbers'));
CREATE TABLE new (LIKE orders);
CREATE TABLE new (LIKE orders INCLUDING ALL);
CREATE TABLE new () INHERITS (animals);
CREATE TABLE new (extra int) INHERITS (dogs, cats);
CREATE TABLE new AS SELECT * FROM orders;
CREATE TABLE new AS SELECT * FROM order_notes;
-- prediction only: ACCESS SHARE on customers_code_key (a query that is not run is not planned)
-- prediction only: ACCESS SHARE on customers_pkey (the same)
CREATE TABLE new AS TABLE customers WITH NO DATA;
CREATE TABLE new OF row_type;
CREATE TABLE IF NOT EXISTS orders (id bigint);
CREATE TABLE IF NOT EXISTS order_notes (id bigint);
CREATE TEMPORARY TABLE new (id bigint);
CREATE TEMPORARY TABLE new AS SELECT * FROM loners;
SELECT * INTO new FROM loners;
CREATE TABLE new PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE new PARTITION OF events_2024 FOR VALUES IN ('b');
CREATE TABLE new PARTITION OF letters FOR VALUES IN ('b');
CREATE TABLE new PARTITION OF letters DEFAULT;
CREATE TABLE new PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (kind);
CREATE TABLE new (id bigint, visit bigint REFERENCES customers) PARTITION BY HASH (id);
DROP TABLE loners;
DROP TABLE orders CASCADE;
DROP TABLE customers CASCADE;
DROP TABLE lines;
DROP TABLE lines, loners;
DROP TABLE IF EXISTS missing;
DROP TABLE animals CASCADE;
DROP TABLE puppies;
DROP TABLE dogs CASCADE;
DROP TABLE events;
DROP TABLE events_2023;
DROP TABLE events_2024;
DROP TABLE events_2024_a;
DROP TABLE events_default;
DROP TABLE letters_a;
DROP TABLE typed_rows;
DROP TABLE volatile_rows;
ALTER TABLE orders RENAME TO purchases;
ALTER TABLE IF EXISTS missing RENAME TO purchases;
ALTER TABLE events RENAME TO happenings;
ALTER TABLE events_2023 RENAME TO happenings;
ALTER TABLE animals RENAME TO beasts;
ALTER TABLE orders SET SCHEMA other;
ALTER TABLE loners SET SCHEMA archive;
ALTER TABLE animals SET SCHEMA archive;
ALTER TABLE events SET SCHEMA archive;
ALTER TABLE customers SET SCHEMA archive;
ALTER INDEX orders_customer_idx RENAME TO renamed;
ALTER INDEX orders_pkey RENAME TO renamed;
ALTER INDEX events_id_idx RENAME TO renamed;
-- prediction only: SHARE UPDATE EXCLUSIVE on orders_customer_idx (that is ALTER INDEX)
-- server only: ACCESS EXCLUSIVE on orders_customer_idx (ALTER TABLE does not know yet that it is an index)
-- prediction only: blocks nothing (the same)
-- server only: blocks reads-and-writes (the same)
ALTER TABLE orders_customer_idx RENAME TO renamed;
ALTER SEQUENCE numbers RENAME TO digits;
ALTER SEQUENCE orders_id_seq RENAME TO digits;
ALTER SEQUENCE numbers SET SCHEMA archive;
ALTER VIEW order_notes RENAME TO renamed;
ALTER VIEW order_notes SET SCHEMA archive;
ALTER MATERIALIZED VIEW totals RENAME TO renamed;
ALTER MATERIALIZED VIEW totals SET SCHEMA archive;
ALTER TABLE order_notes RENAME TO renamed;
TRUNCATE loners;
TRUNCATE lines;
TRUNCATE orders, lines;
TRUNCATE orders CASCADE;
TRUNCATE customers CASCADE;
TRUNCATE orders, lines RESTART IDENTITY;
TRUNCATE animals;
TRUNCATE ONLY animals;
TRUNCATE events;
TRUNCATE events_2023;
TRUNCATE ONLY events_2023;
TRUNCATE archive.orders;
LOCK TABLE orders;
LOCK TABLE orders IN ACCESS SHARE MODE;
LOCK TABLE orders, customers IN SHARE ROW EXCLUSIVE MODE NOWAIT;
LOCK TABLE animals IN ROW EXCLUSIVE MODE;
LOCK TABLE ONLY animals IN SHARE MODE;
LOCK TABLE events IN SHARE UPDATE EXCLUSIVE MODE;
LOCK TABLE order_notes IN EXCLUSIVE MODE;
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders DISABLE ROW LEVEL SECURITY;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
ALTER TABLE orders NO FORCE ROW LEVEL SECURITY;
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders DISABLE TRIGGER watched;
ALTER TABLE orders DISABLE TRIGGER ALL;
ALTER TABLE orders ENABLE ALWAYS TRIGGER watched;
ALTER TABLE orders ENABLE REPLICA TRIGGER watched;
ALTER TABLE orders DISABLE TRIGGER USER;
ALTER TABLE events DISABLE TRIGGER ALL;
ALTER TABLE animals DISABLE TRIGGER ALL;
ALTER TABLE letters DISABLE TRIGGER watched;
ALTER TABLE ONLY letters DISABLE TRIGGER watched;
ALTER TABLE letters DISABLE TRIGGER ALL;
ALTER TABLE loners DISABLE RULE guarded;
ALTER TABLE loners ENABLE ALWAYS RULE guarded;
ALTER TABLE orders CLUSTER ON orders_pkey;
ALTER TABLE orders SET WITHOUT CLUSTER;
ALTER TABLE orders SET WITHOUT OIDS;
ALTER TABLE orders SET (fillfactor = 70);
ALTER TABLE orders SET (autovacuum_enabled = false, toast.autovacuum_enabled = false);
ALTER TABLE orders SET (parallel_workers = 4);
ALTER TABLE orders SET (user_catalog_table = true);
ALTER TABLE orders SET (log_autovacuum_min_duration = 100, user_catalog_table = true);
ALTER TABLE orders RESET (fillfactor);
ALTER TABLE orders RESET (user_catalog_table);
ALTER TABLE animals SET (fillfactor = 70);
ALTER TABLE loners SET UNLOGGED;
ALTER TABLE customers SET LOGGED;
ALTER TABLE lines SET UNLOGGED;
ALTER TABLE volatile_rows SET LOGGED;
ALTER TABLE volatile_rows SET UNLOGGED;
ALTER TABLE unlogged_rows SET LOGGED;
-- prediction only: work rewrite (it is there already, which the catalog does not know)
-- server only: work catalog (the same)
ALTER TABLE loners SET TABLESPACE pg_default;
-- prediction only: work rewrite (the same)
-- server only: work catalog (the same)
ALTER TABLE orders SET TABLESPACE pg_default;
-- prediction only: ACCESS EXCLUSIVE on orders_customer_idx (it is so already, which the catalog does not know)
-- prediction only: ACCESS EXCLUSIVE on orders_line_idx (the same)
-- prediction only: ACCESS EXCLUSIVE on orders_pkey (the same)
-- prediction only: work rewrite (the same)
-- server only: work catalog (the same)
ALTER TABLE orders SET ACCESS METHOD heap;
-- prediction only: work rewrite (the same)
-- server only: work catalog (the same)
ALTER TABLE loners SET ACCESS METHOD DEFAULT;
ALTER TABLE orders OWNER TO reader;
-- prediction only: ACCESS EXCLUSIVE on orders_customer_idx (the owner is the same, which the catalog does not know)
-- prediction only: ACCESS EXCLUSIVE on orders_id_seq (the owner is the same, which the catalog does not know)
-- prediction only: ACCESS EXCLUSIVE on orders_line_idx (the owner is the same, which the catalog does not know)
-- prediction only: ACCESS EXCLUSIVE on orders_line_seq (the owner is the same, which the catalog does not know)
-- prediction only: ACCESS EXCLUSIVE on orders_pkey (the owner is the same, which the catalog does not know)
ALTER TABLE orders OWNER TO CURRENT_USER;
ALTER TABLE events OWNER TO reader;
ALTER TABLE animals OWNER TO reader;
ALTER TABLE orders REPLICA IDENTITY FULL;
ALTER TABLE orders REPLICA IDENTITY DEFAULT;
ALTER TABLE orders REPLICA IDENTITY NOTHING;
ALTER TABLE orders REPLICA IDENTITY USING INDEX orders_line_idx;
ALTER TABLE typed OF row_type;
ALTER TABLE typed_rows NOT OF;
ALTER TABLE cats INHERIT animals;
ALTER TABLE dogs NO INHERIT animals;
ALTER TABLE puppies NO INHERIT dogs;
ALTER TABLE events ATTACH PARTITION candidate FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE events ATTACH PARTITION proven FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE events ATTACH PARTITION indexed FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
ALTER TABLE letters ATTACH PARTITION letters_b FOR VALUES IN ('b');
ALTER TABLE letters ATTACH PARTITION letters_b DEFAULT;
ALTER TABLE events DETACH PARTITION events_2023;
ALTER TABLE events DETACH PARTITION events_2024;
ALTER TABLE events DETACH PARTITION events_default;
ALTER TABLE events_2024 DETACH PARTITION events_2024_a;
ALTER TABLE letters DETACH PARTITION letters_a;
ALTER TABLE orders ENABLE ROW LEVEL SECURITY, ADD COLUMN a int, SET (fillfactor = 70);
ALTER TABLE orders SET (fillfactor = 70), ALTER COLUMN note SET STATISTICS 100;
CLUSTER orders USING orders_pkey;
CLUSTER totals USING totals_idx;
COMMENT ON TABLE orders IS 'c';
COMMENT ON COLUMN orders.note IS 'c';
COMMENT ON INDEX orders_pkey IS 'c';
COMMENT ON SEQUENCE numbers IS 'c';
COMMENT ON VIEW order_notes IS 'c';
COMMENT ON MATERIALIZED VIEW totals IS 'c';
COMMENT ON CONSTRAINT orders_pkey ON orders IS 'c';
COMMENT ON TRIGGER watched ON orders IS 'c';
COMMENT ON RULE guarded ON loners IS 'c';
COMMENT ON SCHEMA archive IS 'c';
COMMENT ON TYPE row_type IS 'c';
COMMENT ON COLUMN row_type.id IS 'c';
COMMENT ON FUNCTION on_change() IS 'c';
GRANT SELECT ON orders TO reader;
GRANT SELECT (note), UPDATE (note) ON orders TO reader;
GRANT SELECT ON ALL TABLES IN SCHEMA archive TO reader;
GRANT USAGE ON SEQUENCE numbers TO reader;
GRANT USAGE ON SCHEMA archive TO reader;
GRANT SELECT ON order_notes TO reader;
REVOKE ALL ON orders FROM reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA archive GRANT SELECT ON TABLES TO reader;
