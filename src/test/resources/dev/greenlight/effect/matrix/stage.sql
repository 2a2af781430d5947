-- The tables of the matrix: all with the same columns and the same that hangs on them. {t} is a table's name, {c} what
-- the names of its constraints and of its sequence
-- begin with: a partition has those of its parent.

-- stage: around
CREATE SCHEMA archive;
CREATE DOMAIN label AS text;
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE address AS (street text, city text);
CREATE SEQUENCE numbers;
CREATE FUNCTION on_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION on_event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION one() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE PROCEDURE nothing() LANGUAGE plpgsql AS 'BEGIN END';
CREATE TABLE others (id bigint PRIMARY KEY, code text UNIQUE);
INSERT INTO others SELECT n, n FROM generate_series(1, 20) n;
ANALYZE others;

-- stage: columns
CREATE TABLE {t} (
    id bigint NOT NULL,
    at date NOT NULL,
    note varchar(20) DEFAULT 'x',
    number int,
    sure int NOT NULL,
    checked int,
    other bigint,
    line bigserial,
    plain int,
    total int GENERATED ALWAYS AS (sure * 2) STORED,
    stamp timestamp,
    CONSTRAINT {t}_pkey PRIMARY KEY (id, at),
    CONSTRAINT {t}_number_check CHECK (number > 0),
    CONSTRAINT {t}_checked_check CHECK (checked IS NOT NULL),
    CONSTRAINT {t}_other_fkey FOREIGN KEY (other) REFERENCES others
)

-- stage: neighbours
CREATE INDEX {t}_note_idx ON {t} (note);
ALTER TABLE {t} ADD CONSTRAINT {t}_later_check CHECK (plain > 0) NOT VALID;
CREATE TRIGGER watched AFTER UPDATE ON {t} FOR EACH ROW EXECUTE FUNCTION on_change();

-- stage: own
CREATE UNIQUE INDEX {t}_line_idx ON {t} (line, at);
CREATE UNIQUE INDEX {t}_number_idx ON {t} (number, at);
CREATE RULE guarded AS ON DELETE TO {t} WHERE OLD.sure < 0 DO INSTEAD NOTHING;
CREATE POLICY own ON {t} USING (true);
CREATE STATISTICS {t}_statistics ON note, number FROM {t};

-- stage: rows
INSERT INTO {t} (id, at, number, sure, checked, other, plain) SELECT n, CASE n % 2 WHEN 0 THEN date '2023-05-05' ELSE date '2020-05-05' END, n, n, n, n, n FROM generate_series(1, 20) n;
ANALYZE {t};
