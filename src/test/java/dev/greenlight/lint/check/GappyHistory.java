package dev.greenlight.lint.check;

import dev.greenlight.oracle.ServerSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Migrations that a server accepts one after another, of which one may then be left out. Tables, views and columns come,
 * go and change their names and schemas; names are folded, quoted and in mixed case, with their schema and without.
 *
 * @param migrations the statements of each; the first makes the schemas and is never left out
 */
record GappyHistory(List<List<String>> migrations) {
    /** As SQL has them. What they mean is in {@link #stored}. */
    private static final List<String> NAMES = List.of("orders", "\"Order\"", "\"user data\"", "Lines");

    private static final List<String> COLUMNS = List.of("total", "\"Total\"", "\"paid at\"", "Note");
    private static final List<String> SCHEMAS = List.of("", "", "public.", "app.", "\"Sales\".");
    private static final List<String> TYPES = List.of("integer", "text", "numeric(8, 2)", "timestamptz");

    GappyHistory {
        migrations = migrations.stream().map(List::copyOf).toList();
    }

    /** @param session of an empty database; the history is run there, as a whole */
    static GappyHistory random(Random random, ServerSession session) {
        List<List<String>> migrations = new ArrayList<>();
        migrations.add(List.of("CREATE SCHEMA app", "CREATE SCHEMA \"Sales\""));
        migrations.getFirst().forEach(session::require);
        String path = session.searchPath();
        for (int i = 0; i < 2 + random.nextInt(7); i++) {
            List<String> accepted = new Statements(random)
                    .some()
                    .filter(sql -> session.send(sql).isEmpty())
                    .toList();
            session.require("DISCARD ALL");
            session.beginWith(path);
            migrations.add(accepted);
        }
        return new GappyHistory(migrations);
    }

    /** The same without one of its migrations. */
    GappyHistory withGap(Random random) {
        List<List<String>> rest = new ArrayList<>(migrations);
        rest.remove(1 + random.nextInt(rest.size() - 1));
        return new GappyHistory(rest);
    }

    /** A name that may be required, as it is stored: with a schema, or without. */
    static String anyTable(Random random) {
        return stored(any(random, SCHEMAS) + any(random, NAMES));
    }

    static String anyColumn(Random random) {
        return stored(any(random, COLUMNS));
    }

    /** What is quoted as it is, all else in lower case. */
    private static String stored(String sql) {
        return Stream.of(sql.split("\\."))
                .map(part -> part.startsWith("\"") ? part.replace("\"", "") : part.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("."));
    }

    private static String any(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public String toString() {
        return migrations.stream().map(GappyHistory::text).collect(Collectors.joining("-- then\n"));
    }

    static String text(List<String> migration) {
        return migration.stream().map(sql -> sql + ";\n").collect(Collectors.joining());
    }

    /** Statements that come to mind, some of them wrong. */
    private record Statements(Random random) {
        Stream<String> some() {
            List<String> all = new ArrayList<>();
            if (random.nextInt(4) == 0) {
                all.add("SET search_path = " + (random.nextBoolean() ? "app" : "\"Sales\", public"));
            }
            Stream.generate(this::one).limit(1 + random.nextInt(3)).forEach(all::add);
            return all.stream();
        }

        private String one() {
            List<Supplier<String>> kinds = List.of(this::table, this::table, this::column, this::view, this::end);
            return kinds.get(random.nextInt(kinds.size())).get();
        }

        private String table() {
            String form = choose(
                    "CREATE TABLE %1$s (id bigint PRIMARY KEY, %2$s %3$s, %4$s text)",
                    "CREATE TABLE %1$s (id bigint PRIMARY KEY, %2$s %3$s)",
                    "CREATE TABLE IF NOT EXISTS %1$s (id bigint PRIMARY KEY, %2$s %3$s)",
                    "CREATE TABLE %1$s (id bigint PRIMARY KEY, %2$s bigint REFERENCES %5$s)",
                    "CREATE TABLE %1$s (LIKE %5$s)",
                    "CREATE TABLE %1$s (%2$s %3$s) INHERITS (%5$s)",
                    "CREATE TABLE %1$s AS SELECT %2$s AS %4$s FROM %5$s",
                    "DO $$ BEGIN CREATE TABLE %1$s (id bigint PRIMARY KEY, %2$s %3$s); END $$",
                    "CREATE SEQUENCE %1$s");
            return form.formatted(name(), any(random, COLUMNS), any(random, TYPES), any(random, COLUMNS), name());
        }

        private String column() {
            String form = choose(
                    "ALTER TABLE %1$s ADD COLUMN %2$s %3$s",
                    "ALTER TABLE %1$s ADD COLUMN IF NOT EXISTS %2$s %3$s",
                    "ALTER TABLE %1$s DROP COLUMN %2$s",
                    "ALTER TABLE %1$s DROP COLUMN IF EXISTS %2$s CASCADE",
                    "ALTER TABLE %1$s RENAME COLUMN %2$s TO %4$s",
                    "ALTER TABLE %1$s ADD CHECK (%2$s IS NOT NULL) NOT VALID",
                    "CREATE INDEX ON %1$s (%2$s)",
                    "UPDATE %1$s SET %2$s = DEFAULT");
            return form.formatted(name(), any(random, COLUMNS), any(random, TYPES), any(random, COLUMNS));
        }

        private String view() {
            String form = choose(
                    "CREATE VIEW %1$s AS SELECT %2$s FROM %4$s",
                    "CREATE VIEW %1$s AS SELECT * FROM %4$s",
                    "CREATE OR REPLACE VIEW %1$s AS SELECT %2$s, 1 AS %3$s FROM %4$s",
                    "CREATE MATERIALIZED VIEW %1$s AS SELECT %2$s AS %3$s FROM %4$s",
                    "ALTER VIEW %1$s RENAME COLUMN %2$s TO %3$s",
                    "DROP VIEW %1$s",
                    "DROP MATERIALIZED VIEW %1$s CASCADE");
            return form.formatted(name(), any(random, COLUMNS), any(random, COLUMNS), name());
        }

        private String end() {
            String form = choose(
                    "DROP TABLE %1$s",
                    "DROP TABLE IF EXISTS %1$s CASCADE",
                    "ALTER TABLE %1$s RENAME TO %2$s",
                    "ALTER TABLE %1$s SET SCHEMA app",
                    "ALTER TABLE %1$s SET SCHEMA public");
            return form.formatted(name(), any(random, NAMES));
        }

        private String name() {
            return any(random, SCHEMAS) + any(random, NAMES);
        }

        private String choose(String... forms) {
            return any(random, List.of(forms));
        }
    }
}
