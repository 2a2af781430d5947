package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Replaying;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how long work takes on a server that has nothing else to do, beside what is estimated: the table of {@code
 * docs/estimates.md}. {@code -Drows=N} makes the tables as large.
 */
@Tag("estimates")
@Tag("postgres")
final class EstimatesOnServerTest {
    private static final long ROWS = Long.getLong("rows", 1_000_000);
    private static final String SETUP = """
            CREATE TABLE customers (id bigint PRIMARY KEY, name text);
            CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint, total int, note text, placed timestamptz);
            CREATE INDEX orders_placed ON orders (placed);
            """;
    private static final String ROWS_IN = """
            INSERT INTO customers SELECT i, 'name ' || i FROM generate_series(1, %1$d / 10) i;
            INSERT INTO orders SELECT i, 1 + i %% (%1$d / 10), i %% 1000, repeat(md5(i::text), 2), now()
            FROM generate_series(1, %1$d) i;
            VACUUM ANALYZE;
            CHECKPOINT;
            """;
    private static final List<String> STATEMENTS = List.of(
            "ALTER TABLE orders ADD CHECK (total >= 0)",
            "ALTER TABLE orders ALTER COLUMN total SET NOT NULL",
            "CREATE INDEX ON orders (customer)",
            "CREATE INDEX ON orders (note)",
            "ALTER TABLE orders ADD FOREIGN KEY (customer) REFERENCES customers",
            "ALTER TABLE orders ALTER COLUMN total TYPE bigint",
            "ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid()",
            "VACUUM FULL orders",
            "UPDATE orders SET total = total + 1");

    @Test
    void measured_and_estimated() throws SQLException {
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(SETUP);
            for (String sql : ROWS_IN.formatted(ROWS).split(";\n")) {
                statement.execute(sql);
            }
            Effects effects = new Effects(new Server(PostgresVersion.NEWEST, Optional.empty()), sizes(statement));
            PrintStream out = System.out;
            out.printf("%nStatement, on %,d rows of %s | seconds measured | estimated%n", ROWS, size(statement));
            for (String sql : STATEMENTS) {
                double estimated = estimated(effects, sql);
                double measured = measured(statement, sql);
                out.printf("%s | %.1f | %.1f%n", sql, measured, estimated);
                assertThat(estimated).as(sql).isBetween(measured / 3, measured * 20);
            }
        }
    }

    private static TableSizes sizes(Statement statement) throws SQLException {
        return new TableSizes(Map.of(
                new QualifiedName("public", "orders"),
                new TableSize(OptionalLong.of(ROWS), OptionalLong.of(number(statement, "pg_table_size('orders')"))),
                new QualifiedName("public", "customers"),
                new TableSize(OptionalLong.of(ROWS / 10), OptionalLong.empty())));
    }

    private static String size(Statement statement) throws SQLException {
        return number(statement, "pg_table_size('orders')") / 1_000_000 + " MB";
    }

    private static long number(Statement statement, String expression) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT " + expression)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static double estimated(Effects effects, String sql) {
        Replaying replaying = Replaying.plain().mode(TransactionMode.NONE);
        List<Script> scripts =
                List.of(replaying.script("0.sql", SETUP, Direction.UP), replaying.script("1.sql", sql, Direction.UP));
        Effect effect = effects.of(
                replaying.runScripts(scripts).runs().getLast().steps().getFirst());
        return effect.estimate() == null ? 0 : effect.estimate().time().toMillis() / 1000.0;
    }

    /** What can be taken back is, so that the next one finds the tables as they were. */
    private static double measured(Statement statement, String sql) throws SQLException {
        boolean alone = sql.startsWith("VACUUM");
        statement.getConnection().setAutoCommit(alone);
        long start = System.nanoTime();
        statement.execute(sql);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!alone) {
            statement.getConnection().rollback();
        }
        return seconds;
    }
}
