-- block: constraints
CREATE FUNCTION is_even(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 2 = 0';
CREATE TABLE customers (id bigint PRIMARY KEY, code text UNIQUE, email text);
CREATE UNIQUE INDEX customers_email_idx ON customers (email);
CREATE TABLE orders (
    id bigint NOT NULL,
    customer bigint,
    code text,
    note text,
    number int,
    checked int CHECK (checked IS NOT NULL),
    span int4range,
    email text,
    CONSTRAINT orders_code_fkey FOREIGN KEY (code) REFERENCES customers (code) NOT VALID,
    CONSTRAINT orders_number_check CHECK (number > 0),
    CONSTRAINT orders_later_check CHECK (number < 1000) NOT VALID,
    CONSTRAINT orders_email_key UNIQUE (email) DEFERRABLE,
    CONSTRAINT orders_span_excl EXCLUDE USING gist (span WITH &&)
);
CREATE UNIQUE INDEX orders_id_idx ON orders (id);
CREATE UNIQUE INDEX orders_number_idx ON orders (number);
CREATE UNIQUE INDEX orders_checked_idx ON orders (checked);
CREATE UNIQUE INDEX orders_pair_idx ON orders (number, id) INCLUDE (note);
CREATE INDEX orders_customer_idx ON orders (customer);
INSERT INTO customers SELECT n, n, n FROM generate_series(1, 20) n;
INSERT INTO orders SELECT n, n, n, 'n', n, n, int4range(n, n + 1), n FROM generate_series(1, 20) n;
ALTER TABLE orders ADD CONSTRAINT orders_email_fkey FOREIGN KEY (email) REFERENCES customers (email);
ALTER TABLE orders ADD CONSTRAINT orders_code_later FOREIGN KEY (code) REFERENCES customers (code) NOT VALID;
ALTER TABLE orders ADD CONSTRAINT orders_customer_later NOT NULL customer NOT VALID; -- since 18
CREATE TABLE lines (id bigint PRIMARY KEY, parent bigint REFERENCES lines, number int);
ALTER TABLE lines ADD CONSTRAINT unenforced CHECK (number > 0) NOT ENFORCED; -- since 18
CREATE TABLE keyed (id bigint, code text, PRIMARY KEY (id, code) INCLUDE (code));
CREATE TABLE keyed_lines (id bigint, code text, FOREIGN KEY (id, code) REFERENCES keyed);
INSERT INTO keyed VALUES (1, 'k');
INSERT INTO keyed_lines VALUES (1, 'k');
CREATE TABLE animals (id int, name text CONSTRAINT animals_name_check CHECK (name <> ''));
CREATE TABLE dogs (breed text) INHERITS (animals);
CREATE TABLE puppies () INHERITS (dogs);
ALTER TABLE dogs ADD CONSTRAINT dogs_later CHECK (breed <> '') NOT VALID;
ALTER TABLE animals ADD CONSTRAINT animals_key UNIQUE (id);
ALTER TABLE animals ADD CONSTRAINT animals_later CHECK (id > 0) NOT VALID;
ALTER TABLE animals ADD CONSTRAINT animals_own CHECK (id > 0) NO INHERIT;
INSERT INTO animals VALUES (1, 'a');
INSERT INTO dogs VALUES (1, 'a', 'b');
INSERT INTO puppies VALUES (1, 'a', 'b');
CREATE TABLE events (id bigint, at date NOT NULL, customer bigint, kind text,
    CONSTRAINT events_kind_key UNIQUE (kind, at)) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE events_2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (kind);
CREATE TABLE events_2024_a PARTITION OF events_2024 FOR VALUES IN ('a');
CREATE TABLE events_default PARTITION OF events DEFAULT;
ALTER TABLE events ADD CONSTRAINT events_code_fkey FOREIGN KEY (kind) REFERENCES customers (code);
ALTER TABLE events DROP CONSTRAINT events_code_fkey;
INSERT INTO events VALUES (1, '2023-02-02', 1, 'a'), (2, '2024-02-02', 1, 'a'), (3, '2020-02-02', 1, 'a');
ALTER TABLE events ADD CONSTRAINT events_checked CHECK (id > 0);
ALTER TABLE events ADD CONSTRAINT events_fkey FOREIGN KEY (id) REFERENCES customers;
CREATE TABLE visits (id bigint PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE visits_0 PARTITION OF visits FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO visits SELECT n FROM generate_series(1, 20) n;
CREATE TABLE stays (visit bigint REFERENCES visits);
INSERT INTO stays SELECT n FROM generate_series(1, 20) n;
CREATE TABLE bookings (id bigint, customer bigint REFERENCES customers, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE bookings_default PARTITION OF bookings DEFAULT;
CREATE TABLE bookings_2023 (id bigint, customer bigint, at date NOT NULL CHECK (at >= '2023-01-01' AND at < '2024-01-01'));
CREATE TABLE bookings_2024 (id bigint, customer bigint REFERENCES customers, at date NOT NULL);
CREATE TABLE rooms (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE rooms_default PARTITION OF rooms DEFAULT;
CREATE TABLE rooms_2023 (id bigint, at date NOT NULL, CHECK (at >= '2023-01-01' AND at < '2024-01-01'));
CREATE TABLE rooms_2024 (id bigint, at date NOT NULL, CHECK (id > 0));
INSERT INTO rooms_2023 VALUES (1, '2023-02-02');
INSERT INTO rooms_2024 VALUES (1, '2024-02-02');
INSERT INTO bookings_2023 VALUES (1, 1, '2023-02-02');
INSERT INTO bookings_2024 VALUES (1, 1, '2024-02-02');
-- each
ALTER TABLE orders ADD CHECK (id > 0);
ALTER TABLE orders ADD CONSTRAINT c CHECK (id > 0) NOT VALID;
ALTER TABLE orders ADD CONSTRAINT c CHECK (id > 0) NO INHERIT;
ALTER TABLE orders ADD CONSTRAINT c CHECK (id > 0) NOT ENFORCED;
ALTER TABLE orders ADD CONSTRAINT c CHECK (is_even(number) OR number > 0);
ALTER TABLE orders ADD CHECK (true);
ALTER TABLE orders ADD CONSTRAINT c CHECK (id > 0) NOT VALID, VALIDATE CONSTRAINT c;
ALTER TABLE orders ADD CHECK (id > 0), ADD CHECK (number > 0);
ALTER TABLE animals ADD CHECK (id > 0);
ALTER TABLE animals ADD CHECK (id > 0) NOT VALID;
ALTER TABLE animals ADD CHECK (id > 0) NO INHERIT;
ALTER TABLE ONLY animals ADD CHECK (id > 0) NO INHERIT;
ALTER TABLE dogs ADD CHECK (breed <> '');
ALTER TABLE events ADD CHECK (id > 0);
ALTER TABLE events ADD CHECK (id > 0) NOT VALID;
ALTER TABLE events_2023 ADD CHECK (id > 0);
ALTER TABLE orders ADD UNIQUE (id);
ALTER TABLE orders ADD CONSTRAINT u UNIQUE (id) INCLUDE (note);
ALTER TABLE orders ADD UNIQUE NULLS NOT DISTINCT (number);
ALTER TABLE orders ADD UNIQUE (number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE orders ADD PRIMARY KEY (id);
ALTER TABLE orders ADD PRIMARY KEY (number);
ALTER TABLE orders ADD PRIMARY KEY (checked);
ALTER TABLE orders ADD CONSTRAINT orders_key PRIMARY KEY (number, id);
ALTER TABLE orders ADD UNIQUE USING INDEX orders_id_idx;
ALTER TABLE orders ADD CONSTRAINT renamed UNIQUE USING INDEX orders_id_idx;
ALTER TABLE orders ADD UNIQUE USING INDEX orders_number_idx;
ALTER TABLE orders ADD UNIQUE USING INDEX orders_number_idx DEFERRABLE;
ALTER TABLE orders ADD PRIMARY KEY USING INDEX orders_id_idx;
ALTER TABLE orders ADD PRIMARY KEY USING INDEX orders_number_idx;
ALTER TABLE orders ADD PRIMARY KEY USING INDEX orders_checked_idx;
ALTER TABLE orders ADD PRIMARY KEY USING INDEX orders_pair_idx;
ALTER TABLE orders ADD EXCLUDE USING gist (span WITH &&);
ALTER TABLE orders ADD EXCLUDE (id WITH =) WHERE (id > 5);
ALTER TABLE animals ADD UNIQUE (id);
ALTER TABLE animals ADD PRIMARY KEY (id);
ALTER TABLE events ADD UNIQUE (id, at, kind);
ALTER TABLE events ADD PRIMARY KEY (id, at, kind);
ALTER TABLE events_2023 ADD UNIQUE (id);
ALTER TABLE ONLY events ADD UNIQUE (id, at, kind);
ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers;
ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE ON UPDATE SET NULL;
ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers NOT VALID;
ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers NOT ENFORCED;
ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE orders ADD FOREIGN KEY (code) REFERENCES customers (code);
ALTER TABLE orders ADD FOREIGN KEY (email) REFERENCES customers (email);
ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES visits;
ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES visits NOT VALID;
ALTER TABLE orders ADD FOREIGN KEY (id) REFERENCES visits, ADD FOREIGN KEY (customer) REFERENCES customers;
ALTER TABLE lines ADD FOREIGN KEY (id) REFERENCES lines;
ALTER TABLE keyed_lines ADD FOREIGN KEY (code, id) REFERENCES keyed (code, id);
ALTER TABLE animals ADD FOREIGN KEY (id) REFERENCES customers;
ALTER TABLE events ADD FOREIGN KEY (customer) REFERENCES customers;
ALTER TABLE events ADD FOREIGN KEY (customer) REFERENCES customers NOT VALID;
ALTER TABLE events_2023 ADD FOREIGN KEY (customer) REFERENCES customers;
ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (customer) REFERENCES customers NOT VALID, VALIDATE CONSTRAINT k;
ALTER TABLE orders VALIDATE CONSTRAINT orders_code_fkey;
ALTER TABLE orders VALIDATE CONSTRAINT orders_code_later;
ALTER TABLE orders VALIDATE CONSTRAINT orders_later_check;
ALTER TABLE orders VALIDATE CONSTRAINT orders_number_check;
ALTER TABLE orders VALIDATE CONSTRAINT orders_email_fkey;
ALTER TABLE orders VALIDATE CONSTRAINT orders_customer_later;
ALTER TABLE animals VALIDATE CONSTRAINT animals_later;
ALTER TABLE dogs VALIDATE CONSTRAINT dogs_later;
ALTER TABLE dogs VALIDATE CONSTRAINT animals_later;
ALTER TABLE events VALIDATE CONSTRAINT events_checked;
ALTER TABLE orders DROP CONSTRAINT orders_number_check;
ALTER TABLE orders DROP CONSTRAINT orders_later_check;
ALTER TABLE orders DROP CONSTRAINT orders_code_fkey;
ALTER TABLE orders DROP CONSTRAINT orders_email_fkey;
ALTER TABLE orders DROP CONSTRAINT orders_email_key;
ALTER TABLE orders DROP CONSTRAINT orders_span_excl;
ALTER TABLE orders DROP CONSTRAINT orders_customer_later;
ALTER TABLE orders DROP CONSTRAINT orders_id_not_null;
ALTER TABLE orders DROP CONSTRAINT IF EXISTS missing;
ALTER TABLE customers DROP CONSTRAINT customers_code_key CASCADE;
ALTER TABLE customers DROP CONSTRAINT customers_pkey CASCADE;
ALTER TABLE lines DROP CONSTRAINT lines_parent_fkey;
ALTER TABLE lines DROP CONSTRAINT lines_pkey CASCADE;
ALTER TABLE keyed_lines DROP CONSTRAINT keyed_lines_id_code_fkey;
ALTER TABLE animals DROP CONSTRAINT animals_name_check;
ALTER TABLE ONLY animals DROP CONSTRAINT animals_name_check;
ALTER TABLE animals DROP CONSTRAINT animals_own;
ALTER TABLE animals DROP CONSTRAINT animals_key;
ALTER TABLE animals RENAME CONSTRAINT animals_key TO renamed;
ALTER TABLE events DROP CONSTRAINT events_kind_key;
ALTER TABLE events DROP CONSTRAINT events_checked;
ALTER TABLE events DROP CONSTRAINT events_fkey;
ALTER TABLE stays DROP CONSTRAINT stays_visit_fkey;
ALTER TABLE visits DROP CONSTRAINT visits_pkey CASCADE;
ALTER TABLE orders RENAME CONSTRAINT orders_number_check TO renamed;
ALTER TABLE orders RENAME CONSTRAINT orders_email_key TO renamed;
ALTER TABLE orders RENAME CONSTRAINT orders_code_fkey TO renamed;
ALTER TABLE animals RENAME CONSTRAINT animals_name_check TO renamed;
ALTER TABLE animals RENAME CONSTRAINT animals_own TO renamed;
ALTER TABLE events RENAME CONSTRAINT events_kind_key TO renamed;
ALTER TABLE orders ALTER CONSTRAINT orders_email_fkey DEFERRABLE;
ALTER TABLE orders ALTER CONSTRAINT orders_email_fkey NOT ENFORCED;
ALTER TABLE events ALTER CONSTRAINT events_fkey DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE lines DROP CONSTRAINT unenforced;
ALTER TABLE bookings ATTACH PARTITION bookings_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
ALTER TABLE bookings ATTACH PARTITION bookings_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE bookings_2025 PARTITION OF bookings FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
DROP TABLE bookings_default;
ALTER TABLE bookings DETACH PARTITION bookings_default;
ALTER TABLE rooms ATTACH PARTITION rooms_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
ALTER TABLE rooms ATTACH PARTITION rooms_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE rooms_2025 PARTITION OF rooms FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
DROP TABLE stays;
DROP TABLE visits CASCADE;
DROP TABLE visits_0 CASCADE;
