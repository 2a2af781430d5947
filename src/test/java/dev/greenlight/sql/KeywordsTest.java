package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("postgres")
class KeywordsTest {

    @ParameterizedTest
    @CsvSource({"R, RESERVED", "T, TYPE_OR_FUNCTION_NAME", "C, COLUMN_NAME"})
    void the_categories_are_those_of_the_server(String category, String table) throws SQLException {
        assertThat(new TreeSet<>(words(table))).isEqualTo(serverWords(category));
    }

    private static Set<String> words(String table) {
        return switch (table) {
            case "RESERVED" -> Keywords.RESERVED;
            case "COLUMN_NAME" -> Keywords.COLUMN_NAME;
            default -> Keywords.TYPE_OR_FUNCTION_NAME;
        };
    }

    private static Set<String> serverWords(String category) throws SQLException {
        Set<String> words = new TreeSet<>();
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT word FROM pg_get_keywords() WHERE catcode = '" + category + "'")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
