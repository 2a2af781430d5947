# Triggers, rules and policies

CREATE TRIGGER new AFTER INSERT ON {t} FOR EACH ROW EXECUTE FUNCTION on_change();
CREATE TRIGGER new BEFORE INSERT ON {t} FOR EACH ROW EXECUTE FUNCTION on_change();
CREATE TRIGGER new AFTER UPDATE ON {t} FOR EACH STATEMENT EXECUTE FUNCTION on_change();
CREATE TRIGGER new AFTER UPDATE ON {t} REFERENCING NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION on_change();
CREATE OR REPLACE TRIGGER watched AFTER UPDATE ON {t} FOR EACH ROW EXECUTE FUNCTION on_change();
CREATE CONSTRAINT TRIGGER new AFTER INSERT ON {t} FROM others FOR EACH ROW EXECUTE FUNCTION on_change();
ALTER TRIGGER watched ON {t} RENAME TO renamed;
ALTER TRIGGER watched ON {t} DEPENDS ON EXTENSION plpgsql;
DROP TRIGGER watched ON {t};
DROP TRIGGER IF EXISTS missing ON {t};
COMMENT ON TRIGGER watched ON {t} IS 'x';
CREATE RULE new AS ON UPDATE TO {t} DO INSTEAD NOTHING;
ALTER RULE guarded ON {t} RENAME TO renamed;
DROP RULE guarded ON {t};
COMMENT ON RULE guarded ON {t} IS 'x';
CREATE POLICY new ON {t} USING (sure > 0);
CREATE POLICY new ON {t} USING (other IN (SELECT id FROM others));
ALTER POLICY own ON {t} USING (false);
ALTER POLICY own ON {t} RENAME TO renamed;
DROP POLICY own ON {t};
COMMENT ON POLICY own ON {t} IS 'x';

# Views

CREATE VIEW new AS SELECT * FROM {t};
CREATE RECURSIVE VIEW new (id) AS SELECT id FROM {t};
-- before: CREATE VIEW {t}_v AS SELECT id, note FROM {t}
CREATE OR REPLACE VIEW {t}_v AS SELECT id, note FROM {t} WHERE sure > 0;
-- before: CREATE VIEW {t}_v AS SELECT id, note FROM {t}
ALTER VIEW {t}_v RENAME TO renamed;
-- before: CREATE VIEW {t}_v AS SELECT id, note FROM {t}
ALTER VIEW {t}_v ALTER COLUMN note SET DEFAULT 'x';
-- before: CREATE VIEW {t}_v AS SELECT id, note FROM {t}
ALTER VIEW {t}_v SET (security_barrier = true);
-- before: CREATE VIEW {t}_v AS SELECT id, note FROM {t}
ALTER VIEW {t}_v RENAME COLUMN note TO remark;
-- before: CREATE VIEW {t}_v AS SELECT id, note FROM {t}
ALTER VIEW {t}_v SET SCHEMA archive;
-- before: CREATE VIEW {t}_v AS SELECT id, note FROM {t}
ALTER VIEW {t}_v OWNER TO pg_monitor;
-- before: CREATE VIEW {t}_v AS SELECT id, note FROM {t}
DROP VIEW {t}_v;
CREATE MATERIALIZED VIEW new AS SELECT * FROM {t};
CREATE MATERIALIZED VIEW new AS SELECT * FROM {t} WITH NO DATA;
-- before: CREATE MATERIALIZED VIEW {t}_m AS SELECT id, note FROM {t}
-- before: CREATE UNIQUE INDEX {t}_m_idx ON {t}_m (id)
REFRESH MATERIALIZED VIEW {t}_m;
-- before: CREATE MATERIALIZED VIEW {t}_m AS SELECT id, note FROM {t}
-- before: CREATE UNIQUE INDEX {t}_m_idx ON {t}_m (id)
REFRESH MATERIALIZED VIEW CONCURRENTLY {t}_m;
-- before: CREATE MATERIALIZED VIEW {t}_m AS SELECT id, note FROM {t}
-- before: CREATE UNIQUE INDEX {t}_m_idx ON {t}_m (id)
REFRESH MATERIALIZED VIEW {t}_m WITH NO DATA;
-- before: CREATE MATERIALIZED VIEW {t}_m AS SELECT id, note FROM {t}
ALTER MATERIALIZED VIEW {t}_m RENAME TO renamed;
-- before: CREATE MATERIALIZED VIEW {t}_m AS SELECT id, note FROM {t}
-- before: CREATE UNIQUE INDEX {t}_m_idx ON {t}_m (id)
ALTER MATERIALIZED VIEW {t}_m CLUSTER ON {t}_m_idx;
-- before: CREATE MATERIALIZED VIEW {t}_m AS SELECT id, note FROM {t}
DROP MATERIALIZED VIEW {t}_m;
-- before: CREATE MATERIALIZED VIEW {t}_m AS SELECT id, note FROM {t}
COMMENT ON MATERIALIZED VIEW {t}_m IS 'x';
-- before: CREATE VIEW {t}_v AS SELECT id, note FROM {t}
COMMENT ON VIEW {t}_v IS 'x';

# Sequences

CREATE SEQUENCE new;
CREATE SEQUENCE new OWNED BY {t}.plain;
ALTER SEQUENCE {c}_line_seq RESTART WITH 100;
ALTER SEQUENCE {c}_line_seq INCREMENT 2 CACHE 10;
ALTER SEQUENCE {c}_line_seq OWNED BY NONE;
ALTER SEQUENCE numbers OWNED BY {t}.plain;
ALTER SEQUENCE numbers RENAME TO renamed;
ALTER SEQUENCE numbers SET SCHEMA archive;
ALTER SEQUENCE numbers OWNER TO pg_monitor;
ALTER SEQUENCE numbers SET UNLOGGED;
DROP SEQUENCE {c}_line_seq;
DROP SEQUENCE {c}_line_seq CASCADE;
DROP SEQUENCE numbers;
COMMENT ON SEQUENCE numbers IS 'x';

# Types and domains

-- before: CREATE DOMAIN {t}_label AS text
-- before: ALTER TABLE {t} ADD COLUMN marked {t}_label
-- where: a column is of the domain
ALTER DOMAIN {t}_label ADD CONSTRAINT new CHECK (VALUE <> '');
-- before: CREATE DOMAIN {t}_label AS text
-- before: ALTER TABLE {t} ADD COLUMN marked {t}_label
-- where: a column is of the domain
ALTER DOMAIN {t}_label ADD CONSTRAINT new CHECK (VALUE <> '') NOT VALID;
-- before: CREATE DOMAIN {t}_label AS text
-- before: ALTER TABLE {t} ADD COLUMN marked {t}_label
-- before: ALTER DOMAIN {t}_label ADD CONSTRAINT late CHECK (VALUE <> '') NOT VALID
-- where: a column is of the domain
ALTER DOMAIN {t}_label VALIDATE CONSTRAINT late;
-- before: CREATE DOMAIN {t}_label AS text
-- before: ALTER TABLE {t} ADD COLUMN marked {t}_label DEFAULT 'x'
-- where: a column is of the domain
ALTER DOMAIN {t}_label SET NOT NULL;
-- before: CREATE DOMAIN {t}_label AS text
-- before: ALTER TABLE {t} ADD COLUMN marked {t}_label
-- where: a column is of the domain
ALTER DOMAIN {t}_label DROP NOT NULL;
-- before: CREATE DOMAIN {t}_label AS text
-- before: ALTER TABLE {t} ADD COLUMN marked {t}_label
-- where: a column is of the domain
ALTER DOMAIN {t}_label SET DEFAULT 'x';
ALTER DOMAIN label DROP DEFAULT;
-- before: CREATE DOMAIN {t}_positive AS int CONSTRAINT positive_check CHECK (VALUE > 0)
-- before: ALTER TABLE {t} ADD COLUMN marked {t}_positive DEFAULT 1
-- where: a column is of the domain
ALTER DOMAIN {t}_positive DROP CONSTRAINT positive_check;
ALTER DOMAIN positive RENAME CONSTRAINT positive_check TO renamed;
-- before: CREATE DOMAIN {t}_label AS text
-- before: ALTER TABLE {t} ADD COLUMN marked {t}_label
-- where: a column is of the domain
ALTER DOMAIN {t}_label RENAME TO renamed;
-- before: CREATE DOMAIN {t}_label AS text
-- before: ALTER TABLE {t} ADD COLUMN marked {t}_label
-- where: a column is of the domain
DROP DOMAIN {t}_label CASCADE;
DROP DOMAIN label;
CREATE DOMAIN new AS text CHECK (VALUE <> '');
COMMENT ON DOMAIN label IS 'x';
CREATE TYPE new AS ENUM ('a');
CREATE TYPE new AS (a int);
CREATE TYPE new AS RANGE (SUBTYPE = int4);
CREATE TYPE new;
ALTER TYPE mood ADD VALUE 'happy';
ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';
-- before: CREATE TYPE {t}_mood AS ENUM ('sad', 'ok')
-- before: ALTER TABLE {t} ADD COLUMN mood {t}_mood
ALTER TYPE {t}_mood RENAME TO renamed;
ALTER TYPE mood SET SCHEMA archive;
ALTER TYPE mood OWNER TO pg_monitor;
ALTER TYPE address ADD ATTRIBUTE zip text;
ALTER TYPE address DROP ATTRIBUTE city;
ALTER TYPE address ALTER ATTRIBUTE city TYPE varchar(10);
-- before: CREATE TYPE {t}_address AS (street text, city text)
-- before: ALTER TABLE {t} ADD COLUMN place {t}_address
-- where: a column is of the type
ALTER TYPE {t}_address ALTER ATTRIBUTE city TYPE varchar(10);
ALTER TYPE address RENAME ATTRIBUTE city TO town;
-- before: CREATE TYPE {t}_mood AS ENUM ('sad', 'ok')
-- before: ALTER TABLE {t} ADD COLUMN mood {t}_mood
DROP TYPE {t}_mood CASCADE;
DROP TYPE mood;
COMMENT ON TYPE mood IS 'x';
