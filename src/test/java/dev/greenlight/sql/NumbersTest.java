package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "42", "007", "1_000_000", "0x1F", "0Xdead_BEEF", "0x_1", "0o17", "0O_7", "0b101", "0B1_0"})
    void integers(String sql) {
        assertThat(Tokens.only(sql)).isEqualTo(new Token(TokenKind.INTEGER, 0, sql.length(), sql));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.", ".5", "1_0.0_1", "1e10", "1E-5", "1.e+1", ".5e1", "1_0e1_0"})
    void numbers_with_a_point_or_an_exponent(String sql) {
        assertThat(Tokens.only(sql)).isEqualTo(new Token(TokenKind.NUMERIC, 0, sql.length(), sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123abc",
                "1_",
                "1__0",
                "1_000._5",
                "1.5_",
                "0.0e",
                "0.0e+",
                "1e-",
                "1e1x",
                "0x",
                "0x_",
                "0x1g",
                "0o8",
                "0b12",
                "0b1é",
                "1a$b",
                "1_000.5e_1",
                "$1a",
                "$2147483648"
            })
    void junk_behind_a_number_is_an_error_with_it(String sql) {
        Token token = Tokens.only(sql);

        assertThat(token.kind()).isEqualTo(TokenKind.ERROR);
    }

    @Test
    void an_error_shows_what_it_is_about() {
        assertThat(Tokens.only("123abc").value()).isEqualTo("trailing junk after numeric literal \"123abc\"");
        assertThat(Tokens.only("1" + "a".repeat(1000)).value()).hasSizeLessThan(100);
    }

    @Test
    void two_points_are_a_range_and_not_a_fraction() {
        assertThat(Tokens.shown("1..10")).containsExactly("INTEGER 0-1 1", "DOT_DOT 1-3 ..", "INTEGER 3-5 10");
        assertThat(Tokens.shown("1.5.3")).containsExactly("NUMERIC 0-3 1.5", "NUMERIC 3-5 .3");
        assertThat(Tokens.shown("a.1")).containsExactly("WORD 0-1 a", "NUMERIC 1-3 .1");
    }

    @Test
    void a_sign_is_no_part_of_a_number() {
        assertThat(Tokens.shown("-1+1"))
                .containsExactly("OPERATOR 0-1 -", "INTEGER 1-2 1", "OPERATOR 2-3 +", "INTEGER 3-4 1");
    }

    @Test
    void parameters() {
        assertThat(Tokens.shown("$1,$2147483647"))
                .containsExactly("PARAMETER 0-2 $1", "COMMA 2-3 ,", "PARAMETER 3-14 $2147483647");
    }
}
