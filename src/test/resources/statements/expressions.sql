-- Value expressions that PostgreSQL 18 parses, one on a line.

1
1.5e3
'a'
E'a\n'
$$a$$
B'101'
x'1F'
NULL
TRUE
DEFAULT
$1
a
"A b"
t.a
s.t.a
t.*
a[1]
a[1:2]
a[:2]
a[1:]
a[:]
a[1][2].b
$1[1].x
(a)
(a).b
(a).*
(a)[1]
(a, b)
((a))
ROW(1, 2)
ROW()
ARRAY[]
ARRAY[1, 2]
ARRAY[[1, 2], [3, 4]]
ARRAY[]::int[]
ARRAY(SELECT 1)
-1
- 1
+ a
- - a
@ a
~ a
|/ 25
NOT a
NOT NOT a
NOT a = b
a OR b AND NOT c
a = b OR a < c AND d >= e
a <> b
a != b
a + b * c / d % e ^ f - g
a || b
a -> 'b' ->> 'c'
a #> '{b}' @> c
a ? 'b'
a ?| array['b']
a ~ '^x' AND b !~* 'y'
a << 2 >> 3
a OPERATOR(pg_catalog.+) b
a OPERATOR(+) b
OPERATOR(pg_catalog.-) a
a::int
a::int::text
-a::int
a::varchar(20)[]
a::timestamp with time zone
a::timestamp(3) without time zone
a::interval day to second(3)
a::double precision
a::numeric(10, 2)
a::s.t
a::"char"
a::bit varying(5)
a::char varying(5)
a::national character varying(5)
a::int ARRAY
a::int ARRAY[4]
a::int[3][]
CAST(a AS int)
CAST(a AS timestamp with time zone)
int '5'
date '2020-01-01'
timestamp with time zone '2020-01-01'
timestamptz '2020-01-01'
interval '1 day'
interval '1' year
interval '1-2' year to month
interval(3) '1 day'
interval '1' second(3)
double precision '1'
numeric(10,2) '1.5'
bit varying '101'
s.t 'x'
point(1) 'x'
json '{}'
a IS NULL
a IS NOT NULL
a ISNULL
a NOTNULL
a IS TRUE
a IS NOT FALSE
a IS UNKNOWN
a IS DISTINCT FROM b
a IS NOT DISTINCT FROM b
a IS DOCUMENT
a IS NOT DOCUMENT
a IS NORMALIZED
a IS NFC NORMALIZED
a IS NOT NFKD NORMALIZED
a IS JSON
a IS NOT JSON OBJECT
a IS JSON ARRAY WITH UNIQUE KEYS
a IS JSON SCALAR WITHOUT UNIQUE
a IS NULL IS NOT NULL
a = b IS NULL
a < b IS NULL < c
a BETWEEN 1 AND 2
a NOT BETWEEN 1 AND 2
a BETWEEN SYMMETRIC 1 AND 2
a BETWEEN b + 1 AND c - 1 AND d
a BETWEEN 1 AND 2 AND b NOT BETWEEN 3 AND 4
a IN (1, 2)
a NOT IN (SELECT 1)
(a, b) IN ((1, 2), (3, 4))
a IN (1) AND b
a LIKE 'x%'
a NOT LIKE 'x%' ESCAPE '\'
a ILIKE b || '%'
a NOT ILIKE b
a SIMILAR TO 'x'
a NOT SIMILAR TO 'x' ESCAPE 'y'
a LIKE ANY (ARRAY['x'])
a NOT ILIKE ALL (ARRAY['x'])
a = ANY (b)
a = ANY (ARRAY['x'::text, 'y'::text])
a <> ALL (SELECT 1)
a > SOME (b)
a + ANY (b)
a OPERATOR(pg_catalog.=) ANY (b)
a AT TIME ZONE 'utc'
a AT TIME ZONE 'utc' + interval '1 day'
a AT LOCAL
a AT TIME ZONE 'utc' AT TIME ZONE 'cet'
a COLLATE "C"
a COLLATE s."C" < b
- a COLLATE "C"
(a, b) OVERLAPS (c, d)
f()
f(a)
f(a, b + 1, c => 2, d := 3)
s.f(a)
f(VARIADIC a)
f(a, VARIADIC b)
f(a, VARIADIC b => c)
f(DISTINCT a)
f(ALL a)
f(a ORDER BY b DESC NULLS LAST, c USING <)
f(DISTINCT a, b ORDER BY a)
count(*)
count(*) FILTER (WHERE a > 0)
sum(a) OVER ()
sum(a) OVER w
sum(a) OVER (PARTITION BY b ORDER BY c ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
percentile_cont(0.5) WITHIN GROUP (ORDER BY a)
rank(a) WITHIN GROUP (ORDER BY b, c DESC) FILTER (WHERE d) OVER w
(f(a)).b
left(a, 2)
left(a, 2) || right(b, 3)
year(a)
operator + 1
value
text(a)
a.b(c)
f(a)::int
COALESCE(a, b)
GREATEST(a, b)
LEAST(a)
NULLIF(a, b)
GROUPING(a, b)
EXISTS (SELECT 1)
NOT EXISTS (SELECT 1 FROM t WHERE t.a = b)
EXISTS ((SELECT 1))
(SELECT 1)
(SELECT 1) + 1
((SELECT 1))
((SELECT 1) UNION (SELECT 2))
(((SELECT 1) UNION SELECT 2) ORDER BY 1)
(VALUES (1))
(WITH x AS (SELECT 1) SELECT * FROM x)
(TABLE t)
(SELECT a).b
(SELECT a)[1]
CASE WHEN a THEN b END
CASE a WHEN 1 THEN 2 WHEN 3 THEN 4 ELSE 5 END
CASE WHEN a THEN CASE b WHEN 1 THEN 2 END ELSE NULL END || 'x'
CURRENT_DATE
CURRENT_TIME
CURRENT_TIMESTAMP(3)
LOCALTIME(1)
LOCALTIMESTAMP
CURRENT_USER
USER
SESSION_USER
CURRENT_ROLE
SYSTEM_USER
CURRENT_CATALOG
CURRENT_SCHEMA
current_schema()
EXTRACT(year FROM a)
EXTRACT('epoch' FROM a - b)
OVERLAY(a PLACING b FROM 1 FOR 2)
POSITION('x' IN a)
SUBSTRING(a FROM 1 FOR 2)
SUBSTRING(a, 1, 2)
SUBSTRING(a SIMILAR 'x' ESCAPE 'y')
TRIM(BOTH 'x' FROM a)
TRIM(a)
TREAT(a AS int)
NORMALIZE(a, NFC)
COLLATION FOR (a)
XMLELEMENT(NAME foo, XMLATTRIBUTES(a AS b), c)
XMLFOREST(a AS b)
XMLPARSE(DOCUMENT a)
XMLSERIALIZE(CONTENT a AS text)
XMLEXISTS('x' PASSING BY REF a)
JSON_OBJECT('a' VALUE 1, 'b': 2 ABSENT ON NULL)
JSON_ARRAY(1, 2 RETURNING jsonb)
JSON_ARRAY(SELECT 1)
JSON_OBJECTAGG(a : b) FILTER (WHERE c)
JSON_ARRAYAGG(a ORDER BY b) OVER w
JSON_VALUE(a, '$.b' RETURNING int DEFAULT 0 ON EMPTY)
JSON_QUERY(a, '$' WITH WRAPPER)
JSON_EXISTS(a, '$')
JSON('{}')
JSON_SCALAR(1)
JSON_SERIALIZE(a)
a = NOT b
a + NOT b
a = ANY (b) AND c
numeric + 1
char
setof
interval
time
bit = 1
row
(row)
"f"(a)
"int" '5'
"s"."t"(1) 'x'
nextval('s'::regclass)
