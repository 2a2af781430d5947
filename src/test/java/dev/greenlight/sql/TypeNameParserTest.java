package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.sql.TableStatement.CreateTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How types are read that have a syntax of their own (manual 8). */
class TypeNameParserTest {
    private static final List<String> TYPES = Stream.of(
                    "int, integer, int4, smallint, int2, bigint, int8, real, float, float(1), float(24), float(25)",
                    "float(53), float4, double precision, decimal, dec, numeric, boolean, bool, json, jsonb, text",
                    "bit, bit(3), bit varying, bit varying(3), varbit, char, char(3), character, character(3)",
                    "character varying, char varying(3), varchar, varchar(3), nchar, nchar(3), nchar varying(3)",
                    "national character, national char(3), national character varying(3), \"char\", bpchar, name",
                    "time, time(3), time with time zone, time(3) without time zone, timetz, timestamp, timestamp(3)",
                    "timestamp with time zone, timestamp(3) with time zone, timestamp without time zone, timestamptz",
                    "interval, interval(3), interval year, interval year to month, interval day to hour",
                    "interval day to minute, interval day to second, interval day to second(3), interval hour to minute",
                    "interval hour to second, interval minute to second(3), interval second, interval second(3)",
                    "int[], int[3], int[][], int array, int array[3], timestamp(3)[], pg_catalog.int4, uuid, date")
            .flatMap(line -> Stream.of(line.split(", ")))
            .toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int | pg_catalog.int4 | []",
                "numeric(10, -2) | pg_catalog.numeric | [10, -2]",
                "char | pg_catalog.bpchar | [1]",
                "bit | pg_catalog.bit | [1]",
                "varchar | pg_catalog.varchar | []",
                "timestamp(3) with time zone | pg_catalog.timestamptz | [3]",
                "interval day to second(3) | pg_catalog.interval | [day to second, 3]",
                "interval(3) | pg_catalog.interval | [3]",
                "int4 | int4 | []",
                "\"int\" | int | []",
                "serial | serial | []",
                "double | double | []",
                "s.geometry(Point, 4326) | s.geometry | [point, 4326]",
                "vector(3) | vector | [3]",
            })
    void a_type_has_its_internal_name_and_modifiers(String written, String name, String modifiers) {
        TypeName type = parse(written);
        assertThat(type.name()).hasToString(name);
        assertThat(type.modifiers()).hasToString(modifiers);
        assertThat(type.span().length()).isEqualTo(written.length());
    }

    @ParameterizedTest
    @CsvSource({"int[], 1", "int[3][], 2", "int ARRAY, 1", "int ARRAY[3], 1", "int, 0"})
    void brackets_are_counted(String written, int dimensions) {
        assertThat(parse(written).arrayDimensions()).isEqualTo(dimensions);
    }

    @Test
    @Tag("postgres")
    void the_server_stores_the_same_types() throws SQLException {
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            for (String written : TYPES) {
                assertThat(stored(statement, written)).as(written).isEqualTo(stored(written));
            }
        }
    }

    private static String stored(String written) {
        TypeName type = parse(written);
        return (type.isArray() ? "_" : "") + type.name().name();
    }

    private static String stored(Statement statement, String written) throws SQLException {
        statement.execute("DROP TABLE IF EXISTS t; CREATE TABLE t (c " + written + ")");
        try (ResultSet row = statement.executeQuery("SELECT typname FROM pg_attribute JOIN pg_type ON atttypid ="
                + " pg_type.oid WHERE attrelid = 't'::regclass AND attname = 'c'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static TypeName parse(String written) {
        CreateTable table = (CreateTable) Parsing.parse("CREATE TABLE t (c " + written + ")");
        TypeName type = table.columns().getFirst().type();
        assertThat(type).isNotNull();
        return type;
    }
}
