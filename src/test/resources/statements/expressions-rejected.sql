-- What PostgreSQL 18's parser rejects as a value expression, one on a line.

a b c d
a +
* a
a < b < c
a = b = c
a BETWEEN 1 AND 2 BETWEEN 3 AND 4
a LIKE b LIKE c
a IS DISTINCT FROM b IS NULL
a BETWEEN 1 OR 2
a IN ()
a IN 1
f(
f(a,)
f(VARIADIC)
f(* , a)
f(a ORDER)
()
(a
(a,)
a[]
ARRAY[1,]
CASE END
CASE WHEN a END
CASE WHEN a THEN b
CAST(a, int)
CAST(a AS)
a::
a::select
a IS
a IS 5
a NOT
a AT TIME 'x'
EXISTS (a)
EXISTS SELECT 1
COALESCE()
NOT
select
from
left
int(5)
numeric(1)
a !
a COLLATE 'C'
a OPERATOR(pg_catalog.)
interval(3) '1' year
interval year '1'
a..b
a.
.a
f(a) FILTER (a)
f(a) WITHIN GROUP (a)
ARRAY[1, 2][1]
f(a).b
