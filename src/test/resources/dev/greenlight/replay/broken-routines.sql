-- script: a column in a query is dropped
create table orders (id int, total numeric);
create function f() returns numeric language plpgsql as $$
declare result numeric;
begin
    select sum(total) into result from orders;
    return result;
end $$;
-- change:
alter table orders drop column total;
-- call:
select f();

-- script: a column with a qualifier in the SQL of a function
create table orders (id int, total numeric);
create function f() returns numeric language sql as 'select max(o.total) from orders o';
-- change:
alter table orders rename column total to amount;
-- call:
select f();

-- script: another column is dropped
create table orders (id int, total numeric, note text);
create function f() returns numeric language sql as 'select max(o.total) from orders o -- note';
-- change:
alter table orders drop column note;
-- call:
select f();

-- script: a condition in PL/pgSQL
create table orders (id int, total numeric);
create function f() returns boolean language plpgsql as $$
begin
    if exists (select from orders where total > 1) then
        return true;
    end if;
    return false;
end $$;
-- change:
alter table orders drop column total;
-- call:
select f();

-- script: a variable of that name takes the place of the column
create table orders (id int, total numeric);
create function f(total numeric) returns numeric language sql as 'select max(total) from orders';
-- change:
alter table orders drop column total;
-- call:
select f(1);

-- script: the target of an assignment in a trigger
create table orders (id int, changed timestamptz);
create function touch() returns trigger language plpgsql as $$ begin new.changed := now(); return new; end $$;
create trigger touch before insert on orders for each row execute function touch();
-- change:
alter table orders rename column changed to changed_at;
-- call:
insert into orders (id) values (1);

-- script: a field of NEW in an expression
create table orders (id int, total numeric);
create function positive() returns trigger language plpgsql as $$
begin
    if new.total < 0 then
        raise exception 'negative';
    end if;
    return new;
end $$;
create trigger positive before insert on orders for each row execute function positive();
-- change:
alter table orders drop column total;
-- call:
insert into orders (id) values (1);

-- script: a field of NEW in a statement
create table orders (id int, total numeric);
create table log (what numeric);
create function logged() returns trigger language plpgsql as $$
begin
    insert into log (what) select new.total;
    return null;
end $$;
create trigger logged after insert on orders for each row execute function logged();
-- change:
alter table orders drop column total;
-- call:
insert into orders (id) values (1);

-- script: the branch of another table
create table orders (id int, total numeric);
create table lines (id int, total numeric);
create function either() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'orders' then
        new.total := 1;
    end if;
    return new;
end $$;
create trigger either before insert on orders for each row execute function either();
create trigger either before insert on lines for each row execute function either();
-- change:
alter table lines drop column total;
-- call:
insert into lines (id) values (1);

-- script: the trigger is dropped with it
create table orders (id int, changed timestamptz);
create function touch() returns trigger language plpgsql as $$ begin new.changed := now(); return new; end $$;
create trigger touch before insert on orders for each row execute function touch();
-- change:
alter table orders drop column changed;
drop trigger touch on orders;
-- call:
insert into orders (id) values (1);

-- script: a row variable's field
create table orders (id int, total numeric);
create function f() returns numeric language plpgsql as $$
declare one orders%rowtype;
begin
    select * into one from orders;
    return one.total;
end $$;
-- change:
alter table orders drop column total;
-- call:
select f();

-- script: another field of a row variable
create table orders (id int, total numeric, note text);
create function f() returns numeric language plpgsql as $$
declare one orders%rowtype; -- note
begin
    select * into one from orders;
    return one.total;
end $$;
-- change:
alter table orders drop column note;
-- call:
select f();

-- script: a field of a parameter
create table orders (id int, total numeric);
create function f(one orders) returns numeric language plpgsql as $$ begin return one.total; end $$;
-- change:
alter table orders drop column total;
-- call:
select f(null);

-- script: a type taken from a column
create table orders (id int, total numeric);
create function f() returns int language plpgsql as $$ declare t orders.total%type; begin return 1; end $$;
-- change:
alter table orders drop column total;
-- call:
select f();

-- script: a row type of a table that goes
create table orders (id int);
create function f() returns int language plpgsql as $$ declare one orders%rowtype; begin return 1; end $$;
-- change:
drop table orders;
-- call:
select f();

-- script: a type that goes
create type mood as enum ('glad');
create function f() returns int language plpgsql as $$ declare m mood; begin return 1; end $$;
-- change:
drop type mood;
-- call:
select f();

-- script: a cast to a type with a new name
create type mood as enum ('glad');
create function f() returns text language plpgsql as $$ begin return ('glad'::mood)::text; end $$;
-- change:
alter type mood rename to humour;
-- call:
select f();

-- script: a table that goes
create table orders (id int);
create procedure f() language plpgsql as $$ begin delete from orders; end $$;
-- change:
drop table orders;
-- call:
call f();

-- script: a table that is truncated
create table orders (id int);
create function f() returns void language plpgsql as $$ begin truncate orders; end $$;
-- change:
alter table orders rename to all_orders;
-- call:
select f();

-- script: a materialized view that is refreshed
create materialized view totals as select 1 as a;
create function f() returns void language plpgsql as $$ begin refresh materialized view totals; end $$;
-- change:
drop materialized view totals;
-- call:
select f();

-- script: a constant in EXECUTE
create materialized view totals as select 1 as a;
create function f() returns void language plpgsql as $$ begin execute 'refresh materialized view totals'; end $$;
-- change:
drop materialized view totals;
-- call:
select f();

-- script: a view with the old name
create table orders (id int);
create function f() returns bigint language sql as 'select count(id) from orders';
-- change:
alter table orders rename to all_orders;
create view orders as select * from all_orders;
-- call:
select f();

-- script: another schema
create schema archive;
create table orders (id int);
create function f() returns bigint language plpgsql as $$ begin return (select count(*) from orders); end $$;
-- change:
alter table orders set schema archive;
-- call:
select f();

-- script: another schema in the function's own path
create schema archive;
create table orders (id int);
create function f() returns bigint language plpgsql set search_path = public, archive
    as $$ begin return (select count(*) from orders); end $$;
-- change:
alter table orders set schema archive;
-- call:
select f();

-- script: a schema with a new name
create schema shop;
create table shop.orders (id int);
create function f() returns bigint language plpgsql as $$ begin return (select count(*) from shop.orders); end $$;
-- change:
alter schema shop rename to store;
-- call:
select f();

-- script: a function in a schema with a new name
create schema shop;
create table shop.orders (id int);
create function shop.f() returns bigint language plpgsql as $$ begin return (select count(*) from shop.orders); end $$;
create function f() returns int language sql as 'select 1';
create procedure p() language plpgsql as $$ begin perform count(*) from shop.orders; end $$;
-- change:
alter schema shop rename to store;
-- call:
call p();

-- script: a function that goes
create function rate() returns numeric language sql as 'select 0.19';
create function f() returns numeric language plpgsql as $$ begin return 100 * rate(); end $$;
-- change:
drop function rate();
-- call:
select f();

-- script: a function with a new name
create function rate() returns numeric language sql as 'select 0.19';
create function f() returns numeric language sql as 'select 100 * rate()';
-- change:
alter function rate() rename to vat;
-- call:
select f();

-- script: since 13: a function that is made anew with other parameters
create function rate() returns numeric language sql as 'select 0.19';
create function f() returns numeric language sql as 'select 100 * rate()';
-- change:
drop function rate();
create function rate(percent boolean default true) returns numeric language sql as 'select 19';
-- call:
select f();

-- script: the function is replaced first
create table orders (id int, total numeric);
create function f() returns numeric language plpgsql as $$ begin return (select sum(total) from orders); end $$;
-- change:
create or replace function f() returns numeric language plpgsql as $$ begin return (select sum(id) from orders); end $$;
alter table orders drop column total;
-- call:
select f();

-- script: an error that the code handles
create table orders (id int, total numeric);
create function f() returns numeric language plpgsql as $$
begin
    return (select sum(total) from orders);
exception when undefined_column then
    return null;
end $$;
-- change:
alter table orders drop column total;
-- call:
select f();

-- script: a table that the code looks for first
create table orders (id int);
create function f() returns bigint language plpgsql as $$
begin
    if to_regclass('orders') is null then
        return 0;
    end if;
    return (select count(*) from orders);
end $$;
-- change:
drop table orders;
-- call:
select f();

-- script: a table that the code makes
create table work (id int);
create function f() returns bigint language plpgsql as $$
begin
    create temporary table if not exists work (id int) on commit drop;
    return (select count(id) from work);
end $$;
-- change:
drop table work;
-- call:
select f();

-- script: since 14: a body that is kept in parsed form
create table orders (id int, total numeric);
create function f() returns numeric language sql begin atomic select max(total) from orders; end;
-- change:
alter table orders rename column total to amount;
-- call:
select f();

-- script: a loop over rows
create table orders (id int, total numeric);
create function f() returns void language plpgsql as $$
declare one record;
begin
    for one in select id, total from orders loop
        perform one.id;
    end loop;
end $$;
-- change:
alter table orders drop column total;
-- call:
select f();

-- script: what an upsert sets
create table orders (id int primary key, total numeric);
create function f() returns void language plpgsql as $$
begin
    insert into orders as o (id) values (1) on conflict (id) do update set total = o.total + 1;
end $$;
-- change:
alter table orders rename column total to amount;
-- call:
select f();

-- script: a sequence that goes
create sequence numbers;
create function f() returns bigint language plpgsql as $$ begin return nextval('numbers'); end $$;
-- change:
drop sequence numbers;
-- call:
select f();

-- script: a column that is required
create table orders (id int, note text);
create function f() returns void language plpgsql as $$ begin insert into orders (id) values (1); end $$;
-- change:
truncate orders;
alter table orders alter column note set not null;
-- call:
select f();

-- script: a new column that is required
create table orders (id int);
create function f() returns void language sql as 'insert into orders (id) values (1)';
-- change:
truncate orders;
alter table orders add column note text not null;
-- call:
select f();

-- script: a default that goes
create table orders (id int, note text not null default '');
create function f() returns void language sql as 'insert into orders (id) values (1)';
-- change:
alter table orders alter column note drop default;
-- call:
select f();

-- script: a new column with a default
create table orders (id int);
create function f() returns void language sql as 'insert into orders (id) values (1)';
-- change:
alter table orders add column note text not null default '';
-- call:
select f();

-- script: code that drops the column
create table orders (id int, total numeric);
create function f() returns numeric language sql as 'select max(total) from orders';
-- change:
do $$ begin alter table orders drop column total; end $$;
-- call:
select f();

-- script: a type that a function does not return
create table orders (id int, total int);
create function f() returns table (id int, total int) language plpgsql as $$
begin
  return query select o.id, o.total from orders o;
end $$;
-- change:
alter table orders alter column total type bigint;
-- call:
select * from f();

-- script: a type that a function returns as part of the table's rows
create table orders (id int, total int);
create function f() returns setof orders language plpgsql as $$
begin
  return query select * from orders;
end $$;
-- change:
alter table orders alter column total type bigint;
-- call:
select * from f();

-- script: a longer type of the same kind
create table orders (id int, name varchar(10));
create function f() returns table (id int, name varchar) language plpgsql as $$
begin
  return query select o.id, o.name from orders o;
end $$;
-- change:
alter table orders alter column name type varchar(20);
-- call:
select * from f();

-- script: text instead of varchar
create table orders (id int, name varchar(10));
create function f(out id int, out name varchar) returns setof record language plpgsql as $$
begin
  return query select o.id, o.name from orders o where o.id > 0;
end $$;
-- change:
alter table orders alter column name type text;
-- call:
select * from f();

-- script: a cast keeps the type
create table orders (id int, total int);
create function f() returns table (total int) language plpgsql as $$
begin
  return query select o.total::int from orders o;
end $$;
-- change:
alter table orders alter column total type bigint;
-- call:
select * from f();

-- script: one column more than a function returns
create table orders (id int, total int);
create function f() returns table (id int, total int) language plpgsql as $$
begin
  return query select * from orders;
end $$;
-- change:
alter table orders add column note text;
-- call:
select * from f();

-- script: one column more that a function does not ask for
create table orders (id int, total int);
create function f() returns table (id int, total int) language plpgsql as $$
begin
  return query select o.id, o.total from orders o;
end $$;
-- change:
alter table orders add column note text;
-- call:
select * from f();

-- script: one column more of the rows that a function returns
create table orders (id int, total int);
create function f() returns setof orders language plpgsql as $$
begin
  return query select * from orders;
end $$;
-- change:
alter table orders add column note text;
-- call:
select * from f();

-- script: a scalar that changes
create table orders (id int, total int);
create function f() returns setof int language plpgsql as $$
begin
  return query select id from orders;
end $$;
-- change:
alter table orders alter column id type bigint;
-- call:
select * from f();

-- script: a call that no function takes after a change of type
create table orders (id int, total int);
create function twice(x int) returns int language sql as 'select x * 2';
create function f() returns bigint language plpgsql as $$
begin
    return (select sum(twice(total)) from orders);
end $$;
-- change:
alter table orders alter column total type bigint;
-- call:
select f();

-- script: a call that another function takes after a change of type
create table orders (id int, total int);
create function twice(x int) returns int language sql as 'select x * 2';
create function twice(x bigint) returns bigint language sql as 'select x * 2';
create function f() returns bigint language plpgsql as $$
begin
    return (select sum(twice(total)) from orders);
end $$;
-- change:
alter table orders alter column total type bigint;
-- call:
select f();

-- script: an operator that is not there after a change of type
create table orders (id int, customer int);
create table customers (id int);
create function f() returns bigint language sql as
    'select count(*) from orders join customers on customers.id = orders.customer';
-- change:
alter table orders alter column customer type text;
-- call:
select f();

-- script: a constant that goes with either type
create table orders (id int, code int);
create function f() returns bigint language sql as $$ select count(*) from orders where code = '5' $$;
-- change:
alter table orders alter column code type text;
-- call:
select f();

-- script: a number that does not go with a text
create table orders (id int, code int);
create function f() returns bigint language plpgsql as $$
declare n bigint;
begin
    select count(*) into n from orders where code = 5;
    return n;
end $$;
-- change:
alter table orders alter column code type text;
-- call:
select f();

-- script: the last query of a function in SQL
create table orders (id int, code int);
create function f() returns int language sql as 'select max(code) from orders';
-- change:
alter table orders alter column code type text;
-- call:
select f();

-- script: the last query of a function in SQL that is assigned
create table orders (id int, code int);
create function f() returns int language sql as 'select code from orders';
-- change:
alter table orders alter column code type bigint;
-- call:
select f();

-- script: the last query of a function in SQL that is converted to text
create table orders (id int, code text);
create function f() returns text language sql as 'select code from orders';
-- change:
alter table orders alter column code type int using 1;
-- call:
select f();

-- script: the last query of a function in SQL that needs no conversion
create domain short as varchar(5);
create table orders (id int, code text);
create function f() returns text language sql as 'select code from orders';
-- change:
alter table orders alter column code type short;
-- call:
select f();

-- script: what an insert puts into a column of another type
create table orders (id int, placed text);
create table archive (id int, placed text);
create function f() returns void language sql as 'insert into archive (id, placed) select id, placed from orders';
-- change:
alter table archive alter column placed type timestamptz using now();
-- call:
select f();

-- script: what an update sets
create table orders (id int, total numeric, note text);
create function f() returns void language plpgsql as $$ begin update orders set total = upper(note)::numeric, note = total; end $$;
-- change:
alter table orders alter column total type boolean using true;
-- call:
select f();

-- script: the row of a trigger
create table orders (id int, total int);
create table log (id int);
create function twice(x int) returns int language sql as 'select x * 2';
create function log() returns trigger language plpgsql as $$ begin insert into log values (twice(new.total)); return new; end $$;
create trigger log before insert on orders for each row execute function log();
-- change:
alter table orders alter column total type bigint;
-- call:
insert into orders (id) values (1);

-- script: a sum that changes its type in RETURN QUERY
create table orders (id int, total int);
create function f() returns table (a bigint) language plpgsql as $$ begin return query select sum(total) from orders; end $$;
-- change:
alter table orders alter column total type bigint;
-- call:
select * from f();

-- script: a concatenation that takes anything
create table orders (id int, code int);
create function f() returns text language plpgsql as $$ begin return (select max('x' || code) from orders); end $$;
-- change:
alter table orders alter column code type date using now();
-- call:
select f();

-- script: an array of another type
create table orders (id int, codes int[]);
create function f() returns bigint language plpgsql as $$ begin return (select count(*) from orders where id = any (codes)); end $$;
-- change:
alter table orders alter column codes type text[];
-- call:
select f();
