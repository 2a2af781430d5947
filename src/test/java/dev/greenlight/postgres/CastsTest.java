package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CastsTest {
    /** Changes the one column of a new table from each type to each, and tells what came of it. */
    private static final String CHANGES = """
            CREATE TABLE change (source text, target text, result text);
            DO $$
            DECLARE
                source text;
                target text;
                before oid;
            BEGIN
                FOR source, target IN
                    SELECT format_type(a.oid, -1), format_type(b.oid, -1) FROM pg_type a, pg_type b
                    WHERE 'pg_catalog'::regnamespace = ALL (ARRAY[a.typnamespace, b.typnamespace])
                      AND a.typtype IN ('b', 'r', 'm') AND b.typtype IN ('b', 'r', 'm')
                      AND a.typname NOT LIKE '\\_%' AND b.typname NOT LIKE '\\_%'
                LOOP
                    BEGIN
                        EXECUTE format('CREATE TEMP TABLE t (c %s)', source);
                        before := pg_relation_filenode('t');
                        EXECUTE format('ALTER TABLE t ALTER c TYPE %s', target);
                        INSERT INTO change SELECT source, target,
                            CASE WHEN before = pg_relation_filenode('t') THEN 'kept' ELSE 'rewritten' END;
                        DROP TABLE t;
                    EXCEPTION WHEN datatype_mismatch THEN
                        INSERT INTO change VALUES (source, target, 'impossible');
                    END;
                END LOOP;
            END $$;
            """;

    private static final String ANSWERS = """
            SELECT a.typname, b.typname, result FROM change
            JOIN pg_type a ON a.oid = source::regtype JOIN pg_type b ON b.oid = target::regtype ORDER BY source, target
            """;

    /** Where the time zone is UTC, PostgreSQL sees that the cast's function changes nothing. */
    private static final Set<String> TIME_ZONE = Set.of("timestamp", "timestamptz");

    @Test
    void binary_coercible_types_are_the_same_bits() {
        assertThat(Casts.binaryCoercible(DataType.builtIn("varchar", "10"), DataType.builtIn("text")))
                .isTrue();
        assertThat(Casts.binaryCoercible(DataType.builtIn("int4"), DataType.builtIn("int8")))
                .isFalse();
    }

    @Test
    void arrays_are_converted_element_by_element() {
        DataType texts = BuiltInTypes.find("_text").orElseThrow();
        DataType varchars = BuiltInTypes.find("_varchar").orElseThrow();
        assertThat(Casts.binaryCoercible(varchars, texts)).isFalse();
        assertThat(Casts.binaryCoercible(texts, texts)).isTrue();
        assertThat(Casts.assignable(varchars, texts)).hasValue(true);
    }

    @Test
    void of_the_project_s_types_only_the_way_to_a_string_is_known() {
        DataType mood = new DataType(new QualifiedName("public", "mood"), List.of(), false);
        assertThat(Casts.assignable(mood, DataType.builtIn("text"))).hasValue(true);
        assertThat(Casts.assignable(DataType.builtIn("text"), mood)).isEmpty();
        assertThat(Casts.assignable(DataType.UNKNOWN, DataType.builtIn("text"))).isEmpty();
    }

    @Test
    @Tag("postgres")
    void every_change_of_type_does_on_a_server_what_the_casts_say() throws SQLException {
        List<String> predicted = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(CHANGES);
            try (ResultSet result = statement.executeQuery(ANSWERS)) {
                while (result.next()) {
                    predicted.add(predicted(result.getString(1), result.getString(2)));
                    seen.add(change(result.getString(1), result.getString(2), result.getString(3)));
                }
            }
        }
        assertThat(predicted).hasSizeGreaterThan(5000).isEqualTo(seen);
    }

    private static String predicted(String source, String target) {
        DataType from = DataType.builtIn(source);
        DataType to = DataType.builtIn(target);
        if (!Casts.assignable(from, to).orElseThrow()) {
            return change(source, target, "impossible");
        }
        boolean kept = Casts.binaryCoercible(from, to) || TIME_ZONE.containsAll(List.of(source, target));
        return change(source, target, kept ? "kept" : "rewritten");
    }

    private static String change(String source, String target, String result) {
        return source + " to " + target + ": " + result;
    }
}
