-- script: a block runs its statements
CREATE TABLE orders (id bigint PRIMARY KEY, total numeric);
DO $$
BEGIN
  ALTER TABLE orders ADD COLUMN note text DEFAULT 'none';
  CREATE INDEX orders_note_idx ON orders (note);
  CREATE TABLE customers (id int PRIMARY KEY);
  ALTER TABLE orders ADD COLUMN customer int REFERENCES customers;
END
$$;
DO 'BEGIN CREATE TYPE mood AS ENUM (''sad'', ''ok''); END';
DO LANGUAGE plpgsql $body$ BEGIN DROP TABLE orders; END $body$;
-- script: a block that fails takes all back
CREATE TABLE a (id int);
DO $$ BEGIN CREATE TABLE b (id int); ALTER TABLE missing ADD COLUMN c int; END $$;
DO $$ BEGIN CREATE TABLE a (id int); END $$;
DO $$ BEGIN ALTER TABLE a DROP COLUMN nothing; END $$;
DO $$ BEGIN INSERT INTO a (other) VALUES (1); END $$;
DO $$ BEGIN CREATE INDEX CONCURRENTLY ON a (id); END $$;
DO $$ BEGIN PERFORM missing_function; END $$;
DO $$ BEGIN BEGIN; END $$;
DO $$ BEGIN RAISE EXCEPTION 'not today'; END $$;
DO $$ BEGIN RAISE EXCEPTION 'not today' USING ERRCODE = 'P0001'; END $$;
DO $$ BEGIN RAISE undefined_table; END $$;
DO $$ BEGIN ASSERT 1 = 2; END $$;
DO $$ BEGIN RAISE NOTICE 'all is well'; CREATE TABLE c (id int); END $$;
-- script: what the catalog decides is decided
CREATE TABLE orders (id int PRIMARY KEY, total int CHECK (total > 0));
CREATE TYPE mood AS ENUM ('sad');
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'orders' AND column_name = 'total') THEN
    ALTER TABLE orders ADD COLUMN total int;
  END IF;
  IF NOT EXISTS (
      SELECT 1 FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = 'orders' AND column_name = 'note') THEN
    ALTER TABLE orders ADD COLUMN note text;
  ELSE
    ALTER TABLE orders DROP COLUMN id;
  END IF;
END $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_type WHERE typname = 'mood') THEN
    CREATE TYPE mood AS ENUM ('sad', 'glad');
  END IF;
  IF NOT EXISTS (SELECT FROM pg_type WHERE typname = 'size') THEN
    CREATE TYPE size AS ENUM ('s', 'm');
  END IF;
  IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'orders_total_check') THEN
    ALTER TABLE orders DROP CONSTRAINT orders_total_check;
  END IF;
  IF to_regclass('public.customers') IS NULL THEN
    CREATE TABLE customers (id int);
  END IF;
  IF EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relname = 'customers' AND n.nspname = 'public' AND c.relkind = 'r') THEN
    CREATE INDEX customers_id_idx ON customers (id);
  END IF;
END $$;
DO $$
BEGIN
  IF EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'customers_id_idx') AND 1 = 1 THEN
    DROP INDEX customers_id_idx;
  ELSIF true THEN
    DROP TABLE customers;
  END IF;
  IF (SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename = 'nothing') = 0 THEN
    CREATE TABLE nothing ();
  END IF;
END $$;
-- script: errors are handled
CREATE TABLE a (id int);
CREATE TYPE mood AS ENUM ('sad');
DO $$
BEGIN
  CREATE TYPE mood AS ENUM ('sad', 'glad');
EXCEPTION WHEN duplicate_object THEN
  NULL;
END $$;
DO $$
BEGIN
  CREATE TABLE b (id int);
  CREATE TABLE a (id int);
EXCEPTION WHEN duplicate_table OR undefined_column THEN
  CREATE TABLE c (id int);
END $$;
DO $$
BEGIN
  BEGIN
    ALTER TABLE a ADD COLUMN id int;
  EXCEPTION WHEN duplicate_column THEN RAISE NOTICE 'there';
  END;
  BEGIN
    ALTER TABLE missing ADD COLUMN id int;
  EXCEPTION WHEN undefined_table THEN CREATE TABLE d (id int);
  END;
  BEGIN
    DROP INDEX missing;
  EXCEPTION WHEN OTHERS THEN CREATE TABLE e (id int);
  END;
  BEGIN
    RAISE EXCEPTION 'no' USING ERRCODE = '22012';
  EXCEPTION WHEN SQLSTATE '22012' THEN CREATE TABLE f (id int);
  END;
  BEGIN
    ALTER TABLE missing ADD COLUMN id int;
  EXCEPTION WHEN syntax_error_or_access_rule_violation THEN CREATE TABLE g (id int);
  END;
END $$;
DO $$
BEGIN
  CREATE TABLE a (id int);
EXCEPTION WHEN undefined_table THEN
  CREATE TABLE h (id int);
END $$;
DO $$
BEGIN
  CREATE TABLE a (id int);
EXCEPTION WHEN duplicate_table THEN
  RAISE;
END $$;
DO $$
BEGIN
  ASSERT false;
EXCEPTION WHEN others THEN
  CREATE TABLE h (id int);
END $$;
-- script: loops over what is known
CREATE TABLE a (id int);
CREATE TABLE b (id int);
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['a', 'b'] LOOP
    EXECUTE 'ALTER TABLE ' || t || ' ADD COLUMN created_at timestamptz';
    EXECUTE format('CREATE INDEX %I ON %I (created_at)', t || '_created_at_idx', t);
  END LOOP;
  FOR i IN 1..3 LOOP
    EXECUTE 'CREATE TABLE part_' || i || ' (id int)';
  END LOOP;
  FOR i IN REVERSE 6..4 BY 2 LOOP
    EXECUTE format('CREATE TABLE part_%s (id int)', i);
  END LOOP;
END $$;
DO $$
DECLARE
  r record;
BEGIN
  FOR r IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'part%' ORDER BY tablename LOOP
    EXECUTE format('ALTER TABLE public.%I ADD COLUMN note text', r.tablename);
  END LOOP;
END $$;
DO $$
DECLARE
  i int := 0;
BEGIN
  <<outer>>
  LOOP
    i := i + 1;
    CONTINUE WHEN i = 2;
    EXECUTE 'CREATE TABLE round_' || i || ' ()';
    EXIT outer WHEN i >= 3;
  END LOOP;
  WHILE i > 1 LOOP
    i := i - 1;
    EXECUTE 'CREATE TABLE down_' || i || ' ()';
  END LOOP;
END $$;
-- script: variables and cases
CREATE TABLE a (id int, name text);
DO $$
DECLARE
  prefix CONSTANT text := 'shop';
  suffix varchar(10) DEFAULT 'log';
  n int;
  flag boolean := true;
  row_of_a a%ROWTYPE;
  kind a.name%TYPE := 'big';
BEGIN
  n := 2;
  CASE n
    WHEN 1 THEN CREATE TABLE one ();
    WHEN 2, 3 THEN CREATE TABLE two ();
    ELSE CREATE TABLE many ();
  END CASE;
  CASE WHEN kind = 'small' THEN CREATE TABLE small (); WHEN flag THEN CREATE TABLE big (); END CASE;
  EXECUTE format('CREATE TABLE %I (%I int)', prefix || '_' || suffix, 'Mixed Case');
  DECLARE
    prefix text := 'inner';
  BEGIN
    EXECUTE 'CREATE TABLE ' || quote_ident(prefix) || ' ()';
  END;
  EXECUTE 'CREATE TABLE ' || prefix || ' ()';
  INSERT INTO a (id, name) VALUES (n, kind);
  UPDATE a SET name = suffix WHERE id = n;
  SELECT id INTO n FROM a WHERE name = kind;
  IF flag THEN
    RETURN;
  END IF;
  CREATE TABLE never ();
END $$;
DO $$ BEGIN CASE 5 WHEN 1 THEN NULL; END CASE; END $$;
DO $$ DECLARE x int := 1; BEGIN UPDATE a SET name = y; END $$;
DO $$ DECLARE x missing_type; BEGIN NULL; END $$;
-- script: routines of the history run
CREATE TABLE tenants (id int PRIMARY KEY);
CREATE FUNCTION add_tenant_table(name text, indexed boolean DEFAULT true) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TABLE %I (id int PRIMARY KEY, tenant int REFERENCES tenants)', 'tenant_' || name);
  IF indexed THEN
    EXECUTE format('CREATE INDEX ON %I (tenant)', 'tenant_' || name);
  END IF;
END $$;
SELECT add_tenant_table('red');
SELECT add_tenant_table('blue', false);
SELECT * FROM add_tenant_table(indexed => false, name => 'green');
DO $$ BEGIN PERFORM add_tenant_table('black'); END $$;
SELECT add_tenant_table('red');
CREATE PROCEDURE drop_tenant_table(name text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'DROP TABLE tenant_' || name;
END $$;
CALL drop_tenant_table('red');
CALL drop_tenant_table('red');
CREATE FUNCTION two_tables() RETURNS int LANGUAGE sql AS $$
  CREATE TABLE first_of_two ();
  CREATE TABLE second_of_two ();
  SELECT 1;
$$;
SELECT two_tables();
CREATE FUNCTION overloaded(a text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE by_text (); END $$;
CREATE FUNCTION overloaded(a text[]) RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE by_array (); END $$;
CREATE FUNCTION overloaded(a text, b int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE by_two (); END $$;
SELECT overloaded(ARRAY['x']);
SELECT overloaded('x', 1);
CREATE FUNCTION outer_one() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM add_tenant_table('inner'); END $$;
SELECT outer_one();
CREATE FUNCTION stable_one() RETURNS int LANGUAGE sql STABLE AS 'SELECT 1';
SELECT stable_one();
CREATE SCHEMA other;
CREATE FUNCTION in_other() RETURNS void LANGUAGE plpgsql SET search_path = other AS $$
BEGIN
  CREATE TABLE of_other (id int);
END $$;
SELECT in_other();
CREATE TABLE of_public (id int);
DROP FUNCTION outer_one();
-- script: bodies are read when a routine is made
CREATE TABLE a (id int);
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN SELEKT 1; END $$;
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN SELECT FROM WHERE; END $$;
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN SELECT id FROM missing; END $$;
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS $$ SELECT id FROM missing $$;
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS $$ SELEKT 1 $$;
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT id FROM a WHERE id = ''1''::int';
SET check_function_bodies = off;
CREATE FUNCTION h() RETURNS int LANGUAGE sql AS $$ SELECT id FROM missing $$;
CREATE FUNCTION i() RETURNS void LANGUAGE plpgsql AS $$ BEGIN SELEKT 1; END $$;
-- script: text that runs
CREATE TABLE a (id int);
DO $$ BEGIN EXECUTE 'CREATE TABLE b (id int); CREATE TABLE c (id int)'; END $$;
DO $$ BEGIN EXECUTE 'CREATE TABEL d (id int)'; END $$;
DO $$ BEGIN EXECUTE 'DROP TABLE missing'; END $$;
DO $$ BEGIN EXECUTE $x$ALTER TABLE a ADD COLUMN "It's" text DEFAULT 'it''s'$x$; END $$;
DO $$ DECLARE s text := 'b'; BEGIN EXECUTE 'INSERT INTO ' || s || ' VALUES ($1)' USING 1; END $$;
DO $$ BEGIN EXECUTE concat('CREATE TABLE ', lower('E'), ' (id int)'); END $$;
DO $$
DECLARE
  name text;
BEGIN
  SELECT table_name INTO name FROM information_schema.tables WHERE table_name = 'c' AND table_schema = 'public';
  EXECUTE 'DROP TABLE ' || name;
END $$;
-- script: cursors, results and what only a running server knows
CREATE TABLE a (id int, name text);
DO $$
DECLARE
  c CURSOR (least int) FOR SELECT id, name FROM a WHERE id > least;
  r refcursor;
  row_of_c record;
  n int;
  s text;
BEGIN
  FOR row_of_c IN c(1) LOOP
    EXECUTE format('CREATE TABLE of_%s ()', row_of_c.name);
  END LOOP;
  OPEN c(2);
  FETCH NEXT FROM c INTO row_of_c;
  MOVE c;
  CLOSE c;
  OPEN r FOR SELECT id FROM a;
  FETCH r INTO n;
  CLOSE r;
  OPEN r FOR EXECUTE 'SELECT name FROM a';
  CLOSE r;
  UPDATE a SET name = 'x' WHERE id = n;
  GET DIAGNOSTICS n = ROW_COUNT;
  IF n > 0 THEN
    RAISE EXCEPTION 'there are rows';
  END IF;
  IF NOT FOUND THEN
    NULL;
  END IF;
  PERFORM 1 FROM a;
  CREATE TABLE behind ();
END $$;
CREATE FUNCTION rows_of_a() RETURNS SETOF a LANGUAGE plpgsql AS $$
DECLARE
  one a;
BEGIN
  FOR one IN SELECT * FROM a LOOP
    RETURN NEXT one;
  END LOOP;
  RETURN QUERY SELECT * FROM a;
  RETURN QUERY EXECUTE 'SELECT * FROM a WHERE id = $1' USING 1;
  RETURN;
END $$;
SELECT * FROM rows_of_a();
CREATE FUNCTION pair(OUT first int, OUT second text) LANGUAGE plpgsql AS $$
BEGIN
  first := 1;
  second := 'b';
END $$;
SELECT * FROM pair();
DO $$
DECLARE
  first int;
  second text;
BEGIN
  SELECT * INTO first, second FROM pair();
  INSERT INTO a VALUES (first, second) RETURNING id INTO STRICT first;
  BEGIN
    SELECT missing INTO first FROM a;
  EXCEPTION WHEN undefined_column THEN
    GET STACKED DIAGNOSTICS second = MESSAGE_TEXT;
    CREATE TABLE handled ();
  END;
END $$;
DO $$ BEGIN SELECT missing FROM a; END $$;
DO $$ DECLARE x a.missing%TYPE; BEGIN NULL; END $$;
DO $$ DECLARE x missing%ROWTYPE; BEGIN NULL; END $$;
DO $$ BEGIN PERFORM 1 FROM missing; END $$;
DO $$ DECLARE x int; BEGIN x := (SELECT id FROM missing); END $$;
DO $$ BEGIN IF EXISTS (SELECT 1 FROM missing) THEN NULL; END IF; END $$;
-- script: labels, nested blocks and calls in calls
CREATE TABLE log (what text);
CREATE PROCEDURE note(what text) LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO log VALUES (what);
  EXECUTE format('CREATE TABLE IF NOT EXISTS log_%s (LIKE log INCLUDING ALL)', what);
END $$;
DO $$
<<outer>>
DECLARE
  kind text := 'outer';
BEGIN
  CALL note(kind);
  <<inner>>
  DECLARE
    kind text := 'inner';
  BEGIN
    CALL note(kind);
    CALL note(outer.kind);
    EXIT inner WHEN kind = 'inner';
    CREATE TABLE never ();
  END;
  FOR i IN 1..2 LOOP
    FOR j IN 1..2 LOOP
      CONTINUE WHEN i = j;
      EXECUTE 'CREATE TABLE grid_' || i || '_' || j || ' ()';
    END LOOP;
  END LOOP;
  EXIT outer;
  CREATE TABLE never_either ();
END $$;
CREATE FUNCTION fact(n int) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  IF n <= 1 THEN
    RETURN 1;
  END IF;
  EXECUTE 'CREATE TABLE fact_' || n || ' ()';
  RETURN n * fact(n - 1);
END $$;
SELECT fact(4);
CREATE FUNCTION variadic_one(VARIADIC names text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY names LOOP
    EXECUTE format('CREATE TABLE %I ()', 'v_' || one);
  END LOOP;
END $$;
-- script: loops of which nobody knows the rounds
CREATE TABLE todo (id int);
DO $$
DECLARE
  n int := 0;
  done int;
BEGIN
  LOOP
    n := n + 1;
    DELETE FROM todo WHERE id < 10;
    GET DIAGNOSTICS done = ROW_COUNT;
    EXIT WHEN done = 0;
  END LOOP;
  CREATE TABLE behind_the_loop (id int);
END $$;
DO $$
DECLARE
  i int := 0;
BEGIN
  WHILE i < 1200 LOOP
    i := i + 1;
  END LOOP;
  CREATE TABLE behind_many (id int);
END $$;
ALTER TABLE behind_the_loop ADD COLUMN note text;
ALTER TABLE behind_many ADD COLUMN note text;
-- script: what a query returns is what its function says
CREATE TABLE a (id int, name text);
CREATE FUNCTION right_types() RETURNS TABLE (x int, y text) LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT id, name FROM a; END $$;
CREATE FUNCTION wrong_type() RETURNS TABLE (x bigint, y text) LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT id, name FROM a; END $$;
CREATE FUNCTION too_many() RETURNS TABLE (x int) LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT * FROM a; END $$;
CREATE FUNCTION one_row() RETURNS SETOF a LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY SELECT * FROM a; END $$;
SELECT * FROM right_types();
SELECT * FROM wrong_type();
SELECT * FROM too_many();
SELECT * FROM one_row();

-- script: an argument that is longer than the code it is put into
CREATE TABLE shelves (id integer, label text);
CREATE FUNCTION counted(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE query;
END $$;
SELECT counted FROM (VALUES ($$ id > 1 $$), ($$ label = 'a' $$)) AS conditions (condition),
  LATERAL counted($q$SELECT string_agg(label, ', ' ORDER BY id) FROM shelves WHERE $q$ || condition);
