-- script: deferred constraints and what an index is written with
create table t (a int, b text, c varchar(10), d int, unique (a) deferrable, unique (b, a) include (d) deferrable initially deferred, primary key (d) not deferrable);
create table u (a int references t (d) on delete set null deferrable initially deferred, b int, foreign key (b) references t (d) on update cascade deferrable);
alter table u alter constraint u_b_fkey not deferrable;
alter table u alter constraint u_a_fkey deferrable;
alter table u add foreign key (a) references t (d) not valid;
create table like_t (like t including all);
create index on t (a desc, b desc nulls last, c nulls first, d asc nulls last);
create index on t (b text_pattern_ops, c collate "C" desc) include (d, a) with (fillfactor = 70) where a is not null and (b is null or not d > 1);
create unique index on t (lower(b), upper(c)) where b = 'x' and c in ('y', 'z') and a in (1, 2) and d <> -1;
create unique index on t (a) nulls not distinct where (a > 0 and d < 5) and c <> 'it''s';
alter table t add check (length(c) > 0 or char_length(b) >= 3), add check ((a = 1) and (b = 'and (or)' and d = 2)), add check (not (a = 1 or a = 2));
create extension btree_gist;
create table ex (a int, b int4range, exclude using gist (a with =, b with &&) where (a > 0));
create table like_ex (like ex including all);
create table part (a int, b text default 'x') partition by list (a);
create index on part (b desc) include (a) where a > 0;
create table part1 partition of part for values in (1);

-- script: defaults
create type mood as enum ('sad', 'happy');
create domain grade as numeric(4, 2);
create schema side;
create sequence side.counter;
create function side.make() returns int language sql as 'select 1';
create function make() returns int language sql as 'select 1';
create table t (
    a int default 1, b int default '2', c bigint default 3, d bigint default '4', e smallint default '5', f numeric default 6,
    g numeric(5, 2) default 6.50, h numeric(5, 2) default '7.5', i numeric default '8', j int default -9, k bigint default - 10,
    l text default 'text', m text default 'text'::text, n varchar(10) default 'text', o varchar default 'it''s'::varchar, p char(3) default 'abc',
    q boolean default true, r boolean default FALSE, s boolean default 't', t boolean default 'no', u timestamptz default now(), v timestamptz default NOW ()::timestamptz,
    w timestamp default CURRENT_TIMESTAMP, x date default current_date, y uuid default gen_random_uuid(), z jsonb default '{}', aa jsonb default '[]'::jsonb,
    ab json default '{"a":1}', ac text[] default '{}', ad text[] default array[]::text[], ae mood default 'sad', af mood[] default '{}', ag grade default 1.5,
    ah int default nextval('side.counter'), ai int default side.make(), aj int default make(), ak int default (make()), al text default current_user,
    am date default '2020-01-01', an timestamp default '2020-01-01 00:00:00', ao int default null, ap double precision default 0.5, aq real default 1, ar int default pg_backend_pid());
alter sequence side.counter rename to "Zähler";
alter table t alter a set default 2, alter b drop default;

-- script: columns beside columns, and BETWEEN
create table t (id uuid, parent_id uuid, a int, b int, c varchar(10), d text, e varchar, f timestamptz, g numeric(5,2), h char(3), i bigint);
alter table t add check (id != parent_id), add check (a < b), add check (c <> e or c = d), add check (t.a > 1 and t.c = 'x');
alter table t add check (a between 1 and 5), add check (a between 1 and 5 and b = 1), add check (b = 1 and a not between 2 and b), add check ((a between 1 and 5 or b = 2) and g between 0.5 and 1.5);
alter table t add check (c = upper(c)), add check (d = lower(d)), add check (length(c) between 1 and 3), add check (lower(e) <> d);
alter table t add check (c ~ '^\+\d{1,15}$'), add check (d ~* 'a=b'), add check (d !~ '[<>]'), add check (c !~* 'x');
alter table t add check (d = any (array['a', 'b'])), add check (c = ANY (ARRAY['a','b'])), add check (d between 'a' and 'b and c');
create index on t (a) where t.b is not null and t.a = 3;
create index on t (f) where f is null or f < f;

-- script: arrays and moments as defaults
create table t (a text[] default array['x', 'y'], b text[] default ARRAY['x']::text[], c timestamp default (now() at time zone 'utc'), d timestamptz default (CURRENT_TIMESTAMP AT TIME ZONE 'UTC'), e timestamp default (now() at time zone 'Europe/Oslo'), f text[] not null default array['a,b','c d']::text[], g timestamp(3) default (now() at time zone 'utc'));
