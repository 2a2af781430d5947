-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "citext";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "pgcrypto" WITH SCHEMA "public";

-- CreateExtension
CREATE EXTENSION IF NOT EXISTS "uuid-ossp";

-- CreateEnum
CREATE TYPE "level_of_things" AS ENUM ('LOW', 'high level');

-- CreateTable
CREATE TABLE "Scalars" (
    "id" SERIAL NOT NULL,
    "string" TEXT NOT NULL,
    "boolean" BOOLEAN NOT NULL,
    "int" INTEGER NOT NULL,
    "big" BIGINT NOT NULL,
    "float" DOUBLE PRECISION NOT NULL,
    "decimal" DECIMAL(65,30) NOT NULL,
    "moment" TIMESTAMP(3) NOT NULL,
    "json" JSONB NOT NULL,
    "bytes" BYTEA NOT NULL,
    "string2" TEXT,
    "strings" TEXT[],
    "ints" INTEGER[] DEFAULT ARRAY[1, 2]::INTEGER[],
    "decimals" DECIMAL(10,2)[],
    "words" TEXT[] DEFAULT ARRAY['a', 'b c', 'it''s']::TEXT[],
    "moments" TIMESTAMPTZ(3)[],

    CONSTRAINT "Scalars_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Natives" (
    "id" BIGSERIAL NOT NULL,
    "text" TEXT NOT NULL,
    "char" CHAR NOT NULL,
    "char2" CHAR(10) NOT NULL,
    "varchar" VARCHAR NOT NULL,
    "varchar2" VARCHAR(255) NOT NULL,
    "bit" BIT NOT NULL,
    "bit2" BIT(8) NOT NULL,
    "varbit" VARBIT NOT NULL,
    "varbit2" VARBIT(8) NOT NULL,
    "uuid" UUID NOT NULL,
    "xml" XML NOT NULL,
    "inet" INET NOT NULL,
    "citext" CITEXT NOT NULL,
    "bool" BOOLEAN NOT NULL,
    "integer" INTEGER NOT NULL,
    "smallint" SMALLINT NOT NULL,
    "oid" OID NOT NULL,
    "bigint" BIGINT NOT NULL,
    "double" DOUBLE PRECISION NOT NULL,
    "real" REAL NOT NULL,
    "decimal" DECIMAL NOT NULL,
    "decimal2" DECIMAL(8,2) NOT NULL,
    "money" MONEY NOT NULL,
    "timestamp" TIMESTAMP NOT NULL,
    "timestamp0" TIMESTAMP(0) NOT NULL,
    "timestamp6" TIMESTAMP(6) NOT NULL,
    "timestamptz" TIMESTAMPTZ NOT NULL,
    "timestamptz6" TIMESTAMPTZ(6) NOT NULL,
    "date" DATE NOT NULL,
    "time" TIME NOT NULL,
    "time3" TIME(3) NOT NULL,
    "timetz" TIMETZ NOT NULL,
    "timetz3" TIMETZ(3) NOT NULL,
    "json" JSON NOT NULL,
    "jsonb" JSONB NOT NULL,
    "bytea" BYTEA NOT NULL,
    "small" SMALLSERIAL NOT NULL,
    "point" point,
    "vector" tsvector NOT NULL,
    "period" int4range[],

    CONSTRAINT "Natives_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Defaults" (
    "uuid" TEXT NOT NULL,
    "uuid7" TEXT NOT NULL,
    "cuid" TEXT NOT NULL,
    "cuid2" TEXT NOT NULL,
    "ulid" TEXT NOT NULL,
    "nano" TEXT NOT NULL,
    "now" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated" TIMESTAMP(3) NOT NULL,
    "updated2" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL DEFAULT 'it''s "so" \ 
 é 👍',
    "empty" TEXT NOT NULL DEFAULT '',
    "int" INTEGER NOT NULL DEFAULT 42,
    "negative" INTEGER NOT NULL DEFAULT -1,
    "big" BIGINT NOT NULL DEFAULT 9007199254740993,
    "float" DOUBLE PRECISION NOT NULL DEFAULT 1.5,
    "floati" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "decimal" DECIMAL(10,2) NOT NULL DEFAULT 0.10,
    "decimal2" DECIMAL(65,30) NOT NULL DEFAULT 12.30,
    "yes" BOOLEAN NOT NULL DEFAULT true,
    "no" BOOLEAN NOT NULL DEFAULT false,
    "json" JSONB NOT NULL DEFAULT '{"a": [1, 2]}',
    "jsons" JSONB NOT NULL DEFAULT '[]',
    "bytes" BYTEA NOT NULL DEFAULT '\x68656c6c6f',
    "moment" TIMESTAMP(3) NOT NULL DEFAULT '2020-01-02 03:04:05.678 +00:00',
    "day" DATE NOT NULL DEFAULT '2020-01-02 00:00:00 +00:00',
    "gen" UUID NOT NULL DEFAULT gen_random_uuid(),
    "gen2" TEXT NOT NULL,
    "gen3" TEXT NOT NULL DEFAULT 'a'::text || 'b',
    "level" "level_of_things" NOT NULL DEFAULT 'LOW',
    "mapped" "level_of_things" NOT NULL DEFAULT 'high level',
    "levels" "level_of_things"[] DEFAULT ARRAY['LOW', 'high level']::"level_of_things"[],
    "none" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "Defaults_pkey" PRIMARY KEY ("uuid")
);

