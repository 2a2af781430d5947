# ALTER TABLE: the table itself

ALTER TABLE {t} RENAME TO renamed;
ALTER TABLE {t} SET SCHEMA archive;
ALTER TABLE {t} OWNER TO pg_monitor;
ALTER TABLE {t} DISABLE TRIGGER watched;
ALTER TABLE {t} DISABLE TRIGGER ALL;
ALTER TABLE {t} ENABLE ALWAYS TRIGGER watched;
ALTER TABLE {t} ENABLE REPLICA TRIGGER watched;
ALTER TABLE ONLY {t} DISABLE TRIGGER USER;
ALTER TABLE {t} DISABLE RULE guarded;
ALTER TABLE {t} ENABLE ALWAYS RULE guarded;
ALTER TABLE {t} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {t} DISABLE ROW LEVEL SECURITY;
ALTER TABLE {t} FORCE ROW LEVEL SECURITY;
ALTER TABLE {t} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE {t} CLUSTER ON {t}_note_idx;
ALTER TABLE {t} SET WITHOUT CLUSTER;
ALTER TABLE {t} SET WITHOUT OIDS;
-- before: CREATE ACCESS METHOD {t}_heap TYPE TABLE HANDLER heap_tableam_handler
ALTER TABLE {t} SET ACCESS METHOD {t}_heap;
-- where: where it is already
-- prediction, plain only: rewrite of {t} (it is there already, which the catalog does not know)
-- prediction, partition only: rewrite of {t} (it is there already, which the catalog does not know)
-- prediction, referenced only: rewrite of {t} (it is there already, which the catalog does not know)
-- prediction, viewed only: rewrite of {t} (it is there already, which the catalog does not know)
ALTER TABLE {t} SET TABLESPACE pg_default;
ALTER TABLE {t} SET UNLOGGED;
ALTER TABLE {t} SET LOGGED;
ALTER TABLE {t} SET (fillfactor = 70);
ALTER TABLE {t} SET (autovacuum_enabled = false);
ALTER TABLE {t} SET (user_catalog_table = true);
ALTER TABLE {t} RESET (fillfactor);
ALTER TABLE {t} REPLICA IDENTITY FULL;
ALTER TABLE {t} REPLICA IDENTITY NOTHING;
ALTER TABLE {t} REPLICA IDENTITY DEFAULT;
ALTER TABLE {t} REPLICA IDENTITY USING INDEX {t}_line_idx;
-- before: CREATE TYPE {t}_type AS (id bigint, at date)
ALTER TABLE {t} OF {t}_type;
ALTER TABLE {t} NOT OF;
-- before: CREATE TABLE {t}_parent (id bigint NOT NULL, at date NOT NULL)
ALTER TABLE {t} INHERIT {t}_parent;
-- before: CREATE TABLE {t}_parent (id bigint NOT NULL, at date NOT NULL)
-- before: ALTER TABLE {t} INHERIT {t}_parent
ALTER TABLE {t} NO INHERIT {t}_parent;
-- where: where they are already
ALTER TABLE ALL IN TABLESPACE pg_default SET TABLESPACE pg_default;

# ALTER TABLE: partitions

-- before: CREATE TABLE {t}_2030 (LIKE {t} INCLUDING GENERATED INCLUDING CONSTRAINTS)
-- before: INSERT INTO {t}_2030 (id, at, sure, checked, line, other) VALUES (1, '2030-01-01', 1, 1, 1, 1)
-- before: ANALYZE {t}_2030
-- where: it has rows
ALTER TABLE {t} ATTACH PARTITION {t}_2030 FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
-- before: CREATE TABLE {t}_2030 (LIKE {t} INCLUDING GENERATED INCLUDING CONSTRAINTS, CHECK (at >= '2030-01-01' AND at < '2031-01-01'))
-- before: INSERT INTO {t}_2030 (id, at, sure, checked, line, other) VALUES (1, '2030-01-01', 1, 1, 1, 1)
-- before: ANALYZE {t}_2030
-- where: it has rows, and a check that proves where they belong
ALTER TABLE {t} ATTACH PARTITION {t}_2030 FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');
-- before: CREATE TABLE {t}_2030 PARTITION OF {t} FOR VALUES FROM ('2030-01-01') TO ('2031-01-01')
ALTER TABLE {t} DETACH PARTITION {t}_2030;
-- before: CREATE TABLE {t}_whole (LIKE {t} INCLUDING GENERATED) PARTITION BY RANGE (at)
ALTER TABLE {t}_whole ATTACH PARTITION {t} FOR VALUES FROM ('2000-01-01') TO ('2050-01-01');
-- before: CREATE TABLE {t}_2030 PARTITION OF {t} FOR VALUES FROM ('2030-01-01') TO ('2031-01-01')
-- where: there is a default partition
-- gate: LOCK TABLE {t} IN ACCESS SHARE MODE
ALTER TABLE {t} DETACH PARTITION {t}_2030 CONCURRENTLY;
-- before: CREATE TABLE {t}_2030 PARTITION OF {t} FOR VALUES FROM ('2030-01-01') TO ('2031-01-01')
-- before: DROP TABLE {t}_default
-- where: there is no default partition
-- gate: LOCK TABLE {t} IN ACCESS SHARE MODE
-- gate: LOCK TABLE {t}_2030 IN ACCESS SHARE MODE
ALTER TABLE {t} DETACH PARTITION {t}_2030 CONCURRENTLY;
