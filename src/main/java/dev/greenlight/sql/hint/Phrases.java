package dev.greenlight.sql.hint;

import java.util.List;
import java.util.Optional;

/** Words that are easily put in the wrong order, or where PostgreSQL has none of them. */
final class Phrases {
    private static final List<Phrase> PHRASES = List.of(
            phrase("^ drop index _ on", "DROP INDEX names no table: leave ON and what follows out"),
            phrase("^ drop index if exists _ on", "DROP INDEX names no table: leave ON and what follows out"),
            phrase("^ drop column", "a column is dropped with ALTER TABLE … DROP COLUMN"),
            phrase("^ drop constraint", "a constraint is dropped with ALTER TABLE … DROP CONSTRAINT"),
            phrase("^ add column", "a column is added with ALTER TABLE … ADD COLUMN"),
            phrase("^ add constraint", "a constraint is added with ALTER TABLE … ADD CONSTRAINT"),
            phrase("^ create table if exists", "it is CREATE TABLE IF NOT EXISTS"),
            phrase("^ create index if exists", "it is CREATE INDEX IF NOT EXISTS"),
            phrase("^ create _ if not exist _", "it is IF NOT EXISTS"),
            phrase("^ drop _ _ if exists", "IF EXISTS stands before the name"),
            phrase("^ drop _ if exist _", "it is IF EXISTS"),
            phrase("^ create or replace table", "PostgreSQL has CREATE TABLE IF NOT EXISTS"),
            phrase("^ create or replace index", "PostgreSQL has CREATE INDEX IF NOT EXISTS"),
            phrase("^ create view if not exists", "PostgreSQL has CREATE OR REPLACE VIEW"),
            phrase("^ drop or replace", "it is CREATE OR REPLACE"),
            phrase("^ create type if not exists", "PostgreSQL has no IF NOT EXISTS for types"),
            phrase("^ create policy if not exists", "PostgreSQL has no IF NOT EXISTS for policies"),
            phrase("^ create trigger if not exists", "PostgreSQL has CREATE OR REPLACE TRIGGER"),
            phrase("^ create role if not exists", "PostgreSQL has no IF NOT EXISTS for roles"),
            phrase("^ create user if not exists", "PostgreSQL has no IF NOT EXISTS for roles"),
            phrase("^ create database if not exists", "PostgreSQL has no IF NOT EXISTS for databases"),
            phrase("^ alter table … add constraint if not exists", "PostgreSQL has no IF NOT EXISTS for constraints"),
            phrase("^ drop trigger _ $", "DROP TRIGGER names the table: add ON table"),
            phrase("^ drop trigger if exists _ $", "DROP TRIGGER names the table: add ON table"),
            phrase("^ drop policy _ $", "DROP POLICY names the table: add ON table"),
            phrase("^ drop policy if exists _ $", "DROP POLICY names the table: add ON table"),
            phrase("^ raise", "RAISE is a statement of PL/pgSQL: put it into a DO block"));

    private Phrases() {}

    private record Phrase(Pattern pattern, String hint) {}

    private static Phrase phrase(String pattern, String hint) {
        return new Phrase(Pattern.of(pattern), hint);
    }

    /** Only where the words reach to the offending token: what stands behind it has not been looked at. */
    static Optional<String> hint(Mistake mistake) {
        int index = mistake.index();
        return PHRASES.stream()
                .filter(phrase -> reaches(phrase.pattern().lastIn(mistake.tokens()), index))
                .findFirst()
                .map(Phrase::hint);
    }

    private static boolean reaches(int last, int index) {
        return last >= 0 && Math.abs(last - index) <= 2;
    }
}
