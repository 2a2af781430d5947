-- block: rows
CREATE FUNCTION on_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION on_log() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO logs VALUES (1); RETURN NEW; END';
CREATE SEQUENCE numbers;
CREATE TABLE customers (id bigint PRIMARY KEY, code text UNIQUE);
CREATE TABLE orders (id bigserial PRIMARY KEY, customer bigint REFERENCES customers, note text,
    line int GENERATED ALWAYS AS IDENTITY, number int DEFAULT nextval('numbers'));
CREATE INDEX orders_customer_idx ON orders (customer);
CREATE TABLE lines (order_id bigint REFERENCES orders ON DELETE CASCADE, note text);
CREATE TABLE loners (id bigint, at timestamptz, note text);
CREATE INDEX loners_id_idx ON loners (id);
CREATE TABLE logs (id int);
CREATE TABLE logged (id int);
CREATE TRIGGER log BEFORE INSERT ON logged FOR EACH ROW EXECUTE FUNCTION on_log();
INSERT INTO customers SELECT n, n FROM generate_series(1, 20) n;
INSERT INTO orders (customer) SELECT n FROM generate_series(1, 20) n;
INSERT INTO lines (order_id) SELECT n FROM generate_series(1, 20) n;
INSERT INTO loners SELECT n FROM generate_series(1, 20) n;
CREATE VIEW order_notes AS SELECT id, note FROM orders;
CREATE VIEW deep AS SELECT * FROM order_notes;
CREATE VIEW joined AS SELECT o.id, c.code FROM orders o JOIN customers c ON c.id = o.customer;
CREATE MATERIALIZED VIEW totals AS SELECT customer, count(*) AS orders FROM orders GROUP BY customer;
CREATE TABLE animals (id int, name text);
CREATE TABLE dogs (breed text) INHERITS (animals);
INSERT INTO animals VALUES (1, 'a');
INSERT INTO dogs VALUES (1, 'a', 'b');
CREATE TABLE events (id bigint, at date NOT NULL, kind text) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE events_default PARTITION OF events DEFAULT;
CREATE INDEX events_id_idx ON events (id);
INSERT INTO events VALUES (1, '2023-02-02', 'a'), (3, '2020-02-02', 'a');
-- each
SELECT * FROM loners;
SELECT 1;
SELECT * FROM orders o JOIN customers c ON c.id = o.customer;
SELECT * FROM order_notes;
SELECT * FROM deep;
SELECT * FROM totals;
SELECT * FROM loners FOR UPDATE;
SELECT * FROM loners FOR KEY SHARE;
SELECT * FROM order_notes FOR UPDATE;
SELECT * FROM orders o, customers c FOR UPDATE OF o;
SELECT * FROM animals;
-- prediction only: ACCESS SHARE on dogs (ONLY is not read in FROM)
-- prediction only: scan of dogs (the same)
SELECT * FROM ONLY animals;
SELECT * FROM events;
-- prediction, 14-18 only: scan of customers (logs is empty, so that there is nothing to join)
-- prediction only: scan of loners (an index gives the greatest value)
SELECT (SELECT max(id) FROM loners) FROM customers WHERE id IN (SELECT id FROM logs);
WITH l AS (SELECT * FROM loners) SELECT * FROM l;
WITH d AS (DELETE FROM loners RETURNING id) SELECT * FROM d, customers;
TABLE loners;
VALUES (1);
INSERT INTO loners VALUES (100);
INSERT INTO loners DEFAULT VALUES;
INSERT INTO loners SELECT id FROM customers;
INSERT INTO loners VALUES (1) ON CONFLICT DO NOTHING;
-- server only: ROW EXCLUSIVE on customers_code_key (held only for ON CONFLICT, which is not read)
-- server only: ROW EXCLUSIVE on customers_pkey (held only for ON CONFLICT, which is not read)
INSERT INTO customers VALUES (1) ON CONFLICT (id) DO UPDATE SET code = 'x';
INSERT INTO customers VALUES (100, 'x') RETURNING id;
INSERT INTO logs VALUES ((SELECT count(*) FROM customers));
-- prediction only: ROW SHARE on customers (the key is NULL)
-- prediction only: ROW SHARE on customers_code_key (the key is NULL)
-- prediction only: ROW SHARE on customers_pkey (the key is NULL)
-- server only: ROW EXCLUSIVE on numbers (which columns a view gives values to is not known)
-- server only: ROW EXCLUSIVE on orders_line_seq (which columns a view gives values to is not known)
INSERT INTO order_notes VALUES (200, 'x');
INSERT INTO animals VALUES (1, 'a');
-- server only: scan of customers (the key is looked up in a table too small for its index)
INSERT INTO orders (customer) VALUES (1);
-- prediction only: ROW SHARE on customers (the key is NULL)
-- prediction only: ROW SHARE on customers_code_key (the key is NULL)
-- prediction only: ROW SHARE on customers_pkey (the key is NULL)
INSERT INTO orders (id, customer, number) VALUES (100, NULL, 1);
-- server only: scan of orders (the key is looked up in a table too small for its index)
INSERT INTO lines VALUES (1, 'x');
-- server only: ROW EXCLUSIVE on logs (what a trigger does is not followed)
INSERT INTO logged VALUES (1);
-- prediction only: ROW EXCLUSIVE on events_default (which partition takes the row is not known)
INSERT INTO events VALUES (1, '2023-03-03', 'a');
UPDATE loners SET note = 'x';
UPDATE loners SET note = 'x' WHERE id > 5;
UPDATE loners SET note = c.code FROM customers c WHERE c.id = loners.id;
UPDATE order_notes SET note = 'x';
UPDATE animals SET name = 'x';
UPDATE ONLY animals SET name = 'x';
UPDATE events SET kind = 'x';
UPDATE orders SET note = 'x';
-- server only: scan of customers (the key is looked up in a table too small for its index)
UPDATE orders SET customer = 2;
UPDATE customers SET code = code || 'x';
DELETE FROM loners;
DELETE FROM loners WHERE id IN (SELECT id FROM customers);
DELETE FROM loners USING customers c WHERE c.id = loners.id;
DELETE FROM lines;
-- server only: scan of lines (for each row that goes, those that refer to it are looked for)
DELETE FROM orders;
DELETE FROM events WHERE id = 1;
DELETE FROM ONLY animals;
MERGE INTO loners l USING customers c ON c.id = l.id WHEN MATCHED THEN UPDATE SET note = 'x' WHEN NOT MATCHED THEN INSERT VALUES (c.id);
MERGE INTO loners l USING customers c ON c.id = l.id WHEN MATCHED THEN DELETE;
-- prediction only: ACCESS SHARE on loners_id_idx (there is no query to plan)
-- prediction, 12-12 only: ACCESS SHARE on loners (it is let go of at the end)
COPY loners TO '/dev/null';
COPY (SELECT * FROM loners) TO '/dev/null';
COPY loners FROM '/dev/null';
EXPLAIN SELECT * FROM loners;
EXPLAIN ANALYZE UPDATE loners SET note = 'x';
-- server only: ROW EXCLUSIVE on loners (what is only explained is not followed)
-- server only: ROW EXCLUSIVE on loners_id_idx (the same)
EXPLAIN UPDATE loners SET note = 'x';
PREPARE p AS SELECT * FROM loners;
-- prediction only: scan of loners (rows are read when they are fetched)
DECLARE c CURSOR FOR SELECT * FROM loners;
-- prediction only: scan of loners (a sample of pages is read, which the server does not count)
ANALYZE loners;
-- prediction only: scan of events_2023 (a sample of pages is read, which the server does not count)
-- prediction only: scan of events_default (a sample of pages is read, which the server does not count)
ANALYZE events;
-- prediction only: scan of animals (a sample of pages is read, which the server does not count)
-- prediction only: scan of dogs (a sample of pages is read, which the server does not count)
ANALYZE animals;
