package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.oracle.ServerSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Statements that name a column, of tables whose columns have come, gone and been renamed. */
@Tag("database-migration-fix")
@Tag("postgres")
final class ColumnReferenceProperties {
    /** Each is right if and only if the table has the column, whatever else there is. */
    private static final List<String> REFERENCES = List.of(
            "SELECT %2$s FROM %1$s",
            "SELECT x.%2$s FROM %1$s AS x",
            "SELECT count(*) FROM %1$s WHERE %2$s IS NULL",
            "SELECT 1 FROM %1$s AS x JOIN %1$s AS y ON x.%2$s = y.%2$s",
            "SELECT 1 FROM %1$s GROUP BY %2$s ORDER BY count(*)",
            "WITH q AS (SELECT %2$s AS found FROM %1$s) SELECT found FROM q",
            "EXPLAIN SELECT max(%2$s::text) FROM ONLY %1$s",
            "CREATE VIEW seen AS SELECT %2$s FROM %1$s",
            "CREATE TABLE copied AS SELECT %2$s FROM %1$s WITH NO DATA",
            "CREATE INDEX ON %1$s (%2$s)",
            "CREATE INDEX ON %1$s ((%2$s IS NULL)) WHERE %2$s IS NOT NULL",
            "CREATE POLICY seen ON %1$s USING (%2$s IS NOT NULL)",
            "CREATE FUNCTION seen() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(%2$s) FROM %1$s; END",
            "DO $$ BEGIN PERFORM %2$s FROM %1$s; END $$",
            "INSERT INTO %1$s (%2$s) VALUES (DEFAULT)",
            "UPDATE %1$s SET %2$s = DEFAULT",
            "UPDATE %1$s SET %2$s = x.%2$s FROM %1$s AS x WHERE x.%2$s IS NULL",
            "DELETE FROM %1$s WHERE %2$s IS NULL",
            "COMMENT ON COLUMN %1$s.%2$s IS 'seen'",
            "GRANT SELECT (%2$s) ON %1$s TO PUBLIC",
            "ALTER TABLE %1$s ALTER COLUMN %2$s DROP DEFAULT",
            "ALTER TABLE %1$s ALTER COLUMN %2$s SET STATISTICS 10",
            "ALTER TABLE %1$s ALTER COLUMN %2$s SET (n_distinct = 5)",
            "ALTER TABLE %1$s ADD CONSTRAINT seen CHECK (%2$s IS NOT NULL) NOT VALID",
            "ALTER TABLE %1$s ADD CONSTRAINT seen UNIQUE (%2$s)",
            "ALTER TABLE %1$s ADD COLUMN seen boolean GENERATED ALWAYS AS (%2$s IS NULL) STORED");

    /** Feature: database-migration-fix, Property 2: Column Reference Validation. */
    @Property(tries = 300)
    @Tag("property-2")
    void aReferenceIsAcceptedExactlyWhenTheColumnExists(@ForAll long seed) throws SQLException {
        Random random = new Random(seed);
        try (ServerSession session = new ServerSession(Oracle.postgres().connect())) {
            List<String> history = new ArrayList<>();
            new ColumnHistory(random)
                    .statements().stream()
                            .filter(statement -> error(session, statement).isEmpty())
                            .forEach(history::add);
            String table = ColumnHistory.anyTable(random);
            String column = ColumnHistory.anyColumn(random);
            String reference = REFERENCES.get(random.nextInt(REFERENCES.size())).formatted(table, column);
            boolean exists = exists(session.connection(), table, column);

            assertThat(predicted(history, reference))
                    .as("predicted of %s behind%n%s", reference, String.join(";\n", history))
                    .isEqualTo(error(session, reference))
                    .isEqualTo(exists ? Optional.empty() : Optional.of("42703"));
        }
    }

    private static Optional<String> predicted(List<String> history, String reference) {
        List<String> all = new ArrayList<>(history);
        all.add(reference);
        HistoryRun run =
                Replaying.plain().openness(ReplayOptions.Openness.CLOSED).run(String.join(";\n", all));
        return Replaying.steps(run).getLast().error().map(error -> error.state().code());
    }

    private static Optional<String> error(ServerSession session, String sql) {
        return session.send(sql).map(ServerError::sqlState);
    }

    private static boolean exists(Connection connection, String table, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT 1 FROM pg_attribute WHERE attrelid = '" + table
                        + "'::regclass AND attname = '" + column + "'")) {
            return found.next();
        }
    }

    /** Three tables, one of which inherits from another, and random changes to their columns; some of them are wrong. */
    private record ColumnHistory(Random random) {
        private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e");
        private static final List<String> TABLES = List.of("t", "u", "v");
        private static final List<String> TYPES = List.of("integer", "text", "numeric(8, 2)", "timestamptz", "date[]");

        static String anyTable(Random random) {
            return TABLES.get(random.nextInt(TABLES.size()));
        }

        static String anyColumn(Random random) {
            return COLUMNS.get(random.nextInt(COLUMNS.size()));
        }

        List<String> statements() {
            List<String> statements = new ArrayList<>(List.of(
                    "CREATE TABLE t (id bigint" + columns() + ")",
                    "CREATE TABLE u (own bigint) INHERITS (t)",
                    random.nextBoolean() ? "CREATE TABLE v (LIKE t)" : "CREATE TABLE v (id bigint" + columns() + ")"));
            IntStream.range(0, 2 + random.nextInt(8)).forEach(ignored -> statements.add(change()));
            return statements;
        }

        private String columns() {
            return COLUMNS.stream()
                    .filter(column -> random.nextInt(3) == 0)
                    .map(column -> ", " + column + " " + type())
                    .collect(Collectors.joining());
        }

        private String type() {
            return TYPES.get(random.nextInt(TYPES.size()));
        }

        private String change() {
            String table = anyTable(random);
            String column = anyColumn(random);
            return switch (random.nextInt(6)) {
                case 0 -> "ALTER TABLE %s ADD COLUMN %s %s".formatted(table, column, type());
                case 1 -> "ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s %s".formatted(table, column, type());
                case 2 -> "ALTER TABLE %s DROP COLUMN %s".formatted(table, column);
                case 3 -> "ALTER TABLE ONLY %s DROP COLUMN %s".formatted(table, column);
                case 4 -> "ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(table, column, anyColumn(random));
                default -> "ALTER TABLE u %s t".formatted(random.nextBoolean() ? "INHERIT" : "NO INHERIT");
            };
        }
    }
}
