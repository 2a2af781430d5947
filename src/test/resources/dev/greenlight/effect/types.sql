-- block: types
CREATE EXTENSION IF NOT EXISTS citext;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE temper AS ENUM ('sad', 'ok', 'happy');
CREATE DOMAIN label AS text;
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN short AS varchar(10);
CREATE TABLE things (
    id int,
    small smallint,
    big bigint,
    real real,
    double double precision,
    number numeric,
    money numeric(10, 2),
    text text,
    name varchar,
    name10 varchar(10),
    char10 char(10),
    letter "char",
    bit8 bit(8),
    bits varbit,
    bits8 varbit(8),
    bool boolean,
    date date,
    timestamp timestamp,
    timestamp3 timestamp(3),
    timestamptz timestamptz,
    time time,
    time3 time(3),
    interval interval,
    interval3 interval(3),
    json json,
    jsonb jsonb,
    xml xml,
    uuid uuid,
    bytea bytea,
    oid oid,
    inet inet,
    cidr cidr,
    mood mood,
    label label,
    email email,
    short short,
    citext citext,
    texts text[],
    names10 varchar(10)[],
    ints int[],
    moods mood[]
);
INSERT INTO things (id, small, big, text, name, name10, char10, number, money, mood, texts)
    SELECT n, n, n, 'a@b', 'b', 'c', 'd', n, n, 'sad', '{a}' FROM generate_series(1, 20) n;
CREATE TABLE indexed (
    id int PRIMARY KEY,
    name10 varchar(10),
    name varchar,
    text text,
    amount numeric(10, 2),
    inet inet,
    cidr cidr,
    at timestamp,
    char10 char(10),
    citext citext,
    lower10 varchar(10),
    partial10 varchar(10),
    condition10 varchar(10),
    include10 varchar(10),
    unique10 varchar(10),
    hash10 varchar(10),
    pattern10 varchar(10),
    both10 varchar(10),
    gist text,
    span int4range,
    label label,
    EXCLUDE USING gist (span WITH &&),
    CONSTRAINT indexed_unique10_key UNIQUE (unique10)
);
CREATE INDEX ON indexed (name10);
CREATE INDEX ON indexed (name);
CREATE INDEX ON indexed (text);
CREATE INDEX ON indexed (amount);
CREATE INDEX ON indexed (inet);
CREATE INDEX ON indexed (cidr);
CREATE INDEX ON indexed (at);
CREATE INDEX ON indexed (char10);
CREATE INDEX ON indexed (citext);
CREATE INDEX ON indexed (lower(lower10));
CREATE INDEX ON indexed (partial10) WHERE partial10 <> '';
CREATE INDEX ON indexed (id) WHERE condition10 <> '';
CREATE INDEX ON indexed (id) INCLUDE (include10);
CREATE INDEX ON indexed USING hash (hash10);
CREATE INDEX ON indexed (pattern10 varchar_pattern_ops);
CREATE INDEX ON indexed (both10, id);
CREATE INDEX ON indexed (label);
INSERT INTO indexed (id, name10, unique10) SELECT n, n, n FROM generate_series(1, 20) n;
CREATE TABLE checked (
    id int CHECK (id > 0),
    name10 varchar(10) CHECK (name10 <> ''),
    text text,
    number numeric(5),
    other int,
    pair varchar(10),
    generated text GENERATED ALWAYS AS (lower(text)) STORED,
    CHECK (pair <> text)
);
ALTER TABLE checked ADD CONSTRAINT later CHECK (number > 0) NOT VALID;
INSERT INTO checked (id, name10) SELECT n, n FROM generate_series(1, 20) n;
CREATE TABLE customers (id int PRIMARY KEY, code varchar(10) UNIQUE);
CREATE TABLE orders (id serial PRIMARY KEY, customer int REFERENCES customers, code varchar(10) REFERENCES customers (code),
    line int GENERATED ALWAYS AS IDENTITY, note varchar(10) DEFAULT 'x', total int DEFAULT 0);
CREATE INDEX ON orders (customer);
INSERT INTO customers SELECT n, n FROM generate_series(1, 20) n;
INSERT INTO orders (customer, code) SELECT n, n FROM generate_series(1, 20) n;
CREATE TABLE animals (id int, name varchar(10));
CREATE TABLE dogs (breed text) INHERITS (animals);
CREATE INDEX ON dogs (name);
CREATE TABLE events (id int, at date NOT NULL, kind varchar(10)) PARTITION BY RANGE (at);
CREATE TABLE events_2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE events_default PARTITION OF events DEFAULT;
CREATE INDEX events_kind_idx ON events (kind);
INSERT INTO animals VALUES (1, 'a');
INSERT INTO dogs VALUES (1, 'a', 'b');
INSERT INTO events VALUES (1, '2023-02-02', 'a'), (3, '2020-02-02', 'a');
CREATE STATISTICS things_statistics ON name10, text FROM things;
-- each
ALTER TABLE things ALTER COLUMN id TYPE int;
ALTER TABLE things ALTER COLUMN id TYPE bigint;
ALTER TABLE things ALTER COLUMN id TYPE smallint;
ALTER TABLE things ALTER COLUMN id TYPE text;
ALTER TABLE things ALTER COLUMN id TYPE numeric;
ALTER TABLE things ALTER COLUMN id TYPE oid;
ALTER TABLE things ALTER COLUMN id TYPE oid USING id::oid;
ALTER TABLE things ALTER COLUMN id TYPE positive;
ALTER TABLE things ALTER COLUMN oid TYPE int USING oid::int;
ALTER TABLE things ALTER COLUMN big TYPE int;
ALTER TABLE things ALTER COLUMN real TYPE double precision;
ALTER TABLE things ALTER COLUMN double TYPE numeric;
ALTER TABLE things ALTER COLUMN number TYPE numeric(10, 2);
ALTER TABLE things ALTER COLUMN money TYPE numeric(12, 2);
ALTER TABLE things ALTER COLUMN money TYPE numeric(8, 2);
ALTER TABLE things ALTER COLUMN money TYPE numeric(12, 4);
ALTER TABLE things ALTER COLUMN money TYPE numeric;
ALTER TABLE things ALTER COLUMN money TYPE numeric(10);
ALTER TABLE things ALTER COLUMN money TYPE decimal(10, 2);
ALTER TABLE things ALTER COLUMN money TYPE bigint;
ALTER TABLE things ALTER COLUMN text TYPE varchar;
ALTER TABLE things ALTER COLUMN text TYPE varchar(20);
ALTER TABLE things ALTER COLUMN text TYPE char(20);
ALTER TABLE things ALTER COLUMN text TYPE citext;
ALTER TABLE things ALTER COLUMN text TYPE label;
ALTER TABLE things ALTER COLUMN text TYPE email;
ALTER TABLE things ALTER COLUMN text TYPE mood USING 'sad'::mood;
ALTER TABLE things ALTER COLUMN text TYPE int USING 1;
ALTER TABLE things ALTER COLUMN text TYPE text COLLATE "C";
ALTER TABLE things ALTER COLUMN text TYPE text USING text;
ALTER TABLE things ALTER COLUMN text TYPE text USING lower(text);
ALTER TABLE things ALTER COLUMN text TYPE varchar USING text::varchar;
ALTER TABLE things ALTER COLUMN text TYPE varchar(20) USING text::varchar(20);
ALTER TABLE things ALTER COLUMN text TYPE varchar(20) USING substring(text FOR 20);
ALTER TABLE things ALTER COLUMN text TYPE bytea USING text::bytea;
ALTER TABLE things ALTER COLUMN name TYPE text;
ALTER TABLE things ALTER COLUMN name TYPE varchar(50);
ALTER TABLE things ALTER COLUMN name10 TYPE varchar(20);
ALTER TABLE things ALTER COLUMN name10 TYPE varchar(5);
ALTER TABLE things ALTER COLUMN name10 TYPE varchar;
ALTER TABLE things ALTER COLUMN name10 TYPE text;
ALTER TABLE things ALTER COLUMN name10 TYPE varchar(20) USING name10::varchar(20);
ALTER TABLE things ALTER COLUMN name10 TYPE varchar(20) USING name10::text;
ALTER TABLE things ALTER COLUMN name10 TYPE text USING (name10);
ALTER TABLE things ALTER COLUMN name10 TYPE text USING CAST(name10 AS text);
ALTER TABLE things ALTER COLUMN name10 TYPE text USING (name10::text);
ALTER TABLE things ALTER COLUMN name10 TYPE text USING name10::varchar;
ALTER TABLE things ALTER COLUMN name10 TYPE text USING trim(name10);
ALTER TABLE things ALTER COLUMN name10 TYPE text USING things.name10;
ALTER TABLE things ALTER COLUMN name10 TYPE text USING coalesce(name10, '');
ALTER TABLE things ALTER COLUMN name10 TYPE char(10);
ALTER TABLE things ALTER COLUMN name10 TYPE label;
ALTER TABLE things ALTER COLUMN name10 TYPE citext;
ALTER TABLE things ALTER COLUMN char10 TYPE char(20);
ALTER TABLE things ALTER COLUMN char10 TYPE char(5);
ALTER TABLE things ALTER COLUMN char10 TYPE bpchar;
ALTER TABLE things ALTER COLUMN char10 TYPE char;
ALTER TABLE things ALTER COLUMN char10 TYPE citext;
ALTER TABLE things ALTER COLUMN interval TYPE interval day to minute;
ALTER TABLE things ALTER COLUMN interval3 TYPE interval hour to second(2);
ALTER TABLE things ALTER COLUMN timestamp TYPE timestamptz(6);
ALTER TABLE things ALTER COLUMN bit8 TYPE bit(8);
ALTER TABLE things ALTER COLUMN text TYPE citext USING text::citext;
ALTER TABLE things ALTER COLUMN text TYPE citext USING lower(text)::citext;
ALTER TABLE things ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE things ALTER COLUMN text TYPE int USING length(text)::int;
ALTER TABLE things ALTER COLUMN char10 TYPE text;
ALTER TABLE things ALTER COLUMN char10 TYPE varchar(10);
ALTER TABLE things ALTER COLUMN letter TYPE text;
ALTER TABLE things ALTER COLUMN bit8 TYPE bit(9);
ALTER TABLE things ALTER COLUMN bit8 TYPE varbit;
ALTER TABLE things ALTER COLUMN bit8 TYPE varbit(16);
ALTER TABLE things ALTER COLUMN bits TYPE varbit(16);
ALTER TABLE things ALTER COLUMN bits8 TYPE varbit(16);
ALTER TABLE things ALTER COLUMN bits8 TYPE varbit;
ALTER TABLE things ALTER COLUMN bits8 TYPE varbit(4);
ALTER TABLE things ALTER COLUMN bits8 TYPE bit(8);
ALTER TABLE things ALTER COLUMN bool TYPE int USING bool::int;
ALTER TABLE things ALTER COLUMN bool TYPE text;
ALTER TABLE things ALTER COLUMN date TYPE timestamp;
ALTER TABLE things ALTER COLUMN date TYPE timestamptz;
ALTER TABLE things ALTER COLUMN timestamp TYPE date;
ALTER TABLE things ALTER COLUMN timestamp TYPE timestamp(3);
ALTER TABLE things ALTER COLUMN timestamp TYPE timestamp(6);
ALTER TABLE things ALTER COLUMN timestamp3 TYPE timestamp;
ALTER TABLE things ALTER COLUMN timestamp3 TYPE timestamp(6);
ALTER TABLE things ALTER COLUMN timestamp3 TYPE timestamp(0);
ALTER TABLE things ALTER COLUMN timestamp TYPE timestamptz;
ALTER TABLE things ALTER COLUMN timestamp3 TYPE timestamptz(3);
ALTER TABLE things ALTER COLUMN timestamp3 TYPE timestamptz;
ALTER TABLE things ALTER COLUMN timestamp TYPE timestamptz(3);
ALTER TABLE things ALTER COLUMN timestamptz TYPE timestamp;
ALTER TABLE things ALTER COLUMN timestamptz TYPE timestamp(3);
ALTER TABLE things ALTER COLUMN timestamptz TYPE timestamptz(6);
ALTER TABLE things ALTER COLUMN timestamp TYPE timestamptz USING timestamp AT TIME ZONE 'UTC';
ALTER TABLE things ALTER COLUMN timestamp TYPE timestamptz USING timestamp::timestamptz;
ALTER TABLE things ALTER COLUMN timestamptz TYPE timestamp USING timestamptz AT TIME ZONE 'UTC';
ALTER TABLE things ALTER COLUMN time TYPE time(3);
ALTER TABLE things ALTER COLUMN time3 TYPE time;
ALTER TABLE things ALTER COLUMN time3 TYPE time(6);
ALTER TABLE things ALTER COLUMN time TYPE timetz;
ALTER TABLE things ALTER COLUMN interval TYPE interval(3);
ALTER TABLE things ALTER COLUMN interval3 TYPE interval;
ALTER TABLE things ALTER COLUMN interval3 TYPE interval(6);
ALTER TABLE things ALTER COLUMN interval TYPE interval(6);
ALTER TABLE things ALTER COLUMN interval TYPE interval day to second;
ALTER TABLE things ALTER COLUMN json TYPE jsonb;
ALTER TABLE things ALTER COLUMN json TYPE jsonb USING json::jsonb;
ALTER TABLE things ALTER COLUMN jsonb TYPE json;
ALTER TABLE things ALTER COLUMN json TYPE text;
ALTER TABLE things ALTER COLUMN xml TYPE text;
ALTER TABLE things ALTER COLUMN xml TYPE varchar(9);
ALTER TABLE things ALTER COLUMN uuid TYPE text;
ALTER TABLE things ALTER COLUMN inet TYPE cidr;
ALTER TABLE things ALTER COLUMN cidr TYPE inet;
ALTER TABLE things ALTER COLUMN mood TYPE text;
ALTER TABLE things ALTER COLUMN mood TYPE varchar(10);
ALTER TABLE things ALTER COLUMN mood TYPE temper USING mood::text::temper;
ALTER TABLE things ALTER COLUMN label TYPE text;
ALTER TABLE things ALTER COLUMN label TYPE varchar;
ALTER TABLE things ALTER COLUMN label TYPE varchar(10);
ALTER TABLE things ALTER COLUMN label TYPE email;
ALTER TABLE things ALTER COLUMN email TYPE text;
ALTER TABLE things ALTER COLUMN email TYPE label;
ALTER TABLE things ALTER COLUMN email TYPE email;
ALTER TABLE things ALTER COLUMN short TYPE text;
ALTER TABLE things ALTER COLUMN short TYPE varchar(20);
ALTER TABLE things ALTER COLUMN short TYPE varchar(10);
ALTER TABLE things ALTER COLUMN name10 TYPE short;
ALTER TABLE things ALTER COLUMN name TYPE short;
ALTER TABLE things ALTER COLUMN citext TYPE text;
ALTER TABLE things ALTER COLUMN citext TYPE varchar;
ALTER TABLE things ALTER COLUMN citext TYPE varchar(10);
ALTER TABLE things ALTER COLUMN texts TYPE varchar[];
ALTER TABLE things ALTER COLUMN names10 TYPE varchar(20)[];
ALTER TABLE things ALTER COLUMN names10 TYPE text[];
ALTER TABLE things ALTER COLUMN ints TYPE bigint[];
ALTER TABLE things ALTER COLUMN ints TYPE int[] USING ints;
ALTER TABLE things ALTER COLUMN ints TYPE int[];
ALTER TABLE things ALTER COLUMN moods TYPE text[];
ALTER TABLE things ALTER COLUMN text TYPE text[] USING ARRAY[text];
ALTER TABLE things ALTER COLUMN id TYPE bigint, ALTER COLUMN name10 TYPE text;
ALTER TABLE things ALTER COLUMN name10 TYPE text, ALTER COLUMN name TYPE text;
ALTER TABLE things ALTER COLUMN name10 TYPE text, ADD COLUMN a int DEFAULT 1;
ALTER TABLE things ALTER COLUMN name10 TYPE text, ALTER COLUMN name10 SET NOT NULL;
ALTER TABLE indexed ALTER COLUMN id TYPE bigint;
ALTER TABLE indexed ALTER COLUMN name10 TYPE varchar(20);
ALTER TABLE indexed ALTER COLUMN name10 TYPE varchar;
ALTER TABLE indexed ALTER COLUMN name10 TYPE text;
ALTER TABLE indexed ALTER COLUMN name10 TYPE citext;
ALTER TABLE indexed ALTER COLUMN name TYPE text;
ALTER TABLE indexed ALTER COLUMN text TYPE varchar;
ALTER TABLE indexed ALTER COLUMN text TYPE citext;
ALTER TABLE indexed ALTER COLUMN text TYPE text COLLATE "C";
ALTER TABLE indexed ALTER COLUMN text TYPE label;
ALTER TABLE indexed ALTER COLUMN label TYPE text;
ALTER TABLE indexed ALTER COLUMN citext TYPE text;
ALTER TABLE indexed ALTER COLUMN amount TYPE numeric(12, 2);
ALTER TABLE indexed ALTER COLUMN amount TYPE numeric;
ALTER TABLE indexed ALTER COLUMN inet TYPE cidr;
ALTER TABLE indexed ALTER COLUMN cidr TYPE inet;
ALTER TABLE indexed ALTER COLUMN at TYPE timestamptz;
ALTER TABLE indexed ALTER COLUMN char10 TYPE text;
ALTER TABLE indexed ALTER COLUMN lower10 TYPE varchar(20);
ALTER TABLE indexed ALTER COLUMN lower10 TYPE text;
ALTER TABLE indexed ALTER COLUMN partial10 TYPE varchar(20);
ALTER TABLE indexed ALTER COLUMN partial10 TYPE text;
ALTER TABLE indexed ALTER COLUMN condition10 TYPE varchar(20);
ALTER TABLE indexed ALTER COLUMN include10 TYPE varchar(20);
ALTER TABLE indexed ALTER COLUMN include10 TYPE text;
ALTER TABLE indexed ALTER COLUMN unique10 TYPE varchar(20);
ALTER TABLE indexed ALTER COLUMN unique10 TYPE text;
ALTER TABLE indexed ALTER COLUMN unique10 TYPE varchar(5);
ALTER TABLE indexed ALTER COLUMN hash10 TYPE text;
ALTER TABLE indexed ALTER COLUMN pattern10 TYPE text;
ALTER TABLE indexed ALTER COLUMN pattern10 TYPE varchar(20);
ALTER TABLE indexed ALTER COLUMN both10 TYPE varchar(20);
ALTER TABLE indexed ALTER COLUMN span TYPE int8range USING int8range(id, id + 1);
ALTER TABLE checked ALTER COLUMN id TYPE bigint;
ALTER TABLE checked ALTER COLUMN name10 TYPE varchar(20);
ALTER TABLE checked ALTER COLUMN name10 TYPE text;
ALTER TABLE checked ALTER COLUMN name10 TYPE varchar(10);
ALTER TABLE checked ALTER COLUMN pair TYPE text;
ALTER TABLE checked ALTER COLUMN number TYPE numeric(8);
ALTER TABLE checked ALTER COLUMN other TYPE bigint;
ALTER TABLE customers ALTER COLUMN id TYPE bigint;
ALTER TABLE customers ALTER COLUMN code TYPE varchar(20);
ALTER TABLE customers ALTER COLUMN code TYPE text;
ALTER TABLE orders ALTER COLUMN id TYPE bigint;
ALTER TABLE orders ALTER COLUMN customer TYPE bigint;
ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);
ALTER TABLE orders ALTER COLUMN code TYPE text;
ALTER TABLE orders ALTER COLUMN line TYPE bigint;
ALTER TABLE orders ALTER COLUMN note TYPE text;
ALTER TABLE orders ALTER COLUMN total TYPE bigint;
ALTER TABLE orders ALTER COLUMN total DROP DEFAULT, ALTER COLUMN total TYPE boolean USING total > 0;
ALTER TABLE animals ALTER COLUMN id TYPE bigint;
ALTER TABLE animals ALTER COLUMN name TYPE text;
ALTER TABLE events ALTER COLUMN id TYPE bigint;
ALTER TABLE events ALTER COLUMN kind TYPE text;
ALTER TABLE events ALTER COLUMN kind TYPE varchar(20);

-- block: types in another time zone
SET timezone = 'Europe/Berlin';
CREATE TABLE things (timestamp timestamp, timestamp3 timestamp(3), timestamptz timestamptz, date date, time time);
INSERT INTO things VALUES (now(), now(), now(), now(), now());
-- each
ALTER TABLE things ALTER COLUMN timestamp TYPE timestamptz;
ALTER TABLE things ALTER COLUMN timestamp3 TYPE timestamptz(3);
ALTER TABLE things ALTER COLUMN timestamptz TYPE timestamp;
ALTER TABLE things ALTER COLUMN timestamptz TYPE timestamp USING timestamptz AT TIME ZONE 'UTC';
ALTER TABLE things ALTER COLUMN timestamp TYPE timestamp(6);
ALTER TABLE things ALTER COLUMN date TYPE timestamptz;
ALTER TABLE things ALTER COLUMN timestamp3 TYPE timestamp;
