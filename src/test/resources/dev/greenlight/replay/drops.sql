-- script: of the wrong kind
create table t (a int primary key, b int);
create view v as select a, b from t;
create materialized view mv as select a from t;
create sequence s;
create type ty as enum ('a');
create type comp as (x int);
create domain d as int;
drop table v;
drop view t;
drop table mv;
drop view mv;
drop materialized view v;
drop sequence t;
drop index t;
drop table t_pkey;
drop index t_pkey;
drop foreign table t;
drop table s;
drop domain ty;
drop type t;
drop type v;
drop type missing;
drop table comp;
drop view missing;
drop table missing;
drop table if exists missing;
drop index missing;
drop sequence missing;
drop materialized view missing;
drop type if exists missing;
drop type d;
drop table t, missing;
drop table if exists t, missing;
drop table missing, t cascade;
drop trigger x on t;
drop policy x on t;
drop rule x on t;
drop extension if exists missing;

-- script: what depends on a table
create table t (a int primary key, b int);
create table child (a int references t, b int);
create view v as select b from t;
create view w as select b from v;
create function f(t) returns int language sql as 'select 1';
create table rows (r t);
drop table t;
drop table t, child;
drop table t, child, v;
drop table t cascade;
select * from w;
select a from child;
select r from rows;
drop function f(int);

-- script: what depends on a column
create table t (a int primary key, b int, c int, d int unique, e int);
create table child (a int references t (d), b int);
create view v as select b from t;
create index i on t (c, e);
create index j on t (c) where e > 1;
alter table t drop column b;
alter table t drop column d;
alter table t drop column e;
create index i on t (c);
alter table t drop column d cascade;
alter table child add constraint child_a_fkey check (a > 0);
alter table t drop column b cascade;
drop view v;
alter table t drop constraint t_pkey;

-- script: what depends on a type
create type e as enum ('a', 'b');
create table t (a e, b e[] default '{}', c e default 'a', k int, d text default 'a'::e::text);
create view v as select a from t;
create view w as select k from t;
create view x as select 'a'::e as a from t;
create index i on t (k) where a = 'a';
create domain de as e;
create table u (a de);
create type ce as (a e, b int);
create function f(a e) returns int language sql as 'select 1';
create function g() returns e language sql as 'select null::e';
create function h() returns table (a e) language sql as 'select null::e';
drop type e;
drop type e cascade;
select k, d from t;
select a from t;
select * from v;
select * from x;
select * from w;
select 1 from u where a is null;
alter type ce drop attribute b;
drop index i;
drop function f;
drop function g;
drop function h;

-- script: what depends on a function
create function f() returns int language sql immutable as 'select 1';
create table t (a int default f(), b int check (b > f()), c int generated always as (f()) stored, d int);
create view v as select f() as a;
create index i on t ((d + f()));
create policy p on t using (d = f());
drop function f();
drop function f() cascade;
select a, b from t;
select c from t;
select * from v;
drop policy p on t;
drop index i;
alter table t drop constraint t_b_check;

-- script: what depends on a sequence
create sequence s;
create table t (a int default nextval('s'), b int default nextval('s'::regclass), c int default nextval('s'::text));
create view v as select last_value from s;
drop sequence s;
drop view v;
drop sequence s cascade;
create table u (id serial);
create table w (id int default nextval('u_id_seq'));
drop table u;
drop table u cascade;
drop sequence u_id_seq;

-- script: partitions and children
create table p (a int, b int) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create view v as select a from p1;
drop table p;
drop table p cascade;
select * from p1;
create table parent (a int);
create table child () inherits (parent);
drop table parent;
drop table parent cascade;
select * from child;

-- script: indexes and constraints
create table t (a int primary key, b int unique, c int, exclude using btree (c with =));
create table u (a int references t);
drop index t_pkey;
drop index t_b_key;
drop index t_c_excl;
alter table t drop constraint t_pkey;
alter table t drop constraint t_pkey cascade;
alter table u drop constraint u_a_fkey;
drop index t_pkey;
create index i on t (a);
create index j on t (a);
drop index concurrently i, j;
drop index concurrently i cascade;
drop index concurrently i;
drop index i, j;
drop index if exists i, j;

-- script: rules and policies that need other tables
create table t (a int);
create table u (b int);
create policy p on t using (a in (select b from u));
drop table u;
alter table u drop column b;
alter table t drop column a;
drop policy p on t;
create rule r as on update to t do also update u set b = new.a;
alter table u drop column b;
drop table u cascade;
drop rule r on t;

-- script: renamed and then dropped
create type e as enum ('a');
create table t (a e default 'a', s serial, f int);
alter type e rename to e2;
alter table t rename to t2;
alter sequence t_s_seq rename to t2_s_seq;
create function f() returns int language sql as 'select 1';
alter table t2 alter column f set default f();
alter function f() rename to g;
drop function g();
drop type e2;
drop sequence t2_s_seq;
alter table t2 alter column f drop default;
drop function g();
alter schema public rename to p2;
drop type p2.e2;
drop type p2.e2 cascade;
drop table p2.t2;

-- script: indexes of partitions
create table p (a int, b int) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create index p_a on p (a);
create index q on p1 (a);
drop index p1_a_idx;
drop index concurrently p_a;
drop index concurrently p1_a_idx;
create table p2 partition of p for values from (10) to (20);
drop index p2_a_idx;
drop index p_a;
drop index p1_a_idx;
create index p1_a_idx on p1 (a);
create index p_b on only p (b);
create index p1_b on p1 (b);
alter index p_b attach partition p1_b;
drop index p1_b;
alter table p detach partition p1;
drop index p1_b;
drop index p_b;
alter table p add primary key (a);
create table u (a int references p);
drop index p2_pkey;
alter table p drop constraint p_pkey;
alter table p drop constraint p_pkey cascade;
create table p3 (a int, b int);
create index p3_a on p3 (a);
create index p_a on p (a);
alter table p attach partition p3 for values from (20) to (30);
drop index p3_a;
drop index p_a;
drop foreign table missing;
create type long_label as enum ('a_label_that_is_longer_than_the_sixty_three_bytes_that_a_name_may_have');
create domain d as int check (value > 0);
comment on constraint d_check on domain d is 'positive';
comment on constraint missing on domain d is 'nothing';

-- script: a function that is built in comes before an extension's and one's own
create extension pgcrypto;
create function now() returns timestamptz language sql as 'select pg_catalog.now()';
create table t (id uuid default gen_random_uuid(), at timestamptz default now());
drop function public.now();
drop extension pgcrypto;
