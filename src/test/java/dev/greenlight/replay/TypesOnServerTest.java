package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.View;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Makes views of many queries on servers and in a replay: each has the same columns, of the same types, and none is
 * unknown. What a version refuses is left out there.
 */
@Tag("postgres")
class TypesOnServerTest {
    @TestFactory
    Stream<DynamicTest> queries() {
        return ServerScript.tests("types.sql", TypesOnServerTest::compare);
    }

    private static void compare(Oracle oracle, String script) throws SQLException {
        List<String> statements = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        List<List<String>> there = new ArrayList<>();
        try (Connection connection = oracle.connect();
                Statement session = connection.createStatement()) {
            session.setEscapeProcessing(false);
            for (String text : ServerScript.statements(script)) {
                boolean query = text.matches("(?s)(SELECT|WITH|VALUES|TABLE|\\().*");
                String statement = query ? "CREATE VIEW v" + queries.size() + " AS " + text : text;
                if (isDone(session, statement, query && !oracle.version().equals(PostgresVersion.NEWEST))) {
                    statements.add(statement);
                    if (query) {
                        there.add(columns(session, queries.size()));
                        queries.add(text);
                    }
                }
            }
        }
        Catalog catalog = Replaying.plain()
                .version(oracle.version().major())
                .openness(ReplayOptions.Openness.CLOSED)
                .run(String.join(";\n", statements))
                .result();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < queries.size(); i++) {
            List<String> here = columns(catalog, i);
            if (!here.equals(there.get(i))) {
                List<String> expected = new ArrayList<>(there.get(i));
                expected.removeAll(here);
                List<String> actual = new ArrayList<>(here);
                actual.removeAll(there.get(i));
                differences.add("server " + expected + ", replay " + actual + ": " + queries.get(i));
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    private static boolean isDone(Statement session, String statement, boolean mayFail) throws SQLException {
        try {
            session.execute(statement);
            return true;
        } catch (SQLException e) {
            if (!mayFail) {
                throw e;
            }
            return false;
        }
    }

    private static List<String> columns(Statement session, int number) throws SQLException {
        String query = "SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute"
                + " WHERE attrelid = 'public.v" + number + "'::regclass AND attnum > 0 ORDER BY attnum";
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = session.executeQuery(query)) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    private static List<String> columns(Catalog catalog, int number) {
        View view = (View)
                catalog.relation(new QualifiedName("public", "v" + number)).orElseThrow();
        List<String> names = view.columns();
        return names == null
                ? List.of("unknown columns")
                : IntStream.range(0, names.size())
                        .mapToObj(i -> names.get(i) + " " + view.types().get(i).display())
                        .toList();
    }
}
