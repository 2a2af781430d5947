# CREATE, DROP, TRUNCATE and LOCK of tables

CREATE TABLE new (id bigint PRIMARY KEY);
CREATE TABLE new (id bigint REFERENCES others);
CREATE TABLE new (id bigint, at date, FOREIGN KEY (id, at) REFERENCES {t});
CREATE TABLE new (LIKE {t});
CREATE TABLE new (LIKE {t} INCLUDING ALL);
CREATE TABLE new () INHERITS ({t});
CREATE TABLE new PARTITION OF {t} FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
CREATE TABLE new OF address;
CREATE TABLE IF NOT EXISTS {t} (id bigint);
CREATE TEMPORARY TABLE new (id bigint);
CREATE UNLOGGED TABLE new (id bigint DEFAULT nextval('numbers'));
CREATE TABLE new AS SELECT * FROM {t};
CREATE TABLE new AS SELECT * FROM {t} WITH NO DATA;
DROP TABLE {t};
DROP TABLE {t} CASCADE;
DROP TABLE IF EXISTS missing;
TRUNCATE {t};
TRUNCATE {t} CASCADE;
TRUNCATE ONLY {t};
TRUNCATE {t} RESTART IDENTITY CASCADE;
LOCK TABLE {t};
LOCK TABLE {t} IN ACCESS SHARE MODE;
LOCK TABLE {t} IN SHARE ROW EXCLUSIVE MODE;
LOCK TABLE ONLY {t} IN EXCLUSIVE MODE;
COMMENT ON TABLE {t} IS 'x';
COMMENT ON COLUMN {t}.note IS 'x';
COMMENT ON CONSTRAINT {c}_number_check ON {t} IS 'x';
GRANT SELECT ON {t} TO pg_monitor;
REVOKE SELECT ON {t} FROM pg_monitor;
GRANT UPDATE (note) ON {t} TO pg_monitor;

# Indexes

CREATE INDEX new ON {t} (plain);
CREATE UNIQUE INDEX new ON {t} (sure, at);
CREATE INDEX new ON {t} (plain) WHERE plain > 5;
CREATE INDEX new ON {t} (abs(plain));
CREATE INDEX new ON {t} USING brin (at);
CREATE INDEX new ON ONLY {t} (plain);
CREATE INDEX IF NOT EXISTS {t}_note_idx ON {t} (note);
-- gate: LOCK TABLE {t} IN ROW EXCLUSIVE MODE
CREATE INDEX CONCURRENTLY new ON {t} (plain);
-- gate: LOCK TABLE {t} IN ROW EXCLUSIVE MODE
CREATE UNIQUE INDEX CONCURRENTLY new ON {t} (sure, at);
DROP INDEX {t}_note_idx;
DROP INDEX {t}_note_idx CASCADE;
DROP INDEX IF EXISTS missing;
-- gate: LOCK TABLE {t} IN ACCESS SHARE MODE
DROP INDEX CONCURRENTLY {t}_note_idx;
ALTER INDEX {t}_note_idx RENAME TO renamed;
ALTER INDEX {t}_note_idx SET (fillfactor = 70);
ALTER INDEX {t}_note_idx RESET (fillfactor);
ALTER INDEX {t}_note_idx SET TABLESPACE pg_default;
-- before: CREATE INDEX {t}_abs_idx ON {t} (abs(plain))
ALTER INDEX {t}_abs_idx ALTER COLUMN 1 SET STATISTICS 100;
-- before: CREATE INDEX {t}_only_idx ON ONLY {t} (plain)
-- before: CREATE TABLE {t}_2030 PARTITION OF {t} FOR VALUES FROM ('2030-01-01') TO ('2031-01-01')
-- before: ALTER TABLE {t} DETACH PARTITION {t}_2030
-- before: CREATE INDEX {t}_own_idx ON {t}_2030 (other)
-- before: ALTER TABLE {t} ATTACH PARTITION {t}_2030 FOR VALUES FROM ('2030-01-01') TO ('2031-01-01')
-- before: CREATE INDEX {t}_other_idx ON ONLY {t} (other)
ALTER INDEX {t}_other_idx ATTACH PARTITION {t}_own_idx;
ALTER INDEX {t}_note_idx DEPENDS ON EXTENSION plpgsql;
COMMENT ON INDEX {t}_note_idx IS 'x';
-- gate: LOCK TABLE {t} IN ROW EXCLUSIVE MODE
REINDEX TABLE {t};
-- gate: LOCK TABLE {t} IN ROW EXCLUSIVE MODE
REINDEX INDEX {t}_note_idx;
-- gate: LOCK TABLE {t} IN ROW EXCLUSIVE MODE
-- gate: LOCK TABLE {t} IN SHARE MODE
REINDEX TABLE CONCURRENTLY {t};
-- gate: LOCK TABLE {t} IN ROW EXCLUSIVE MODE
-- server, parent, 14-18 only: by itself SHARE UPDATE EXCLUSIVE on parent_2023_note_idx (that it was locked in mode SHARE before is over by then)
REINDEX INDEX CONCURRENTLY {t}_note_idx;
REINDEX SCHEMA public;

# Upkeep

-- gate: LOCK TABLE {t} IN SHARE MODE
VACUUM {t};
-- gate: LOCK TABLE {t} IN ACCESS SHARE MODE
-- gate: COMMENT ON INDEX {t}_line_idx IS 'x'
VACUUM (FULL) {t};
-- prediction, plain only: scan of {t} (a sample of pages is read, which the server does not count)
-- prediction, parent only: scan of parent_2023 (a sample of pages is read, which the server does not count)
-- prediction, parent only: scan of parent_default (a sample of pages is read, which the server does not count)
-- prediction, partition only: scan of {t} (a sample of pages is read, which the server does not count)
-- prediction, referenced only: scan of {t} (a sample of pages is read, which the server does not count)
-- prediction, viewed only: scan of {t} (a sample of pages is read, which the server does not count)
ANALYZE {t};
-- gate: LOCK TABLE {t} IN ACCESS SHARE MODE
CLUSTER {t} USING {t}_line_idx;
CLUSTER;

# Statistics

CREATE STATISTICS new ON note, sure FROM {t};
ALTER STATISTICS {t}_statistics SET STATISTICS 100;
ALTER STATISTICS {t}_statistics RENAME TO renamed;
ALTER STATISTICS {t}_statistics SET SCHEMA archive;
DROP STATISTICS {t}_statistics;
COMMENT ON STATISTICS {t}_statistics IS 'x';
