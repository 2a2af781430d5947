-- What stands here as a query becomes a view, on a server and in the replay, and its columns' types are compared.

-- script: constants
SELECT 1 AS a, 2147483648 AS b, 9223372036854775808 AS c, 1.5 AS d, 1e3 AS e, 'x' AS f, NULL AS g, true AS h, -1 AS i;
SELECT -2147483648 AS a, -9223372036854775808 AS b, +5 AS c, - 3000000000 AS d, E'a\n' AS e, $$x$$ AS f, U&'x' AS g;
SELECT date '2020-01-01' AS a, timestamp '2020-01-01 00:00' AS b, timestamp with time zone '2020-01-01' AS c, interval '1 day' AS d, interval '1' year AS e, time '10:00' AS f, interval '1 2' day to hour AS g;
SELECT int8 '1' AS a, text 'x' AS b, pg_catalog.int4 '1' AS c, double precision '1' AS d, bool 'true' AS e, jsonb '{}' AS f, inet '::1' AS g;
SELECT true; SELECT NULL; SELECT 'x'; SELECT 1::int8; SELECT 'x'::varchar(3); SELECT CAST(1 AS numeric(5,2));
VALUES (1, 'x', 1.5), (2, NULL, 2);
VALUES (1::int2), (2::int8), (NULL);
VALUES ('x');
SELECT current_date, current_time, current_timestamp, localtime, localtimestamp, current_user, session_user, current_catalog, current_schema, current_role;
SELECT current_timestamp(3), localtime(2) AS l, now(), clock_timestamp(), pi(), random(), version(), current_database();

-- script: casts
SELECT '1'::int AS a, 1::text AS b, 1::varchar(10) AS c, 'x'::char AS d, 'x'::char(5) AS e, 'x'::bpchar AS f, 1::numeric(10) AS g, 1::numeric AS h, 1::numeric(10,2) AS i;
SELECT 'x'::varchar(10)::varchar AS a, '{}'::int[] AS b, '{}'::varchar(5)[] AS c, now()::date AS d, now()::timestamp(3) AS e, now()::timestamptz(0) AS f, '1 day'::interval(2) AS g, '1'::bit(3) AS h, '1'::bit varying(5) AS i, '1'::bit varying AS j;
SELECT cast('x' AS name), '1.5'::float, '1'::float(3) AS real, 1::smallint AS s, 'x'::"char" AS c, '{}'::json, '{}'::jsonb AS jb, 'pg_class'::regclass, 1::oid AS o, 1::money AS m;

-- script: operators
SELECT 1 + 1 AS a, 1 + 1.5 AS b, 1::int2 + 1::int2 AS c, 1::int2 + 1::int8 AS d, 1 / 2 AS e, 1 % 2 AS f, 2 ^ 3 AS g, 2.0 ^ 3 AS h, 1 - 1::int8 AS i, -(1.5) AS j, @ -5 AS k, |/ 25.0 AS l, 5 & 3 AS m, ~ 5 AS n, 1 << 2 AS o;
SELECT 1::float4 + 1::float4 AS a, 1::float4 + 1::float8 AS b, 1::float4 + 1 AS c, 1::float4 * 1.5 AS d, 1 * 1::money AS e, 2.5 * 1::float4 AS f, 1::money / 1::money AS g;
SELECT 'a' || 'b' AS a, 'a' || 1 AS b, 1 || 'a' AS c, 'a'::varchar(3) || 'b' AS d, 'a'::char(3) || 'b'::char(2) AS e, ARRAY[1] || 2 AS f, 1 || ARRAY[2] AS g, ARRAY[1] || ARRAY[2] AS h, ARRAY['a'] || 'b'::text AS i, '{}'::jsonb || '{}' AS j, 'a'::name || 'b' AS k;
SELECT now() - now() AS a, now() - interval '1 day' AS b, current_date - 1 AS c, current_date - current_date AS d, current_date + interval '1 day' AS e, current_date + time '10:00' AS f, interval '1 day' * 2 AS g, interval '1 day' / 2.0 AS h, now() + '1 day' AS i, current_date - '2020-01-01' AS j, current_date + 1 AS k, time '10:00' - time '09:00' AS l, 2 * interval '1 hour' AS m, current_timestamp - '2020-01-01' AS n;
SELECT 1 = 1 AS a, 1 < 2.5 AS b, 'a' = 'b' AS c, 'a'::varchar = 'b' AS d, now() > current_date AS e, 'a' LIKE 'b' AS f, 'a' NOT ILIKE 'b' AS g, 'a' ~ 'b' AS h, 'a' SIMILAR TO 'b' AS i, 1 BETWEEN 0 AND 2 AS j, 1 IN (1, 2) AS k, 1 NOT IN (1) AS l, 1 IS NULL AS m, 1 IS DISTINCT FROM 2 AS n, NOT true AS o, true AND false OR true AS p, 1 = ANY (ARRAY[1,2]) AS q, 1 <> ALL ('{1}'::int[]) AS r, (1, 2) = (1, 2) AS s, 1 = ANY (SELECT 1) AS t, true IS NOT TRUE AS u, (now(), now()) OVERLAPS (now(), now()) IS NULL AS v;
SELECT '{}'::json -> 'a' AS a, '{}'::json ->> 'a' AS b, '{}'::jsonb -> 0 AS c, '{}'::jsonb #> '{a}' AS d, '{}'::jsonb #>> '{a}' AS e, '{}'::jsonb @> '{}' AS f, '{}'::jsonb ? 'a' AS g, '{}'::jsonb - 'a' AS h, '{}'::jsonb - 1 AS i, '{}'::jsonb - '{a}'::text[] AS j, '{}'::jsonb #- '{a}' AS k, ('{}'::jsonb ->> 'a')::int AS l, '{}'::jsonb -> 'a' ->> 'b' AS m, '{}'::jsonb ?| ARRAY['a'] AS n;
SELECT ARRAY[1] @> ARRAY[2] AS a, ARRAY[1] && ARRAY[2] AS b, int4range(1, 2) @> 1 AS c, int4range(1, 2) * int4range(1, 2) AS d, int4range(1, 2) && int4range(1, 2) AS e, 'a'::tsvector @@ 'b'::tsquery AS f, '::1'::inet << '::1'::inet AS g, '::1'::inet + 1 AS h, point '(1,1)' <-> point '(2,2)' AS i, 'a'::tsvector || 'b'::tsvector AS j;
SELECT 1 OPERATOR(pg_catalog.+) 2 AS a, 'a' COLLATE "C" AS b, ('a' || 'b') COLLATE "C" AS c, now() AT TIME ZONE 'UTC' AS d, now()::timestamp AT TIME ZONE 'UTC' AS e, now() AT TIME ZONE 'UTC' AT TIME ZONE 'UTC' AS f, time '10:00' AT TIME ZONE interval '1 hour' AS g;
SELECT now() AT TIME ZONE 'UTC'; SELECT 1 + 2 * 3 ^ 2 - -4 AS x; SELECT 2 * -1 AS x; SELECT -1::int2 AS x; SELECT NULL = 1 AS a, NULL || 'x' AS b, NULL + 1 AS c;

-- script: functions
SELECT abs(-1) AS a, abs(-1.5) AS b, round(1.5) AS c, round(1.5, 1) AS d, round(1::float8) AS e, ceil(1.5) AS f, floor(1) AS g, mod(5, 2) AS h, mod(5::int8, 2) AS i, power(2, 3) AS j, power(2.0, 3) AS k, sqrt(4) AS l, sqrt(4.0) AS m, sign(1) AS n, trunc(1.5) AS o, greatest(1, 2.5) AS p, least(1::int2, 2::int8) AS q, exp(1) AS r, ln(2.0) AS s, log(10) AS t, div(5, 2) AS u;
SELECT length('a') AS a, lower('A') AS b, upper('a'::varchar(3)) AS c, left('abc', 1) AS d, right('abc', 1) AS e, concat('a', 1, NULL) AS f, concat_ws(',', 'a', 2) AS g, format('%s', 1) AS h, replace('a', 'b', 'c') AS i, split_part('a', 'b', 1) AS j, repeat('a', 2) AS k, md5('a') AS l, to_char(now(), 'YYYY') AS m, to_char(1, '9') AS n, to_date('a', 'b') AS o, to_timestamp(1) AS p, to_timestamp('a', 'b') AS q, to_number('1', '9') AS r, initcap('a') AS s, ascii('a') AS t, chr(65) AS u, reverse('a') AS v, lpad('a', 3) AS w, quote_ident('a') AS x, strpos('a', 'b') AS y, encode('a', 'hex') AS z;
SELECT date_trunc('day', now()) AS a, date_trunc('day', now()::timestamp) AS b, date_part('year', now()) AS c, age(now()) AS d, age(now(), now()) AS e, extract(epoch FROM now()) AS f, extract('year' FROM current_date) AS g, make_date(2020, 1, 1) AS h, make_interval(days => 1) AS i, make_interval(1, 2) AS j, make_timestamptz(2020, 1, 1, 1, 1, 1) AS k, justify_days('1 day') AS l, date_trunc('month', current_date) AS m, extract(hour FROM interval '1 hour') AS n, date_trunc('day', '1 day'::interval) AS o;
SELECT substring('abc' FROM 1 FOR 2) AS a, substring('abc', 2) AS b, substring('abc' FROM 'a') AS c, substring('a' FOR 2) AS d, position('a' IN 'b') AS e, overlay('a' PLACING 'b' FROM 1 FOR 1) AS f, trim('a') AS g, trim(BOTH 'x' FROM 'a') AS h, trim(LEADING FROM 'a') AS i, trim('a', 'b') AS j, substring('a'::bytea FROM 1) AS k, trim('\x00'::bytea FROM 'a'::bytea) AS l, substr('abc', 1) AS m, btrim('a') AS n;
SELECT trim(LEADING FROM 'a'); SELECT extract(year FROM now()); SELECT substring('a' FROM 1); SELECT position('a' IN 'b'); SELECT overlay('a' PLACING 'b' FROM 1); SELECT coalesce(1); SELECT nullif(1, 2); SELECT greatest(1, 2); SELECT collation for ('a'::text);
SELECT coalesce(NULL, 1) AS a, coalesce('a', 'b') AS b, coalesce(1, 2.5) AS c, coalesce(NULL, NULL) AS d, coalesce(1::int2, 1::int8) AS e, nullif(1, 2) AS f, nullif('a', 'b') AS g, nullif(1, 2.5) AS h, nullif('a'::varchar(5), 'b') AS i, nullif(1::int8, 2) AS j, coalesce('a'::varchar(3), 'b'::varchar(3)) AS k, coalesce('a'::varchar(3), 'b'::varchar(4)) AS l, coalesce('a'::varchar, 'b'::text) AS m, coalesce('a'::char(3), 'b'::text) AS n, coalesce(now(), current_date) AS o, coalesce(current_date, now()::timestamp) AS p, coalesce('{}'::jsonb, '{}') AS q;
SELECT array_length(ARRAY[1], 1) AS a, cardinality(ARRAY[1]) AS b, array_append(ARRAY[1], 2) AS c, array_cat(ARRAY[1], ARRAY[2]) AS d, array_to_string(ARRAY[1], ',') AS e, string_to_array('a', ',') AS f, array_remove(ARRAY['a'], 'a') AS g, array_position(ARRAY[1], 1) AS h, unnest(ARRAY[1]) AS i, array_fill(1, ARRAY[2]) AS j, array_agg(1) AS k, array_upper(ARRAY[1], 1) AS l, array_replace(ARRAY[1], 1, 2) AS m;
SELECT jsonb_build_object('a', 1) AS a, json_build_array(1) AS b, to_json(1) AS c, to_jsonb('a'::text) AS d, row_to_json(row(1)) AS e, jsonb_set('{}', '{a}', '1') AS f, jsonb_array_length('[]') AS g, jsonb_typeof('1') AS h, jsonb_object_keys('{}') AS i, json_agg(1) AS j, jsonb_object_agg('a', 1) AS k, jsonb_strip_nulls('{}') AS l, jsonb_pretty('{}') AS m, jsonb_extract_path_text('{}', 'a', 'b') AS n, jsonb_path_query('{}', '$') AS o, array_to_json(ARRAY[1]) AS p, json_extract_path('{}', 'a') AS q, jsonb_insert('{}', '{a}', '1') AS r;
SELECT gen_random_uuid(), txid_current(), pg_backend_pid(), obj_description(1, 'x'), has_table_privilege('a', 'b'), current_setting('a', true), set_config('a', 'b', true), pg_typeof(1), md5('x'), to_tsvector('a'), plainto_tsquery('a'), ts_rank('a'::tsvector, 'b'::tsquery), setweight('a'::tsvector, 'A'), to_tsvector('english', 'x') AS tv, num_nulls(1, 2), regexp_replace('a', 'b', 'c') AS rr, regexp_matches('a', 'b') AS rm, regexp_split_to_array('a', 'b') AS rs, host('::1'), inet_client_addr(), pg_size_pretty(1::int8), pg_relation_size('pg_class'), width_bucket(1, 2, 3, 4), lower(int4range(1, 2)) AS lo, upper(tstzrange(now(), now())) AS up, isempty(int4range(1, 2)), numrange(1, 2) AS nr, daterange(current_date, current_date) AS dr;
SELECT generate_series(1, 3) AS a, generate_series(1, 3::int8) AS b, generate_series(now(), now(), '1 day') AS c, generate_series(1.0, 2) AS d, generate_subscripts(ARRAY[1], 1) AS e, generate_series(current_date, current_date, '1 day') AS f, generate_series(current_date, current_date, interval '1 day')::date AS g;

-- script: branches
SELECT CASE WHEN true THEN 1 ELSE 2 END AS a, CASE WHEN true THEN 1 ELSE 2.5 END AS b, CASE WHEN true THEN 'a' END AS c, CASE WHEN true THEN 'a'::varchar(3) ELSE 'b'::varchar(3) END AS d, CASE WHEN true THEN 'a'::varchar(3) ELSE 'b' END AS e, CASE WHEN true THEN 'a'::varchar(3) END AS f, CASE 1 WHEN 1 THEN now() ELSE current_date END AS g, CASE WHEN true THEN NULL ELSE 1::int8 END AS h, CASE WHEN true THEN 1 WHEN false THEN 2::int2 END AS i, CASE WHEN true THEN NULL END AS j, CASE WHEN true THEN 'a'::varchar ELSE 'b'::text END AS k, CASE 'a' WHEN 'b' THEN 1 END AS l;
SELECT CASE WHEN true THEN 1 ELSE 2 END; SELECT CASE WHEN true THEN 1 ELSE abs(2) END; SELECT CASE WHEN true THEN 1 ELSE 2::int8 END;
SELECT ARRAY[1, 2] AS a, ARRAY[1, 2.5] AS b, ARRAY['a', 'b'] AS c, ARRAY['a'::varchar(3), 'b'::varchar(3)] AS d, ARRAY[[1], [2]] AS e, ARRAY[ARRAY[1], ARRAY[2]] AS f, ARRAY[NULL, 1] AS g, ARRAY[now(), current_date] AS h, ARRAY(SELECT 1) AS i, ARRAY(SELECT 'a') AS j, (ARRAY[1])[1] AS k, (ARRAY['a'::varchar(3)])[1] AS l, (ARRAY[1, 2])[1:2] AS m, (ARRAY[[1]])[1][1] AS n, (string_to_array('a', ','))[1] AS o, ARRAY[]::text[] AS p, ARRAY[NULL] AS q;
SELECT (SELECT 1) AS a, (SELECT 'a') AS b, EXISTS (SELECT 1) AS c, (SELECT max(x) FROM (VALUES (1), (2)) v (x)) AS d, row_to_json((SELECT t FROM (SELECT 1 AS x) t)) AS e, (SELECT 'a'::varchar(5)) AS f, ((SELECT 1)) + 1 AS g;
SELECT (SELECT 1 AS y); SELECT EXISTS (SELECT 1); SELECT ARRAY[1]; SELECT ARRAY(SELECT 1); SELECT (SELECT lower('x')); SELECT (ARRAY[1])[1];
SELECT 1 AS a UNION SELECT 2.5;
SELECT 'a' AS a UNION ALL SELECT 'b'::varchar(3);
SELECT 'a'::varchar(3) AS a UNION SELECT 'b'::varchar(3);
SELECT NULL AS a UNION SELECT 1;
SELECT NULL AS a UNION ALL SELECT NULL;
SELECT 1::int2 AS a, 'x' AS b UNION (SELECT 1::int8, NULL) EXCEPT SELECT 2, 'y' ORDER BY 1 LIMIT 1;
SELECT 1 AS a UNION SELECT 2 INTERSECT SELECT 2.5;
(SELECT 1 AS a) UNION ALL (SELECT 2::int8 ORDER BY 1);
SELECT DISTINCT 1 AS a; SELECT DISTINCT ON (1) 1 AS a, 'b' AS b; SELECT ALL 1 AS a;

-- script: tables
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN email AS varchar(100);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TYPE address AS (street varchar(50), city text, number int);
CREATE TABLE customers (id bigserial PRIMARY KEY, name varchar(100) NOT NULL, code char(5), mail email, mood mood, tags text[], labels varchar(20)[], home address, data jsonb, balance numeric(12,2), made timestamptz(3) DEFAULT now(), born date, active boolean, small smallint, p positive, r real, u uuid);
CREATE TABLE orders (id int PRIMARY KEY, customer_id bigint, total numeric(10,2), placed timestamp, state mood, note text);
SELECT * FROM customers;
SELECT c.*, o.total, o.id AS order_id FROM customers c JOIN orders o ON o.customer_id = c.id;
SELECT id + 1 AS a, name || 'x' AS b, code || 'x' AS c, mail || 'x' AS d, mood = 'ok' AS e, tags[1] AS f, labels[1] AS g, (home).street AS h, (home).number AS i, data ->> 'x' AS j, balance * 2 AS k, made + interval '1 day' AS l, made::date AS m, born - 1 AS n, NOT active AS o, small + 1 AS p, small + small AS q, p + 1 AS r, r * 2 AS s, labels AS t, mail, p AS pp, upper(mail) AS v, length(name) AS w, labels[1:2] AS x FROM customers;
SELECT lower(name), max(name) AS a, min(mail) AS b, max(p) AS c, sum(small) AS d, sum(id) AS e, sum(balance) AS f, avg(small) AS g, avg(r) AS h, count(*), count(DISTINCT name) AS i, array_agg(name) AS j, array_agg(tags) AS k, string_agg(name, ',') AS l, bool_and(active), json_agg(c) AS m, jsonb_agg(c.*) AS n, max(made) AS o, sum(r) AS q, stddev(small) AS s, array_agg(mood ORDER BY id) AS t, sum(small) FILTER (WHERE active) AS u, min(born) AS v, every(active) AS w, count(c) AS x, array_agg(mail) AS y, mode() WITHIN GROUP (ORDER BY mood) AS z FROM customers c GROUP BY name;
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY balance) AS a, percentile_disc(0.5) WITHIN GROUP (ORDER BY balance) AS b, percentile_cont(ARRAY[0.5]) WITHIN GROUP (ORDER BY r) AS c, rank(1) WITHIN GROUP (ORDER BY small) AS d, grouping(name) AS e, sum(sum(small)) OVER () AS f FROM customers GROUP BY name;
SELECT row_number() OVER (ORDER BY id), rank() OVER w, lag(name) OVER w AS a, lead(balance, 1, 0) OVER w AS b, first_value(mail) OVER w AS c, ntile(4) OVER w, sum(small) OVER (PARTITION BY name ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS d, last_value(made) OVER w AS e, cume_dist() OVER w, lag(mood, 1) OVER w AS f, nth_value(p, 1) OVER w AS g, count(*) FILTER (WHERE active) OVER w AS h FROM customers WINDOW w AS (ORDER BY id);
SELECT coalesce(name, 'x') AS a, coalesce(mail, 'x') AS b, coalesce(mood, 'ok') AS c, coalesce(tags, '{}') AS d, coalesce(balance, 0) AS e, coalesce(p, 0) AS f, coalesce(made, now()) AS g, coalesce(small, 0) AS h, nullif(name, '') AS i, nullif(mail, '') AS j, nullif(mood, 'ok') AS k, nullif(small, 0) AS l, greatest(made, now()) AS m, coalesce(code, 'x') AS n, coalesce(name, note) AS o, coalesce(name, mail) AS q, coalesce(p, small) AS r, coalesce(p, p) AS s, nullif(balance, 0) AS t, CASE WHEN active THEN name ELSE code END AS u, CASE WHEN active THEN mail ELSE mail END AS v, CASE mood WHEN 'ok' THEN 1 END AS w, coalesce(balance, total) AS x, coalesce(home, home) AS y FROM customers JOIN orders ON customer_id = customers.id;
SELECT c, c.name AS n, (c).mail AS m, (c.home).city, home, (c.home).number + 1 AS nn FROM customers c;
SELECT (c.home).*, c.id FROM customers c;
SELECT o.*, c.name FROM orders o LEFT JOIN LATERAL (SELECT name FROM customers WHERE id = o.customer_id) c ON true;
SELECT * FROM customers NATURAL JOIN (SELECT id, 1 AS extra FROM orders) x;
SELECT * FROM (SELECT id, name FROM customers) a JOIN (SELECT id, total FROM orders) b USING (id);
SELECT id, a.id AS aid, b.id AS bid FROM (SELECT id FROM customers) a FULL JOIN (SELECT id FROM orders) b USING (id);
SELECT x.* FROM (customers JOIN orders ON customer_id = customers.id) AS x (a, b, c);
SELECT ctid, xmin, tableoid, id FROM orders;
SELECT public.orders.id, orders.total FROM public.orders;
SELECT * FROM orders AS o (a, b);
SELECT t.x, t.y FROM (VALUES (1, 'a'), (2.5, 'b')) AS t (x, y);
SELECT s.a, s.count FROM (SELECT customer_id AS a, count(*) FROM orders GROUP BY 1) s;
SELECT * FROM orders, LATERAL (SELECT total * 2 AS double) d;
SELECT id FROM orders WHERE total > 5 AND note LIKE 'x%' AND placed >= now() GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 5;
TABLE orders;
SELECT min(state) AS a, max(state) AS b, array_agg(state) AS c, state::text AS d, state IN ('sad', 'ok') AS e, enum_range(state) AS f, unnest(enum_range(NULL::mood)) AS g, count(*) AS h, 'ok'::mood AS i, state <> 'ok' AS j FROM orders GROUP BY state;
SELECT id FROM customers UNION ALL SELECT id FROM orders;
SELECT name AS a, mail AS b, p AS c, balance AS d FROM customers UNION ALL SELECT note, note, 1, total FROM orders;
SELECT mail AS a FROM customers UNION ALL SELECT mail FROM customers;
SELECT NULL AS a, 'x' AS b FROM orders UNION ALL SELECT made, name FROM customers;
SELECT sum(total) / count(*) AS a, sum(total)::int AS b, round(avg(total), 2) AS c, sum(total) * 100.0 / nullif(sum(total), 0) AS d, date_trunc('month', placed) AS e, extract(dow FROM placed) AS f, to_char(placed, 'x') AS g, placed::date AS h, count(*)::int AS i, sum(CASE WHEN state = 'ok' THEN 1 ELSE 0 END) AS j, sum(CASE WHEN state = 'ok' THEN total ELSE 0 END) AS k, max(placed) - min(placed) AS l, now() - max(placed) AS m, placed AT TIME ZONE 'UTC' AS n, age(placed) AS o, coalesce(sum(total), 0) AS q, bool_or(state = 'ok') AS r, placed + '1 day'::interval AS s FROM orders GROUP BY placed;

-- script: common tables
CREATE TABLE nodes (id int PRIMARY KEY, parent int, name varchar(50));
WITH a AS (SELECT 1 AS x, 'b' AS y), b (z) AS (SELECT x + 0.5 FROM a) SELECT a.x, a.y, b.z FROM a, b;
WITH RECURSIVE t (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT n, n * 1.5 AS m FROM t;
WITH RECURSIVE tree AS (SELECT id, parent, name, 0 AS depth, ARRAY[id] AS path, name::text AS full FROM nodes WHERE parent IS NULL UNION ALL SELECT n.id, n.parent, n.name, t.depth + 1, t.path || n.id, t.full || '/' || n.name FROM nodes n JOIN tree t ON n.parent = t.id) SELECT * FROM tree;
WITH x AS MATERIALIZED (SELECT count(*) AS c FROM nodes) SELECT c, c + 1 AS d FROM x;
WITH a AS (SELECT id FROM nodes UNION SELECT 1::bigint) SELECT * FROM a;
SELECT * FROM (WITH q AS (SELECT name FROM nodes) SELECT name, upper(name) AS u FROM q) s;
WITH RECURSIVE a AS (SELECT 1 AS x), b AS (SELECT x FROM a) SELECT * FROM b;

-- script: functions behind from
CREATE TABLE docs (id int, data jsonb, tags text[], ids int[], names varchar(20)[]);
SELECT g, g + 1 AS h FROM generate_series(1, 3) AS g;
SELECT * FROM generate_series(now(), now(), '1 day') AS day;
SELECT day::date AS d FROM generate_series(current_date, current_date, interval '1 day') day;
SELECT e.key, e.value FROM docs, jsonb_each(data) e;
SELECT * FROM docs d CROSS JOIN LATERAL jsonb_array_elements(d.data) AS item;
SELECT item ->> 'a' AS a, item -> 'b' AS b FROM docs, jsonb_array_elements(data -> 'items') item;
SELECT value FROM docs, jsonb_array_elements_text(data);
SELECT t.tag, t.n FROM docs, unnest(tags) WITH ORDINALITY AS t (tag, n);
SELECT * FROM unnest(ARRAY[1], ARRAY['a']) AS u (a, b);
SELECT u FROM docs, unnest(ids) u;
SELECT x.a, x.b FROM jsonb_to_recordset('[]') AS x (a int, b varchar(5));
SELECT * FROM jsonb_to_record('{}') AS x (a numeric(5,1), b text[]);
SELECT name, setting FROM unnest(ARRAY['a']) AS name, lower('x') AS setting;
SELECT tag FROM docs, regexp_split_to_table('a', 'b') AS tag;
SELECT * FROM string_to_array('a', ',') s;
SELECT n FROM docs, unnest(names) n;
SELECT * FROM current_date AS d;

-- script: own functions
CREATE TABLE things (id int, label varchar(10));
CREATE TYPE pair AS (a int, b text);
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION twice(x int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION twice(x text) RETURNS varchar LANGUAGE sql AS 'SELECT ''x''::varchar';
CREATE FUNCTION all_things() RETURNS SETOF things LANGUAGE sql AS 'SELECT * FROM things';
CREATE FUNCTION listed(n int DEFAULT 1, VARIADIC names text[] DEFAULT '{}') RETURNS TABLE (a int, b numeric) LANGUAGE sql AS 'SELECT 1, 1.5';
CREATE FUNCTION outs(IN x int, OUT y text, OUT z date) LANGUAGE sql AS 'SELECT ''x'', current_date';
CREATE FUNCTION single(IN x int, OUT y numeric) LANGUAGE sql AS 'SELECT 1.5';
CREATE FUNCTION any_of(a anyelement, b anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION joined(VARIADIC parts text[]) RETURNS text LANGUAGE sql AS 'SELECT ''x''';
CREATE FUNCTION paired() RETURNS pair LANGUAGE sql AS 'SELECT 1, ''x''';
CREATE FUNCTION plus(a int, b int DEFAULT 2, c int DEFAULT 3) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
SELECT one(), twice(1) AS a, twice('x'::text) AS b, twice(label) AS c, twice('x') AS d, any_of(1, 2) AS e, any_of(label, label) AS f, joined('a', 'b') AS g, joined(VARIADIC ARRAY['a']) AS h, single(1) AS i, plus(1) AS j, plus(1, c => 5) AS k, plus(a => 1) AS l, public.one() AS m, paired() AS n, (paired()).b AS o FROM things;
SELECT * FROM all_things();
SELECT t.label, t FROM all_things() t;
SELECT * FROM listed(1, 'a', 'b');
SELECT * FROM outs(1);
SELECT * FROM single(1);
SELECT y FROM single(1) s;
SELECT * FROM one();
SELECT * FROM paired() p;
SELECT (all_things()).*, (all_things()).label AS l;

-- script: extensions
CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION "uuid-ossp";
CREATE EXTENSION pgcrypto;
CREATE EXTENSION ltree;
CREATE TABLE people (id uuid DEFAULT uuid_generate_v4(), mail citext, attributes hstore, path ltree, name text);
SELECT mail, mail || 'x' AS a, mail = 'x' AS b, lower(mail) AS c, attributes -> 'x' AS d, attributes ? 'x' AS e, path @> 'a.b' AS f, nlevel(path) AS g, subpath(path, 1) AS h, similarity(name, 'x') AS i, name % 'x' AS j, uuid_generate_v4() AS k, crypt('a', gen_salt('bf')) AS l, digest('a', 'sha256') AS m, encode(digest('a', 'md5'), 'hex') AS n, name <-> 'x' AS o, max(mail) AS p, coalesce(mail, 'x') AS q, coalesce(mail, name) AS r, nullif(mail, '') AS s, mail::text AS t, array_agg(mail) AS u, attributes -> ARRAY['a'] AS v, hstore('a', 'b') AS w, akeys(attributes) AS x, mail LIKE 'x' AS y, mail = name AS z FROM people GROUP BY 1, attributes, path, name;
SELECT key, value FROM people, each(attributes);
SELECT skeys(attributes) AS a, path || 'x' AS b, text2ltree('a') AS c, regexp_replace(mail, 'a', 'b') AS d, split_part(mail, '@', 1) AS e, length(mail) AS f, gen_random_bytes(5) AS g FROM people;

-- script: views upon views
CREATE TABLE base (id int, name varchar(40), amount numeric(8,2));
CREATE VIEW first AS SELECT id, name, amount * 2 AS double, 'x' AS constant FROM base;
CREATE MATERIALIZED VIEW second AS SELECT name, double + 1 AS more, constant, count(*) OVER () AS c FROM first;
CREATE TABLE copied AS SELECT *, now() AS at FROM second;
SELECT * FROM first; SELECT * FROM second; SELECT * FROM copied; SELECT f FROM first f;
SELECT max(c) AS a, constant || 'y' AS b FROM copied GROUP BY constant;

-- script: catalogs and views of the system
CREATE TABLE books (id int, title text);
SELECT * FROM pg_class;
SELECT * FROM pg_catalog.pg_index;
SELECT * FROM pg_stat_activity;
SELECT * FROM information_schema.columns;
SELECT c.oid, c.oid::regclass AS t, c.relname, c.relname || '_x' AS a, c.reltuples / 2 AS b, c.relkind, c.relkind = 'r' AS d, c.relacl[1] AS e, c.reloptions, c.ctid, c.xmin, c.tableoid FROM pg_class c;
SELECT n.nspname, count(*) AS n, sum(pg_total_relation_size(c.oid)) AS bytes, max(c.relpages) AS pages, array_agg(c.relname) AS names, string_agg(c.relname, ',') AS list FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace GROUP BY 1;
SELECT table_name, table_name::text AS t, table_schema || '.' || table_name AS full_name, upper(column_name) AS u, ordinal_position, ordinal_position + 1 AS next, is_nullable, is_nullable = 'YES' AS b, coalesce(column_default, '') AS d, column_name = 'a' AS e, array_agg(column_name) OVER () AS f, quote_ident(table_name) AS g, character_maximum_length * 2 AS h FROM information_schema.columns;
SELECT created, max(created) OVER () AS m, now() - created AS d FROM information_schema.triggers;
SELECT t.table_name, c.relname FROM information_schema.tables t JOIN pg_class c ON c.relname = t.table_name;
SELECT b.title, a.attname, format_type(a.atttypid, a.atttypmod) AS type, pg_get_expr(d.adbin, d.adrelid) AS def FROM books b, pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum;
SELECT pid, usename, now() - query_start AS age, state, left(query, 10) AS q, client_addr, pg_blocking_pids(pid) AS p FROM pg_stat_activity WHERE state = 'active';
SELECT 'a'::information_schema.sql_identifier AS a, 1::information_schema.cardinal_number AS b, 'YES'::information_schema.yes_or_no AS c, conkey, conkey[1] AS d, unnest(conkey) AS e FROM pg_constraint;
SELECT rolname, rolvaliduntil, datname, datconnlimit, setting, unit FROM pg_roles, pg_database, pg_settings;
SELECT indexname, indexdef, s.schemaname, idx_scan, relname, i.indkey, i.indkey[0] AS k, indisvalid FROM pg_indexes JOIN pg_stat_user_indexes s ON indexrelname = indexname JOIN pg_index i USING (indexrelid);
SELECT c, row_to_json(c) AS j, (c).relname AS n, count(c) OVER () AS k, t AS u, (t).table_name AS o FROM pg_class c, information_schema.tables t;
SELECT * FROM (SELECT proname, proargtypes, proargmodes, prosrc FROM pg_proc) p;
WITH sizes AS (SELECT oid, relname AS name, reltuples::bigint AS n FROM pg_class) SELECT name, n FROM sizes;
