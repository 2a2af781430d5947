package dev.greenlight.sql.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class LabelsTest {
    @Test
    void the_words_are_those_of_the_oldest_server_that_the_newest_takes_as_labels() throws SQLException {
        Set<String> words = words(12, "true");
        words.retainAll(words(18, "barelabel"));
        assertThat(new TreeSet<>(Labels.WORDS)).isEqualTo(words);
    }

    private static Set<String> words(int version, String condition) throws SQLException {
        Set<String> words = new TreeSet<>();
        try (Connection connection = Oracle.postgres(version).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM pg_get_keywords() WHERE " + condition)) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
