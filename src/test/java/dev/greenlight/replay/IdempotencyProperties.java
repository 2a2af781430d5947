package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Migrations that can be run again: each statement looks whether there is something left to do. */
@Tag("database-migration-fix")
@Tag("postgres")
final class IdempotencyProperties {
    /** In an order in which each finds what it needs; what follows the first of each group may be left out. */
    private static final List<String> STATEMENTS = List.of(
            "CREATE SCHEMA IF NOT EXISTS shop",
            "CREATE SEQUENCE IF NOT EXISTS shop.numbers",
            "DO $$ BEGIN CREATE TYPE state AS ENUM ('open', 'paid'); EXCEPTION WHEN duplicate_object THEN NULL; END $$",
            "ALTER TYPE state ADD VALUE IF NOT EXISTS 'sent' AFTER 'open'",
            "CREATE TABLE IF NOT EXISTS shop.customers (id bigint PRIMARY KEY, name text UNIQUE)",
            "CREATE TABLE IF NOT EXISTS orders (id bigserial PRIMARY KEY, state state, total numeric, customer bigint)",
            "ALTER TABLE orders ADD COLUMN IF NOT EXISTS note varchar(20) DEFAULT ''",
            "ALTER TABLE orders ALTER COLUMN total SET DEFAULT 0",
            "ALTER TABLE orders ALTER COLUMN state SET NOT NULL",
            "ALTER TABLE orders DROP CONSTRAINT IF EXISTS positive",
            "ALTER TABLE orders DROP CONSTRAINT IF EXISTS positive, ADD CONSTRAINT positive CHECK (total >= 0)",
            "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'orders_customer') THEN"
                    + " ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer)"
                    + " REFERENCES shop.customers NOT VALID; END IF; END $$",
            "DO $$ BEGIN IF EXISTS (SELECT FROM information_schema.columns WHERE table_name = 'orders'"
                    + " AND column_name = 'remark') THEN ALTER TABLE orders RENAME remark TO hint; END IF; END $$",
            "CREATE INDEX IF NOT EXISTS orders_total_idx ON orders (total) WHERE total > 0",
            "CREATE UNIQUE INDEX IF NOT EXISTS customers_name_idx ON shop.customers (lower(name))",
            "CREATE OR REPLACE VIEW totals AS SELECT customer, sum(total) AS total FROM orders GROUP BY customer",
            "DROP VIEW IF EXISTS late",
            "DROP MATERIALIZED VIEW IF EXISTS best; CREATE MATERIALIZED VIEW best AS SELECT id, name FROM shop.customers",
            "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
            "DROP TRIGGER IF EXISTS touched ON orders; CREATE TRIGGER touched BEFORE UPDATE ON orders"
                    + " FOR EACH ROW EXECUTE FUNCTION touch()",
            "ALTER TABLE orders ENABLE ROW LEVEL SECURITY",
            "DROP POLICY IF EXISTS own ON orders; CREATE POLICY own ON orders USING (customer IS NOT NULL)",
            "CREATE TABLE IF NOT EXISTS events (at date) PARTITION BY RANGE (at)",
            "CREATE TABLE IF NOT EXISTS events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
            "CREATE EXTENSION IF NOT EXISTS citext",
            "COMMENT ON TABLE orders IS 'what was ordered'",
            "INSERT INTO shop.customers VALUES (1, 'one') ON CONFLICT (id) DO NOTHING",
            "DROP TABLE IF EXISTS drafts CASCADE",
            "ALTER TABLE IF EXISTS drafts ADD COLUMN note text");

    /** Feature: database-migration-fix, Property 7: Migration Idempotency. */
    @Property(tries = 120)
    @Tag("property-7")
    void idempotentMigrationsGiveTheSameCatalogWhenTheyRunAgain(@ForAll long seed) {
        List<String> migrations = migrations(new Random(seed));
        List<String> again = new ArrayList<>(migrations);
        again.addAll(migrations);
        try (ServerSession session = new ServerSession(Oracle.postgres().connect())) {
            HistoryRun once = run(migrations);
            HistoryRun twice = run(again);
            apply(session, migrations);
            SortedSet<String> first = session.catalog();
            apply(session, migrations);

            assertThat(session.catalog()).as("on the server").isEqualTo(first);
            assertThat(Replaying.errors(twice)).isEmpty();
            assertThat(CatalogLines.of(once.result())).isEqualTo(first);
            assertThat(CatalogLines.of(twice.result())).isEqualTo(first);
        }
    }

    /** All statements, cut into files; then some of them once more in any order, which changes nothing either. */
    private static List<String> migrations(Random random) {
        List<String> files = new ArrayList<>();
        int from = 0;
        while (from < STATEMENTS.size()) {
            int to = Math.min(STATEMENTS.size(), from + 1 + random.nextInt(6));
            files.add(file(STATEMENTS.subList(from, to)));
            from = to;
        }
        List<String> rest = new ArrayList<>(STATEMENTS);
        Collections.shuffle(rest, random);
        IntStream.range(0, random.nextInt(4)).forEach(i -> files.add(file(rest.subList(i * 3, i * 3 + 3))));
        return files;
    }

    private static String file(List<String> statements) {
        return String.join(";\n", statements) + ";\n";
    }

    private static HistoryRun run(List<String> files) {
        return Replaying.plain().openness(ReplayOptions.Openness.CLOSED).run(files.toArray(String[]::new));
    }

    private static void apply(ServerSession session, List<String> files) {
        for (String file : files) {
            Stream.of(file.split("(?<=;)\n")).forEach(session::require);
        }
    }
}
