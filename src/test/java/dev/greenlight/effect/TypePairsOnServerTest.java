package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.EachPostgres;
import dev.greenlight.oracle.Oracle;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whatever type a column's type is changed to: it takes what it is said to take, or is refused as it is said to be. */
final class TypePairsOnServerTest {
    private static final List<String> ORDERED = List.of(
            "smallint",
            "int",
            "bigint",
            "real",
            "double precision",
            "numeric",
            "numeric(10, 2)",
            "numeric(12, 2)",
            "text",
            "varchar",
            "varchar(10)",
            "varchar(20)",
            "char(10)",
            "citext",
            "bit(8)",
            "varbit",
            "varbit(8)",
            "boolean",
            "date",
            "timestamp",
            "timestamp(3)",
            "timestamptz",
            "time",
            "time(3)",
            "interval",
            "interval(3)",
            "interval day to second",
            "jsonb",
            "uuid",
            "bytea",
            "oid",
            "inet",
            "cidr",
            "mood",
            "label",
            "email",
            "short",
            "positive",
            "text[]",
            "varchar(10)[]",
            "int[]");

    /** No index can be made on them. */
    private static final List<String> UNORDERED = List.of("json", "xml");

    private static final List<String> MOMENTS =
            List.of("date", "time", "timetz", "timestamp", "timestamp(3)", "timestamptz", "timestamptz(3)", "text");

    private static final List<String> FEW =
            List.of("int", "bigint", "positive", "text", "varchar(10)", "varchar(20)", "label", "timestamp", "inet");

    private static final String INDEX = "CREATE INDEX ON %1$s (c)";

    /** What hangs on a column. */
    private static final List<String> DEPENDENT = List.of(
            "CREATE INDEX ON %1$s (d) WHERE c IS NULL",
            "ALTER TABLE %1$s ADD UNIQUE (c, d)",
            "CREATE INDEX ON %1$s (d) INCLUDE (c)",
            "CREATE INDEX ON %1$s USING hash (c)",
            "ALTER TABLE %1$s ADD CHECK (c IS NULL) NOT VALID",
            "ALTER TABLE %1$s ALTER c SET DEFAULT NULL",
            "ALTER TABLE %1$s ADD g boolean GENERATED ALWAYS AS (c IS NULL) STORED",
            "CREATE VIEW v_%1$s AS SELECT c FROM %1$s",
            "CREATE MATERIALIZED VIEW v_%1$s AS SELECT d FROM %1$s WHERE c IS NULL",
            "CREATE POLICY p ON %1$s USING (c IS NULL)",
            "CREATE STATISTICS s_%1$s ON c, d FROM %1$s",
            "CREATE TABLE u_%1$s () INHERITS (%1$s)");

    private static Stream<TypePairs> pairs() {
        List<String> all = Stream.concat(ORDERED.stream(), UNORDERED.stream()).toList();
        Stream<TypePairs> surrounded = Stream.of(
                new TypePairs(all, "", "UTC"),
                new TypePairs(ORDERED, INDEX, "UTC"),
                new TypePairs(all, "ALTER TABLE %1$s ADD CHECK (c IS NULL)", "UTC"),
                new TypePairs(MOMENTS, "", "Europe/Berlin"),
                new TypePairs(MOMENTS, INDEX, "Europe/Berlin"),
                new TypePairs(MOMENTS, INDEX, "UTC"));
        return Stream.concat(surrounded, DEPENDENT.stream().map(statement -> new TypePairs(FEW, statement, "UTC")));
    }

    @EachPostgres
    void a_change_from_any_type_to_any_takes_what_is_predicted(Oracle oracle) throws SQLException {
        int count = 0;
        List<String> differences = new ArrayList<>();
        for (TypePairs pairs : pairs().toList()) {
            count += pairs.count();
            pairs.differences(oracle)
                    .forEach(line -> differences.add(pairs.surroundings() + " [" + pairs.timezone() + "] " + line));
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf("%s: %d changes of types, %d otherwise than predicted%n", oracle, count, differences.size());
        assertThat(String.join("\n", differences)).isEmpty();
    }
}
