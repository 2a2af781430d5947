package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class IdentifiersTest {

    @Provide
    Arbitrary<List<String>> names() {
        return ObjectNames.any().list().ofMinSize(1).ofMaxSize(40);
    }

    @Example
    void a_name_is_quoted_only_if_it_has_to_be() {
        assertThat(Identifiers.quote("orders")).isEqualTo("orders");
        assertThat(Identifiers.quote("user")).isEqualTo("\"user\"");
        assertThat(Identifiers.quote("Order \"1\"")).isEqualTo("\"Order \"\"1\"\"\"");
    }

    @Property(tries = 100)
    @Tag("postgres")
    void a_name_is_quoted_as_the_server_does(@ForAll("names") List<String> names) throws SQLException {
        assertSame(names, Identifiers::quote, "SELECT quote_ident(?)");
    }

    @Property(tries = 100)
    @Tag("postgres")
    void a_name_is_cut_as_the_server_does(@ForAll("names") List<String> names) throws SQLException {
        assertSame(names, Identifiers::truncate, "SELECT (?::text)::name::text");
    }

    private static void assertSame(List<String> names, UnaryOperator<String> ours, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = Oracle.postgres().connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (String name : names) {
                statement.setString(1, name);
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    answers.add(result.getString(1));
                }
            }
        }
        assertThat(names.stream().map(ours).toList()).isEqualTo(answers);
    }
}
