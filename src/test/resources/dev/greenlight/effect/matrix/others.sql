# Functions

CREATE FUNCTION new() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE FUNCTION new() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM {t}; END;
CREATE FUNCTION new({t}) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE PROCEDURE new() LANGUAGE plpgsql AS 'BEGIN END';
CREATE AGGREGATE new(int) (SFUNC = int4pl, STYPE = int);
ALTER FUNCTION one() STABLE;
ALTER FUNCTION one() RENAME TO renamed;
ALTER FUNCTION one() OWNER TO pg_monitor;
ALTER FUNCTION one() SET SCHEMA archive;
ALTER FUNCTION one() DEPENDS ON EXTENSION plpgsql;
ALTER PROCEDURE nothing() RENAME TO renamed;
ALTER ROUTINE nothing() RENAME TO renamed;
-- before: CREATE AGGREGATE summed(int) (SFUNC = int4pl, STYPE = int)
ALTER AGGREGATE summed(int) RENAME TO renamed;
DROP FUNCTION one();
DROP FUNCTION on_change() CASCADE;
DROP PROCEDURE nothing();
DROP ROUTINE nothing();
-- before: CREATE AGGREGATE summed(int) (SFUNC = int4pl, STYPE = int)
DROP AGGREGATE summed(int);
COMMENT ON FUNCTION one() IS 'x';
DO 'BEGIN END';
CALL nothing();

# Replication

CREATE PUBLICATION new;
CREATE PUBLICATION new FOR TABLE {t};
CREATE PUBLICATION new FOR ALL TABLES;
CREATE PUBLICATION new FOR TABLES IN SCHEMA public;
-- before: CREATE PUBLICATION {t}_published
ALTER PUBLICATION {t}_published ADD TABLE {t};
-- before: CREATE PUBLICATION {t}_published FOR TABLE {t}
ALTER PUBLICATION {t}_published DROP TABLE {t};
-- before: CREATE PUBLICATION {t}_published
ALTER PUBLICATION {t}_published SET TABLE {t};
-- before: CREATE PUBLICATION {t}_published FOR TABLE {t}
ALTER PUBLICATION {t}_published SET (publish = 'insert');
-- before: CREATE PUBLICATION {t}_published FOR TABLE {t}
ALTER PUBLICATION {t}_published RENAME TO renamed;
-- before: CREATE PUBLICATION {t}_published FOR TABLE {t}
DROP PUBLICATION {t}_published;
CREATE SUBSCRIPTION new CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE);
CREATE SUBSCRIPTION new CONNECTION 'dbname=x' PUBLICATION p;
-- before: CREATE SUBSCRIPTION subscribed CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE)
ALTER SUBSCRIPTION subscribed SET PUBLICATION q WITH (refresh = false);
-- before: CREATE SUBSCRIPTION subscribed CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE)
ALTER SUBSCRIPTION subscribed ADD PUBLICATION q WITH (refresh = false);
-- before: CREATE SUBSCRIPTION subscribed CONNECTION 'dbname=x' PUBLICATION p, q WITH (connect = false, slot_name = NONE)
ALTER SUBSCRIPTION subscribed DROP PUBLICATION q WITH (refresh = false);
-- before: CREATE SUBSCRIPTION subscribed CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE)
ALTER SUBSCRIPTION subscribed CONNECTION 'dbname=y';
-- before: CREATE SUBSCRIPTION subscribed CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE)
ALTER SUBSCRIPTION subscribed SET (synchronous_commit = off);
-- before: CREATE SUBSCRIPTION subscribed CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE)
ALTER SUBSCRIPTION subscribed SKIP (lsn = NONE);
-- before: CREATE SUBSCRIPTION subscribed CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE)
ALTER SUBSCRIPTION subscribed DISABLE;
-- before: CREATE SUBSCRIPTION subscribed CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE)
ALTER SUBSCRIPTION subscribed ENABLE;
-- before: CREATE SUBSCRIPTION subscribed CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE)
ALTER SUBSCRIPTION subscribed REFRESH PUBLICATION;
-- before: CREATE SUBSCRIPTION subscribed CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = NONE)
DROP SUBSCRIPTION subscribed;

# Schemas and extensions

CREATE SCHEMA new;
CREATE SCHEMA new CREATE TABLE t (a int);
ALTER SCHEMA public RENAME TO renamed;
ALTER SCHEMA archive RENAME TO renamed;
ALTER SCHEMA archive OWNER TO pg_monitor;
-- before: CREATE SCHEMA {t}_away
-- before: ALTER TABLE {t} SET SCHEMA {t}_away
DROP SCHEMA {t}_away CASCADE;
DROP SCHEMA archive;
COMMENT ON SCHEMA archive IS 'x';
GRANT USAGE ON SCHEMA archive TO pg_monitor;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO pg_monitor;
CREATE EXTENSION IF NOT EXISTS plpgsql;
ALTER EXTENSION plpgsql UPDATE;
ALTER EXTENSION plpgsql ADD TABLE others;
-- before: CREATE EXTENSION citext
-- before: CREATE TABLE cited (name citext)
DROP EXTENSION citext CASCADE;

# Privileges and roles

CREATE ROLE new_role;
CREATE GROUP new_role;
CREATE USER new_role;
-- before: CREATE ROLE joiner
ALTER ROLE joiner CONNECTION LIMIT 5;
-- before: SELECT lo_create(4711)
ALTER LARGE OBJECT 4711 OWNER TO pg_monitor;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor;
GRANT pg_monitor TO pg_signal_backend;
DROP ROLE IF EXISTS missing_role;
-- before: CREATE ROLE leaver
DROP OWNED BY leaver;
-- before: CREATE ROLE leaver
REASSIGN OWNED BY leaver TO pg_monitor;
-- server only: fails with 22023 (no provider is loaded)
-- prediction only: SHARE UPDATE EXCLUSIVE on others (the same)
SECURITY LABEL ON TABLE others IS 'x';

# Foreign data

CREATE FOREIGN DATA WRAPPER new;
-- before: CREATE FOREIGN DATA WRAPPER wrapper
ALTER FOREIGN DATA WRAPPER wrapper OPTIONS (ADD a 'b');
-- before: CREATE FOREIGN DATA WRAPPER wrapper
DROP FOREIGN DATA WRAPPER wrapper;
-- before: CREATE FOREIGN DATA WRAPPER wrapper
CREATE SERVER new FOREIGN DATA WRAPPER wrapper;
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
ALTER SERVER away VERSION '2';
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
DROP SERVER away;
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
CREATE USER MAPPING FOR CURRENT_USER SERVER away;
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
-- before: CREATE USER MAPPING FOR CURRENT_USER SERVER away
ALTER USER MAPPING FOR CURRENT_USER SERVER away OPTIONS (ADD a 'b');
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
-- before: CREATE USER MAPPING FOR CURRENT_USER SERVER away
DROP USER MAPPING FOR CURRENT_USER SERVER away;
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
CREATE FOREIGN TABLE new (a int) SERVER away;
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
-- before: CREATE FOREIGN TABLE far (a int) SERVER away
ALTER FOREIGN TABLE far ADD COLUMN b int;
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
-- before: CREATE FOREIGN TABLE far (a int) SERVER away
ALTER FOREIGN TABLE far OPTIONS (ADD a 'b');
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
-- before: CREATE FOREIGN TABLE far (a int) SERVER away
ALTER FOREIGN TABLE far ALTER COLUMN a SET NOT NULL;
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
-- before: CREATE FOREIGN TABLE far (a int) SERVER away
DROP FOREIGN TABLE far;
-- before: CREATE FOREIGN DATA WRAPPER wrapper
-- before: CREATE SERVER away FOREIGN DATA WRAPPER wrapper
-- server only: fails with 55000 (the wrapper has no handler)
IMPORT FOREIGN SCHEMA remote FROM SERVER away INTO archive;

# Operators, casts, collations, text search, languages

CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int);
-- before: CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int)
ALTER OPERATOR === (int, int) SET (RESTRICT = eqsel);
-- before: CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int)
DROP OPERATOR === (int, int);
CREATE OPERATOR FAMILY new USING btree;
-- before: CREATE OPERATOR FAMILY family USING btree
ALTER OPERATOR FAMILY family USING btree ADD OPERATOR 1 < (int, bigint), FUNCTION 1 btint48cmp(int, bigint);
-- before: CREATE OPERATOR FAMILY family USING btree
-- before: ALTER OPERATOR FAMILY family USING btree ADD OPERATOR 1 < (int, bigint)
ALTER OPERATOR FAMILY family USING btree DROP OPERATOR 1 (int, bigint);
-- before: CREATE OPERATOR FAMILY family USING btree
DROP OPERATOR FAMILY family USING btree;
CREATE OPERATOR CLASS new FOR TYPE int USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
CREATE OPERATOR CLASS new FOR TYPE box USING gist AS OPERATOR 1 <<, FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal), FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal), FUNCTION 7 gist_box_same(box, box, internal), STORAGE box;
-- before: CREATE OPERATOR CLASS ordered FOR TYPE int USING btree AS OPERATOR 1 <
ALTER OPERATOR CLASS ordered USING btree RENAME TO renamed;
-- before: CREATE OPERATOR CLASS ordered FOR TYPE int USING btree AS OPERATOR 1 <
DROP OPERATOR CLASS ordered USING btree;
CREATE CAST (mood AS int) WITH INOUT;
-- before: CREATE CAST (mood AS int) WITH INOUT
DROP CAST (mood AS int);
CREATE TRANSFORM FOR int LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal));
-- before: CREATE TRANSFORM FOR int LANGUAGE plpgsql (FROM SQL WITH FUNCTION prsd_lextype(internal), TO SQL WITH FUNCTION int4recv(internal))
DROP TRANSFORM FOR int LANGUAGE plpgsql;
CREATE CONVERSION new FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
-- before: CREATE CONVERSION converted FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8
ALTER CONVERSION converted RENAME TO renamed;
-- before: CREATE CONVERSION converted FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8
DROP CONVERSION converted;
CREATE COLLATION new FROM "C";
-- before: CREATE COLLATION sorted FROM "C"
ALTER COLLATION sorted RENAME TO renamed;
-- before: CREATE COLLATION sorted FROM "C"
ALTER COLLATION sorted REFRESH VERSION;
-- before: CREATE COLLATION sorted FROM "C"
DROP COLLATION sorted;
CREATE TEXT SEARCH CONFIGURATION new (COPY = simple);
-- before: CREATE TEXT SEARCH CONFIGURATION searched (COPY = simple)
ALTER TEXT SEARCH CONFIGURATION searched RENAME TO renamed;
-- before: CREATE TEXT SEARCH CONFIGURATION searched (PARSER = "default")
ALTER TEXT SEARCH CONFIGURATION searched ADD MAPPING FOR word WITH simple;
-- before: CREATE TEXT SEARCH CONFIGURATION searched (COPY = simple)
ALTER TEXT SEARCH CONFIGURATION searched ALTER MAPPING FOR word WITH english_stem;
-- before: CREATE TEXT SEARCH CONFIGURATION searched (COPY = simple)
ALTER TEXT SEARCH CONFIGURATION searched ALTER MAPPING REPLACE simple WITH english_stem;
-- before: CREATE TEXT SEARCH CONFIGURATION searched (COPY = simple)
ALTER TEXT SEARCH CONFIGURATION searched DROP MAPPING FOR word;
-- before: CREATE TEXT SEARCH CONFIGURATION searched (COPY = simple)
DROP TEXT SEARCH CONFIGURATION searched;
CREATE TEXT SEARCH DICTIONARY new (TEMPLATE = simple);
-- before: CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple)
ALTER TEXT SEARCH DICTIONARY words (ACCEPT = false);
-- before: CREATE TEXT SEARCH DICTIONARY words (TEMPLATE = simple)
DROP TEXT SEARCH DICTIONARY words;
CREATE TEXT SEARCH PARSER new (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
-- before: CREATE TEXT SEARCH PARSER parsed (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype)
ALTER TEXT SEARCH PARSER parsed RENAME TO renamed;
-- before: CREATE TEXT SEARCH PARSER parsed (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype)
DROP TEXT SEARCH PARSER parsed;
CREATE TEXT SEARCH TEMPLATE new (LEXIZE = dsimple_lexize);
-- before: CREATE TEXT SEARCH TEMPLATE templated (LEXIZE = dsimple_lexize)
ALTER TEXT SEARCH TEMPLATE templated RENAME TO renamed;
-- before: CREATE TEXT SEARCH TEMPLATE templated (LEXIZE = dsimple_lexize)
DROP TEXT SEARCH TEMPLATE templated;
CREATE LANGUAGE new HANDLER plpgsql_call_handler;
ALTER LANGUAGE plpgsql RENAME TO renamed;
DROP LANGUAGE IF EXISTS missing;
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
-- before: CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler
DROP ACCESS METHOD heap2;
-- before: CREATE TYPE based
-- before: CREATE FUNCTION based_in(cstring) RETURNS based LANGUAGE internal IMMUTABLE STRICT AS 'int4in'
-- before: CREATE FUNCTION based_out(based) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out'
CREATE TYPE based (INPUT = based_in, OUTPUT = based_out, LIKE = int);
-- before: CREATE TYPE based
-- before: CREATE FUNCTION based_in(cstring) RETURNS based LANGUAGE internal IMMUTABLE STRICT AS 'int4in'
-- before: CREATE FUNCTION based_out(based) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out'
-- before: CREATE TYPE based (INPUT = based_in, OUTPUT = based_out, LIKE = int)
ALTER TYPE based SET (STORAGE = plain);
CREATE EVENT TRIGGER new ON ddl_command_end EXECUTE FUNCTION on_event();
-- before: CREATE EVENT TRIGGER heard ON sql_drop EXECUTE FUNCTION on_event()
ALTER EVENT TRIGGER heard DISABLE;
-- before: CREATE EVENT TRIGGER heard ON sql_drop EXECUTE FUNCTION on_event()
ALTER EVENT TRIGGER heard RENAME TO renamed;
-- before: CREATE EVENT TRIGGER heard ON sql_drop EXECUTE FUNCTION on_event()
DROP EVENT TRIGGER heard;

# Databases, tablespaces, server

CREATE DATABASE new;
ALTER DATABASE template1 CONNECTION LIMIT 100;
ALTER DATABASE postgres SET TABLESPACE pg_default;
ALTER DATABASE postgres SET work_mem = '8MB';
ALTER DATABASE postgres REFRESH COLLATION VERSION;
DROP DATABASE missing;
CREATE TABLESPACE new LOCATION '/nowhere';
ALTER TABLESPACE pg_default SET (seq_page_cost = 2);
DROP TABLESPACE missing;
ALTER SYSTEM SET work_mem = '8MB';
