package dev.greenlight.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.View;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
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
        return Stream.of(12, 15, 18)
                .flatMap(version -> Arrays.stream(read().split("(?m)^-- script: "))
                        .skip(1)
                        .map(text -> DynamicTest.dynamicTest(
                                version + " " + text.lines().findFirst().orElseThrow(),
                                () -> compare(version, text.substring(text.indexOf('\n'))))));
    }

    private static String read() {
        try (InputStream input = TypesOnServerTest.class.getResourceAsStream("types.sql")) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(int version, String script) throws SQLException {
        List<String> statements = new ArrayList<>();
        List<String> queries = new ArrayList<>();
        List<List<String>> there = new ArrayList<>();
        try (Connection connection = Oracle.postgres(version).connect();
                Statement session = connection.createStatement()) {
            session.setEscapeProcessing(false);
            for (String text : split(script)) {
                boolean query = text.matches("(?s)(SELECT|WITH|VALUES|TABLE|\\().*");
                String statement = query ? "CREATE VIEW v" + queries.size() + " AS " + text : text;
                if (isDone(session, statement, query && version < 18)) {
                    statements.add(statement);
                    if (query) {
                        there.add(columns(session, queries.size()));
                        queries.add(text);
                    }
                }
            }
        }
        Catalog catalog = Replaying.plain()
                .version(version)
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

    private static List<String> split(String script) {
        return Splitter.split(script, new Span(0, script.length())).stream()
                .map(text -> script.substring(text.span().start(), text.span().end()))
                .toList();
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
        View view = (View) catalog.relation(new QualifiedName("public", "v" + number)).orElseThrow();
        List<String> names = view.columns();
        return names == null
                ? List.of("unknown columns")
                : IntStream.range(0, names.size())
                        .mapToObj(i -> names.get(i) + " "
                                + view.types().get(i).display())
                        .toList();
    }
}
