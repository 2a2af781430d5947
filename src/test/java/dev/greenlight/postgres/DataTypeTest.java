package dev.greenlight.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DataTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int4      |                 | integer
            int8      |                 | bigint
            varchar   | 10              | character varying(10)
            varchar   |                 | character varying
            bpchar    | 1               | character(1)
            bpchar    |                 | bpchar
            numeric   | 10,2            | numeric(10,2)
            numeric   | 10              | numeric(10,0)
            timestamptz | 3             | timestamp(3) with time zone
            timestamp | 9               | timestamp(6) without time zone
            timetz    |                 | time with time zone
            interval  | day to second,3 | interval day to second(3)
            interval  | 3               | interval(3)
            bit       | 8               | bit(8)
            char      |                 | "char"
            """)
    void a_type_is_shown_as_PostgreSQL_does(String name, String modifiers, String shown) {
        assertThat(type(name, modifiers).display()).isEqualTo(shown);
    }

    @Test
    void a_type_of_the_project_is_shown_without_the_schema_public() {
        DataType mood = new DataType(new QualifiedName("public", "Mood"), List.of(), true);
        DataType level = new DataType(new QualifiedName("audit", "level"), List.of(), false);
        assertThat(mood.display()).isEqualTo("\"Mood\"[]");
        assertThat(level.display()).isEqualTo("audit.level");
    }

    static List<DataType> types() {
        return List.of(
                type("int2", null),
                type("float4", null),
                type("float8", null),
                type("bool", null),
                type("json", null),
                type("char", null),
                type("name", null),
                type("bpchar", null),
                type("bpchar", "7"),
                type("varchar", "7"),
                type("varbit", "7"),
                type("numeric", "7"),
                type("numeric", "7,2"),
                type("time", "2"),
                type("timetz", "2"),
                type("timestamp", "2"),
                type("timestamptz", "2"),
                type("interval", "2"),
                type("interval", "year to month"),
                type("interval", "second,4"),
                type("interval", "hour to second"),
                new DataType(new QualifiedName("pg_catalog", "int4"), List.of(), true),
                new DataType(new QualifiedName("pg_catalog", "varchar"), List.of("5"), true));
    }

    @ParameterizedTest
    @MethodSource("types")
    @Tag("postgres")
    void what_is_shown_means_the_type_and_the_server_shows_it_alike(DataType type) throws SQLException {
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (c " + type.display() + ")");
            try (ResultSet result = statement.executeQuery(
                    "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum = 1")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).isEqualTo(type.display());
            }
        }
    }

    private static DataType type(String name, @Nullable String modifiers) {
        return DataType.builtIn(name, modifiers == null ? new String[0] : modifiers.split(","));
    }
}
