package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Constants and names mean to the server what they mean to the lexer. */
@Tag("postgres")
class LexerOnServerTest {
    private static final String[] CONSTANTS = {
        "''",
        "'it''s'",
        "'C:\\'",
        "'a'\n'b'",
        "'a' -- c\n  'b''c'\n'd'",
        "N'a'",
        "$$a'b$$",
        "$a$ $$ $b$ $a$",
        "$a$$b$a$",
        "E'\\b\\f\\n\\r\\t\\v\\\\\\'\\q'",
        "E'\\''''",
        "e'\\x41\\x4a4\\101\\1012\\60'",
        "E'\\xe2\\x82\\xac\\303\\251'",
        "E'\\u20AC\\U0001F600\\ud83d\\ude00\\U0000D83D\\ude00'",
        "E'\\x4'\n'1'",
        "E'\\xg'",
        "E'a\\nb'\n'c\\td'",
        "U&'d\\0061t\\+000061'",
        "u&'a\\\\b''c'",
        "U&'d!0061!!' UESCAPE '!'",
        "U&'\\D83D\\DE00'",
        "U&'\\00'\n'61'",
        "U&'d!0061' /* c */ uescape -- d\n '!'"
    };

    @Test
    void constants_mean_the_same_there() throws SQLException {
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String constant : CONSTANTS) {
                assertThat(Tokens.only(constant).value()).as(constant).isEqualTo(text(statement, constant + "::text"));
            }
        }
    }

    /** The server counts what is between quotes as it is without doubled quotes and further pieces: none are here. */
    @Test
    void what_is_wrong_in_a_constant_is_at_the_same_place_there() {
        String[] constants = {
            "E'ab\\u12'",
            "E'ab\\U0001F60'",
            "E'\\udb99xy'",
            "E'\\udb99\\\\'",
            "E'\\udb99\\x41'",
            "E'\\udb99'",
            "E'\\udb99'\n'\\ude00'",
            "E'\\udb99\\u0061'",
            "E'a''b'\n'c\\ude00'",
            "E'\\xff\\u12'",
            "E'a\\u0000'",
            "E'a\\U00110000'",
            "U&'ab\\061'",
            "U&'ab\\+00061'",
            "U&'\\db99'",
            "U&'\\db99xy'",
            "U&'\\db99\\\\'",
            "U&'\\db99\\0061'",
            "U&'a\\+2FFFFF'",
            "U&'a\\0000'",
            "U&'a' UESCAPE '+'",
            "U&'a' UESCAPE '!!'",
            "U&'a' UESCAPE /* c */ +",
            "U&'a' UESCAPE",
            "U&\"\"",
        };
        for (String constant : constants) {
            Verdicts verdicts = Verdicts.of("SELECT " + constant);
            assertThat(verdicts.outcome()).as(verdicts.toString()).isEqualTo(Verdicts.Outcome.REJECTED_AT_ONE_PLACE);
        }
    }

    @Test
    void names_mean_the_same_there() throws SQLException {
        String[] names = {
            "ABC", "ÀÉı$1", "x\u00A0Y", "\"a b\"", "\"A\"\"\"", "U&\"d\\0061t\\+000061\"", "U&\"d!0061\" UESCAPE '!'"
        };
        try (Connection connection = Oracle.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String name : names) {
                try (ResultSet found = statement.executeQuery("SELECT 1 AS " + name)) {
                    assertThat(Tokens.only(name).value())
                            .as(name)
                            .isEqualTo(found.getMetaData().getColumnName(1));
                }
            }
        }
    }

    private static String text(Statement statement, String expression) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT " + expression)) {
            found.next();
            return found.getString(1);
        }
    }
}
