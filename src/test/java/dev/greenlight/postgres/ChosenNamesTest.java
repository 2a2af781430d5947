package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class ChosenNamesTest {

    @Provide
    Arbitrary<String> table() {
        return ObjectNames.any().map(Identifiers::truncate);
    }

    @Provide
    Arbitrary<List<String>> columns() {
        return ObjectNames.any()
                .map(Identifiers::truncate)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Example
    void the_longer_of_two_names_is_cut_and_never_the_label() {
        assertThat(ChosenNames.makeObjectName("orders", "id", "seq")).isEqualTo("orders_id_seq");
        assertThat(ChosenNames.makeObjectName("orders", null, "pkey")).isEqualTo("orders_pkey");
        assertThat(ChosenNames.makeObjectName("t".repeat(63), "customer", "idx"))
                .isEqualTo("t".repeat(50) + "_customer_idx");
    }

    @Example
    void a_name_that_is_taken_gets_a_number() {
        assertThat(ChosenNames.choose("t", "a", "idx", Set.of("t_a_idx", "t_a_idx1")::contains))
                .isEqualTo("t_a_idx2");
    }

    @Property(tries = 100)
    @Tag("postgres")
    void names_are_chosen_as_the_server_does(@ForAll("table") String table, @ForAll("columns") List<String> columns)
            throws SQLException {
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(script(table, columns));
            assertThat(names(statement)).isEqualTo(chosen(table, columns));
        }
    }

    /** A table with serial columns, a primary key and an index made twice, none of them named. */
    private static String script(String table, List<String> columns) {
        String definitions = columns.stream()
                .map(column -> Identifiers.quote(column) + " serial")
                .collect(Collectors.joining(", "));
        String all = columns.stream().map(Identifiers::quote).collect(Collectors.joining(", "));
        String index = "CREATE INDEX ON %s (%s);".formatted(Identifiers.quote(table), all);
        return "CREATE TABLE %s (%s, PRIMARY KEY (%s), UNIQUE (%s));"
                        .formatted(Identifiers.quote(table), definitions, Identifiers.quote(columns.getFirst()), all)
                + index
                + index;
    }

    private static Set<String> chosen(String table, List<String> columns) {
        Set<String> names = new HashSet<>(Set.of(table));
        for (String column : columns) {
            names.add(ChosenNames.choose(table, column, "seq", names::contains));
        }
        names.add(ChosenNames.choose(table, null, "pkey", names::contains));
        String addition = ChosenNames.columns(columns);
        if (columns.size() > 1) {
            names.add(ChosenNames.choose(table, addition, "key", names::contains));
        }
        names.add(ChosenNames.choose(table, addition, "idx", names::contains));
        names.add(ChosenNames.choose(table, addition, "idx", names::contains));
        return names;
    }

    private static Set<String> names(Statement statement) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet result = statement.executeQuery(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind <> 'c'")) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }
}
