package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorsTest {

    /** The rules for signs at the end are those of manual 4.1.3. */
    @ParameterizedTest
    @CsvSource({
        "=, =",
        "<=, <=",
        "->>, ->>",
        "@>, @>",
        "?|, ?|",
        "||, ||",
        "!~~*, !~~*",
        "=-, = -",
        "*-+-, * - + -",
        "++, + +",
        "=-1, = - 1",
        "@-, @-",
        "?-, ?-",
        "<@-+, <@-+",
        "@+=-, @+=-",
        "+@-, +@-",
        "=@-/*c*/, =@- /*c*/",
        "=+/*c*/, = + /*c*/",
        "<--x, < --x",
        "*/*c*/, * /*c*/",
        "@-+--c, @-+ --c",
        "::, ::",
        ":=, :=",
        "=>, =>",
        "=>-1, => - 1",
        "a=>=1, a =>= 1",
        ":::, :: :",
        "..., .. .",
        "a->'b', a -> 'b'",
        "a?b, a ? b",
        "(*), ( * )",
        "1::int, 1 :: int",
    })
    void operators_end_where_postgresql_ends_them(String sql, String parts) {
        List<String> found = Tokens.of(sql).stream()
                .map(token -> sql.substring(token.start(), token.end()))
                .toList();

        assertThat(found).containsExactly(parts.split(" "));
    }

    @Test
    void some_have_kinds_of_their_own() {
        assertThat(Tokens.shown("a=>b:=c::d..e"))
                .contains("EQUALS_GREATER 1-3 =>", "COLON_EQUALS 4-6 :=", "TYPECAST 7-9 ::", "DOT_DOT 10-12 ..");
        assertThat(Tokens.shown("=>-1").getFirst()).isEqualTo("EQUALS_GREATER 0-2 =>");
    }

    @Test
    void an_operator_can_be_as_long_as_a_name() {
        assertThat(Tokens.only("@".repeat(63)).kind()).isEqualTo(TokenKind.OPERATOR);
        assertThat(Tokens.only("@".repeat(64))).isEqualTo(new Token(TokenKind.ERROR, 0, 64, "operator too long"));
    }
}
