-- script: signatures
create type mood as enum ('sad', 'happy');
create table person (id int, mood mood);
create function nothing() returns void language sql as '';
create function named(a int, "B c" varchar(10), numeric(10, 2)) returns int language sql as 'select 1';
create function outs(a int, out b text, inout c timestamptz(3), out d mood) language sql as 'select ''x'', c, null::mood';
create function many(first text, variadic rest int[]) returns int language sql as 'select 1';
create function rows(a int default 1, b date = current_date) returns table (c int, d text) language sql as 'select 1, ''x''';
create function whole(p person, ps person[], m mood[]) returns setof person language sql as 'select p';
create function any_of(anyelement, anyarray) returns anyelement language sql as 'select $1';
create function alike(a person.mood%type, b public.person.id%type) returns int language sql as 'select 1';
create procedure work(a int, inout b text, c mood[]) language plpgsql as 'begin end';
create procedure finish(out a int) language plpgsql as 'begin a := 1; end';
create aggregate total(int) (sfunc = int4pl, stype = int, initcond = '0');
create aggregate named_total(what int) (sfunc = int4pl, stype = int, initcond = '0');
create aggregate counted(*) (sfunc = int8inc, stype = int8, initcond = '0');
create function step(int[], variadic int[]) returns int[] language sql as 'select $1';
create aggregate every_one(variadic int[]) (sfunc = step, stype = int[]);
create function trigger_it() returns trigger language plpgsql as 'begin return new; end';
create function "Odd Name"("select" int, "order" text) returns int language sql as 'select 1';
create schema side;
create type side.mood as enum ('x');
create function side.feel(side.mood, mood, "char", char, char(3), bit, bit varying(4), interval hour to minute) returns int language sql as 'select 1';
alter function named(int, varchar, numeric) rename to renamed;
alter function renamed(int, varchar, numeric) set schema side;
alter type mood rename to feeling;
alter table person rename to human;
drop function nothing();
create or replace function many(first text, variadic rest int[]) returns int language sql immutable as 'select 2';
create or replace function rows(a int default 1, b date = current_date) returns table (c int, d text) language sql as 'select 2, ''y''';

-- script: triggers on views and partitions
create function f() returns trigger language plpgsql as 'begin return new; end';
create table t (id int, a int) partition by range (id);
create table t1 partition of t for values from (0) to (10);
create trigger rows_too after insert on t for each row execute function f();
create trigger statements_only after insert on t for each statement execute function f();
create table t2 partition of t for values from (10) to (20);
create table t3 (id int, a int);
create trigger own after insert on t3 for each row execute function f();
alter table t attach partition t3 for values from (20) to (30);
create table t4 partition of t for values from (30) to (40) partition by range (id);
create table t41 partition of t4 for values from (30) to (35);
create view v as select * from t;
create trigger instead instead of insert on v for each row execute function f();
create trigger before_it before insert on v for each statement execute function f();
alter trigger instead on v rename to in_its_place;
alter trigger rows_too on t rename to renamed;
alter table t detach partition t2;
drop trigger before_it on v;
create or replace view v as select * from t;
alter view v rename to w;
alter table t1 disable trigger renamed;
drop trigger renamed on t1;
alter trigger renamed on t1 rename to other;
create trigger second_one before insert on t for each row execute function f();
drop trigger second_one on t;
create trigger taken after update on t1 for each row execute function f();
create trigger taken after insert on t for each row execute function f();
create trigger renamed after insert on t1 for each row execute function f();
create table t5 (id int, a int);
create trigger renamed after insert on t5 for each row execute function f();
alter table t attach partition t5 for values from (50) to (60);
create or replace trigger renamed after update on t for each row execute function f();
create rule quiet as on insert to w do instead nothing;
alter rule quiet on w rename to silent;
drop function f();
create trigger rows_too after insert on w for each row execute function f();
create trigger in_its_place instead of update on w for each row execute function f();
drop trigger missing on w;
drop trigger if exists missing on w;
drop trigger in_its_place on w;
create constraint trigger checked after insert on t1 deferrable initially deferred for each row execute function f();
create trigger guarded before update of a on t1 for each row when (old.a is distinct from new.a) execute function f();

-- script: triggers of partitions that are renamed and replaced with their parent's
create function f() returns trigger language plpgsql as 'begin return new; end';
create table t (id int, a int) partition by range (id);
create table t1 partition of t for values from (0) to (10);
create table t2 partition of t for values from (10) to (20) partition by range (id);
create table t21 partition of t2 for values from (10) to (15);
create trigger early after insert on t for each row execute function f();
alter trigger early on t rename to late;
create table t3 partition of t for values from (30) to (40);
alter table t1 disable trigger early;
alter table t1 disable trigger late;
drop trigger early on t1;
drop trigger late on t1;
drop trigger late on t3;
alter trigger early on t1 rename to own;
alter trigger late on t1 rename to own;
create trigger late after insert on t21 for each row execute function f();
alter table t detach partition t2;
drop trigger late on t;
create trigger own after insert on t1 for each row execute function f();
create trigger own after insert on t for each row execute function f();
create or replace trigger own after update on t for each row execute function f();
drop trigger own on t1;
alter table t detach partition t1;
drop trigger own on t1;
create policy one on t;
create policy other on t;
alter policy missing on t rename to one;
alter policy one on t rename to other;
create rule one as on insert to t do nothing;
alter rule missing on t rename to one;
create trigger first_of_all before insert on t for each row execute function f();
create trigger first_once before insert on t for each statement execute function f();

-- script: row security and persistence
create table t (id int primary key);
alter table t enable row level security;
create unlogged table u (id serial primary key, unique (id));
alter table u set logged;
create table w (id int);
alter table w set unlogged;
create policy p on t using (true);
alter table t force row level security;
create table copy (like t including all);
alter table t disable row level security;
create table part (id int) partition by list (id);
alter table part enable row level security;
create table part1 partition of part for values in (1);
create unlogged table part2 partition of part for values in (2);
create unlogged sequence s;
create temporary table temporary_one (id serial);

-- script: types as they are written
create schema side;
create domain side.d as varchar(10);
create domain positive as int not null default 1 check (value > 0);
create type side.pair as (a int, b text);
create table t (
    a char, b char(5), c bpchar, d "char", e varchar, f varchar(3), g bit, h bit(3), i bit varying, j bit varying(7),
    k numeric, l numeric(5), m numeric(5, 2), n decimal(4), o dec, p float, q float(10), r float(30), s real, u double precision,
    v time, w time(2), x time with time zone, y time(3) with time zone, z timestamp, aa timestamp(0), ab timestamptz,
    ac timestamptz(2), ad timestamp with time zone, ae interval, af interval day to second(3), ag interval(4), ah interval year,
    ai int[], aj int[][], ak int array, al int array[4], am varchar(4)[], an numeric(5)[3], ao text[], ap side.d, aq side.d[],
    ar side.pair, ass side.pair[], at positive, au oid, av regclass, aw name, ax bytea, ay uuid, az json, ba jsonb, bb xml, bc tsvector,
    bd int4range, be nummultirange, bf money, bg inet, bh cidr, bi macaddr, bj point, bk bool, bl int2, bm int4, bn int8,
    bo smallint, bp bigint, bq "varchar", br pg_catalog.int4, bs pg_catalog.varchar(3), bt national character varying(4), bu nchar(2),
    bv character varying(8), bw _int4, bx pg_catalog._text, by numeric(4, -2), bz numeric(3, 5));
create table u (a t, b u2);
create table u (a t, b t[], c side.d);
alter table u alter c type positive using 1;
create type color as enum ('red');
create table side.color (id int);
create table colors (a color, b side.color, c color[]);
set search_path = side, public;
create table seen (a color, b public.color, c d, d pair);
reset search_path;
alter type color add value 'green' before 'red';
alter type color add value if not exists 'blue';
alter type color rename value 'red' to 'crimson';

-- script: long names
create table a_table_with_a_very_long_name_that_takes_nearly_all_of_the_63_bytes (a_column_with_quite_a_long_name_as_well serial primary key, b int unique check (b > 0), c int references a_table_with_a_very_long_name_that_takes_nearly_all_of_the_63_bytes);
create table a_table_with_a_very_long_name_that_takes_nearly_all_of_the_63_byt_ (a_column_with_quite_a_long_name_as_well serial primary key, b int unique check (b > 0));
create index on a_table_with_a_very_long_name_that_takes_nearly_all_of_the_63_bytes (b, c, a_column_with_quite_a_long_name_as_well);
create index on a_table_with_a_very_long_name_that_takes_nearly_all_of_the_63_bytes (b, c, a_column_with_quite_a_long_name_as_well);
create table "Größe der Straßenbeleuchtungsanlagen in Nürnberg und Fürth, überall" ("Übermäßig lange Spaltenbezeichnung äöü" serial, unique ("Übermäßig lange Spaltenbezeichnung äöü"));
create table t (a int, b int, unique (a), unique (a), unique (a, b), check (a > 0), check (b > 0), check (a > b), check (b < a), foreign key (a) references t (a), foreign key (b) references t (a));
create table t_a_key (a serial, a1 serial);
alter table t add unique (a);
alter table t add check (a > 1);
alter table t add c serial;
create sequence t_d_seq;
alter table t add d serial;
alter table t rename to t_renamed;
alter table t_renamed add e serial;
alter table t_renamed rename c to cc;
create index on t_renamed (lower(a::text), (a + b), a, a);
create index on t_renamed (a, a);

-- script: ownership of sequences
create table t (a serial, b bigserial, c int generated always as identity, d int generated by default as identity (sequence name own_name start 5));
create sequence owned owned by t.a;
create sequence free;
alter sequence free owned by t.b;
alter table t drop column a;
alter table t alter column c drop identity;
alter table t alter column d drop identity if exists;
alter table t alter column c add generated always as identity;
create schema side;
alter table t set schema side;
alter table side.t rename to u;
alter table side.u rename b to bb;
alter sequence side.t_b_seq rename to renamed;
alter sequence side.free owned by none;
alter table side.u alter bb drop default;
drop table side.u;
create table v (a int default nextval('own'));
create sequence own;
create table v (a int default nextval('own'));
drop sequence own;
drop sequence own cascade;

-- script: like
create table source (
    id serial primary key, a int default 1, b int generated always as identity, c int generated always as (id * 2) stored,
    d text collate "C" unique, e int check (e > 0), constraint named check (a < 10), exclude using gist (box(point(a, a), point(a, a)) with &&));
create index on source (a) where a > 1;
create index source_lower on source (lower(d));
create statistics source_stats on a, e from source;
create table plain (like source);
create table defaults (like source including defaults);
create table constraints (like source including constraints);
create table identity (like source including identity);
create table generated (like source including generated);
create table indexes (like source including indexes);
create table everything (like source including all);
create table nearly (like source including all excluding indexes excluding constraints);
create table more (x int, like source including indexes including defaults, y int unique);
create view v as select id, a from source;
create table of_view (like v);
create type pair as (a int, b text);
create table of_pair (like pair, c int);

-- script: what inherits
create table parent (id serial primary key, a int not null default 1 check (a > 0), b text unique);
create table child () inherits (parent);
create table other (a int default 2, c int) inherits (parent);
create table second (id int, d int);
create table twice (id int not null) inherits (parent, second);
alter table parent add e int default 5 not null;
alter table parent add constraint named check (id > 0);
alter table parent add constraint alone check (id > 1) no inherit;
alter table parent alter a drop not null;
alter table parent alter b set not null;
alter table parent alter a set default 7;
alter table only parent alter a set default 8;
alter table parent rename a to aa;
alter table parent alter b type varchar(20);
alter table child no inherit parent;
alter table parent drop column e;
alter table parent drop constraint named;
alter table second add primary key (id);
create table third (like parent including all) inherits (second);
alter table other inherit second;
alter table other add id2 int;

-- script: what partitions get
create table target (id int primary key);
create table t (
    id int not null, a int references target, b text, primary key (id), unique (id, b), check (a > 0)) partition by range (id);
create index on t (a);
create index named on t (b) where b <> '';
create table t1 partition of t for values from (0) to (10);
create table t2 partition of t (b not null, constraint extra check (a < 100)) for values from (10) to (20) partition by list (id);
create table t21 partition of t2 for values in (11);
create table t3 (id int not null, a int, b text, constraint t_a_check check (a > 0));
create index own_a on t3 (a);
create unique index own_unique on t3 (id, b);
alter table t attach partition t3 for values from (20) to (30);
create table t4 (b text, id int not null primary key, a int, check (a > 0));
alter table t4 rename constraint t4_a_check to t_a_check;
alter table t attach partition t4 for values from (30) to (40);
create index on t (lower(b));
create unique index on t (id, a);
create index on only t (b, a);
create table t5 partition of t default;
alter table t add c int default 3 not null;
alter table t add constraint positive check (c > 0);
alter table t add foreign key (c) references target;
alter table t rename b to bb;
alter table t detach partition t1;
alter index named rename to renamed;
drop index renamed;
alter table t drop constraint t_a_fkey;
alter table t drop constraint t_id_b_key;
alter table t add column s serial;
create table t6 partition of t for values from (50) to (60);
drop table t4;
alter table t rename to u;
create index on u (a, bb);
alter table u drop column bb;

-- script: how an enum is replaced
create type status as enum ('new', 'done');
create table job (id serial primary key, status status not null default 'new', other status[], check (status <> 'done'));
create index on job (status);
create index partial on job (id) where status = 'new';
create view open as select id, status from job;
alter type status rename to status_old;
create type status as enum ('new', 'done', 'gone');
alter table job alter status drop default;
alter table job alter status type status using status::text::status;
drop view open;
drop index partial;
alter table job drop constraint job_status_check;
alter table job alter status type status using status::text::status;
alter table job alter status set default 'new';
drop type status_old;
alter table job alter other type status[] using other::text[]::status[];
drop type status_old;
drop type status;
drop type status cascade;
create type status as enum ();
alter table job add status status, add others status[] not null default '{}';
alter type status add value 'first';

-- script: what changes of types leave
create table t (id serial primary key, a int unique check (a > 0), b varchar(10) default 'x', c numeric(5), d timestamp default now(), e int references t, f text);
create table u (a int references t (a), b int);
create index on t (lower(b));
create index on t (c desc) include (a) where c > 1;
alter table t alter a type bigint;
alter table t alter b type varchar(20);
alter table t alter b type text;
alter table t alter c type numeric(8, 2), alter c drop not null, alter c set default 1;
alter table t alter d type timestamptz using d at time zone 'UTC';
alter table t alter d type date;
alter table t alter id type bigint;
alter table t alter e type bigint;
alter table t alter f type int using f::int;
alter table t alter f set not null, alter f set default 3, add constraint f_check check (f > 0) not valid;
alter table t validate constraint f_check;
alter table t alter f drop default, alter f type smallint;
alter table t rename constraint t_pkey to t_key;
alter index t_a_key rename to t_unique;
alter table t rename constraint t_unique to t_again;
alter table t drop constraint t_key;
alter table t drop constraint t_key cascade;
alter table t add constraint new_key primary key (id), drop constraint t_a_check;
create unique index concurrently t_f on t (f);
alter table t add constraint t_f_unique unique using index t_f;
alter table t add column g int generated always as identity, add column h int generated always as (f * 2) stored;
alter table t alter h drop expression;
alter table t alter g set generated by default, alter g restart with 5;
alter table t alter g drop identity, alter g drop not null;
alter table t drop column f;
alter table t drop column a cascade;
alter table u drop column a, drop column b;
alter table u add c int;

-- script: what is moved and what is dropped with others
create schema one;
create schema two;
create type one.kind as enum ('a');
create domain one.short as varchar(3) check (value <> '');
create sequence one.free;
create table one.t (id serial primary key, kind one.kind, short one.short, n int default nextval('one.free'));
create function one.f() returns trigger language plpgsql as 'begin return new; end';
create function one.of(one.t) returns one.kind language sql as 'select $1.kind';
create trigger tr before insert on one.t for each row execute function one.f();
create view one.v as select * from one.t;
create materialized view one.m as select id, kind from one.t;
create unique index on one.m (id);
create index named on one.m (kind);
alter table one.t set schema two;
alter type one.kind set schema two;
alter domain one.short set schema public;
alter function one.of(two.t) set schema two;
alter view one.v set schema two;
alter materialized view one.m set schema public;
alter materialized view m rename to mm;
alter materialized view mm rename column id to id2;
alter index mm_id_idx rename to by_id;
alter schema two rename to three;
alter sequence one.free set schema public;
drop schema one;
drop function one.f();
drop function one.f() cascade;
drop schema one;
drop table three.t;
drop view three.v, mm;
drop table three.t;
drop table three.t cascade;
drop schema three;
drop schema three cascade;
drop sequence free;

-- script: code that makes things
do $$ begin
  for i in 1..3 loop execute format('create table p_%s (id serial primary key, n int default %s)', i, i); end loop;
  if not exists (select from pg_type where typname = 'kind') then create type kind as enum ('a', 'b'); end if;
  if not exists (select from pg_type where typname = 'kind') then create type kind2 as enum ('a', 'b'); end if;
  perform set_config('search_path', 'public', false);
  begin create table p_1 (); exception when duplicate_table then create table caught (id int); end;
end $$;
create table parts (id int, at date) partition by range (at);
do $$ begin
  for m in 1..3 loop
    execute format('create table if not exists parts_%s partition of parts for values from (%L) to (%L)', m, '2024-0' || m || '-01', '2024-0' || m + 1 || '-01');
  end loop; end $$;
create index on parts (id);

-- script: indexes attached and keys taken over
create table p (a int not null, b int) partition by range (a);
create table p1 partition of p for values from (0) to (10);
create table p2 partition of p for values from (10) to (20);
create index p_b on only p (b);
create index p1_own on p1 (b);
alter index p_b attach partition p1_own;
create index p2_own on p2 (b);
alter index p_b attach partition p2_own;
alter table only p add primary key (a);
create unique index p1_a on p1 (a);
alter table p1 add constraint p1_key primary key using index p1_a;
alter index p_pkey attach partition p1_key;
alter table p2 add primary key (a);
alter index p_pkey attach partition p2_pkey;
alter table p detach partition p2;
alter table p2 drop constraint p2_pkey;
alter table p attach partition p2 for values from (10) to (20);
alter table p rename constraint p_pkey to renamed;
alter table p drop constraint renamed;
drop index p_b;
create table p3 (like p including all);
alter table p attach partition p3 default;

-- script: functions of this session alone
create function pg_temp.make() returns void language sql as 'select 1';
select pg_temp.make();
select pg_catalog.now();
