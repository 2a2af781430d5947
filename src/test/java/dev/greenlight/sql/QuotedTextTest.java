package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTextTest {

    /** The quote of the table is {@code #}, so that the SQL needs no escapes of its own. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#''#, ##",
                "#'it''s'#, #it's#",
                "#''''''#, #''#",
                "#'C:\\'#, #C:\\#",
                "#'${x} -- {{ y }} :z'#, #${x} -- {{ y }} :z#",
                "#N'a'#, a",
                "#n'a'#, a",
                "#'a'\n'b'#, ab",
                "#'a' \t\r\n  'b'\r'c'#, abc",
                "#'a' -- why\n  -- and\n'b'#, ab",
                "#'a''b'\n'c''d'#, a'bc'd",
                "#E'a\\nb'\n'c\\td'#, #a\nbc\td#",
                "#E'\\b\\f\\n\\r\\t\\v\\\\\\'\\q'#, #\b\f\n\r\t\u000B\\'q#",
                "#E'\\''''#, #''#",
                "#e'\\x41\\x4a4\\101\\1012\\60'#, #AJ4AA20#",
                "#E'\\xe2\\x82\\xac\\303\\251'#, €é",
                "#E'\\u20AC\\U0001F600\\ud83d\\ude00\\U0000D83D\\ude00'#, €\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                "#E'\\x4'\n'1'#, #\u00041#",
                "#E'\\xg'#, xg",
                "#U&'d\\0061t\\+000061'#, data",
                "#u&'a\\\\b''c'#, #a\\b'c#",
                "#U&'d!0061!!' UESCAPE '!'#, da!",
                "#U&'d!0061' /* c */ uescape -- d\n '!'#, da",
                "#U&'\\D83D\\DE00'#, \uD83D\uDE00",
                "#U&'\\00'\n'61'#, a",
            })
    void strings_stand_for_what_their_quotes_and_escapes_say(String sql, String value) {
        assertThat(Tokens.only(sql)).isEqualTo(new Token(TokenKind.STRING, 0, sql.length(), value));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#\"a b\"#, #a b#",
                "#\"A\"\"\"#, #A\"#",
                "#\"${x}_y\"#, ${x}_y",
                "#U&\"d\\0061t\\+000061\"#, data",
                "#U&\"d\"\"!0061!!\" UESCAPE '!'#, #d\"a!#",
            })
    void quoted_identifiers_stand_for_names(String sql, String value) {
        assertThat(Tokens.only(sql)).isEqualTo(new Token(TokenKind.QUOTED_IDENTIFIER, 0, sql.length(), value));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {"#B'101'#, 101", "#x'1fF'#, 1fF", "#b'1'\n'0'#, 10", "#X''#, ##"})
    void bit_strings_hold_their_digits(String sql, String value) {
        assertThat(Tokens.only(sql)).isEqualTo(new Token(TokenKind.BIT_STRING, 0, sql.length(), value));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "$$$$, ##",
                "$$a'b$$, a'b",
                "$a$ $$ $b$ $a$, # $$ $b$ #",
                "$a$$b$a$, $b",
                "$fn_1$x$fn_$fn_1$, x$fn_",
                "$é$x$é$, x",
                "$$ ${x} $$, # ${x} #",
            })
    void dollar_quotes_end_at_the_same_tag(String sql, String value) {
        assertThat(Tokens.only(sql)).isEqualTo(new Token(TokenKind.DOLLAR_STRING, 0, sql.length(), value));
    }

    @Test
    void a_tag_may_not_begin_with_a_digit_or_adjoin_a_name() {
        assertThat(Tokens.shown("$1$x"))
                .containsExactly("PARAMETER 0-2 $1", "ERROR 2-3 syntax error at or near \"$\"", "WORD 3-4 x");
        assertThat(Tokens.shown("a$$b$$")).containsExactly("WORD 0-6 a$$b$$");
    }

    @Test
    void a_string_goes_on_only_behind_a_line_end() {
        assertThat(Tokens.shown("'a' 'b'")).containsExactly("STRING 0-3 a", "STRING 4-7 b");
        assertThat(Tokens.shown("'a' /* c */\n'b'"))
                .containsExactly("STRING 0-3 a", "BLOCK_COMMENT 4-11 /* c */", "STRING 12-15 b");
        assertThat(Tokens.shown("'a'\n- 'b'")).containsExactly("STRING 0-3 a", "OPERATOR 4-5 -", "STRING 6-9 b");
        assertThat(Tokens.shown("'a'\nE'b'")).containsExactly("STRING 0-3 a", "STRING 4-8 b");
        assertThat(Tokens.shown("\"a\"\n\"b\"")).hasSize(2);
    }

    @Test
    void a_doubled_quote_ends_a_bit_string() {
        assertThat(Tokens.shown("B'1''0'")).containsExactly("BIT_STRING 0-4 1", "STRING 4-7 0");
    }

    @Test
    void a_prefix_is_one_only_directly_before_its_quote() {
        assertThat(Tokens.shown("e 'a\\'")).containsExactly("WORD 0-1 e", "STRING 2-6 a\\");
        assertThat(Tokens.shown("ab'1'")).containsExactly("WORD 0-2 ab", "STRING 2-5 1");
        assertThat(Tokens.shown("u&a")).containsExactly("WORD 0-1 u", "OPERATOR 1-2 &", "WORD 2-3 a");
    }

    @Test
    void a_clause_that_names_no_character_is_an_error_at_what_follows() {
        assertThat(Tokens.of("U&'a' UESCAPE +").getFirst())
                .isEqualTo(
                        new Token(TokenKind.ERROR, 0, 13, "UESCAPE must be followed by a simple string literal", 14));
        assertThat(Tokens.of("U&'a' UESCAPE '!!'").getFirst())
                .isEqualTo(new Token(TokenKind.ERROR, 0, 13, "invalid Unicode escape character", 14));
        assertThat(Tokens.only("U&'a' UESCAPE").at()).isEqualTo(13);
        assertThat(Tokens.shown("U&'a' uescapes '!'"))
                .containsExactly("STRING 0-5 a", "WORD 6-14 uescapes", "STRING 15-18 !");
    }

    /** The mark stands before it: where the server points, if it names a place at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "E'ab^\\u12'",
                "E'\\udb99^xy'",
                "E'\\udb99^'",
                "E'\\udb99^'\n'\\ude00'",
                "E'\\udb99^\\x41'",
                "E'a''b' -- c\n'd''^\\u0000'",
                "E'\\xff ^\\u12'",
                "E'ab^\\xff'",
                "U&'ab^\\061'",
                "U&'a''b^\\061'",
                "U&'a'\n'b''^\\+00d'",
                "U&\"a\"\"^\\061\"",
                "U&'\\d83d^x'",
                "U&'\\d83d^'",
                "U&'a+0061' UESCAPE ^'+'",
                "^\"\"",
            })
    void an_error_is_where_the_escape_is(String marked) {
        int at = marked.indexOf('^');

        assertThat(Tokens.only(marked.replace("^", "")).at()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E'\\u061'",
                "E'\\U0061'",
                "E'\\udb99'",
                "E'\\udb99xy'",
                "E'\\udb99\\\\'",
                "E'\\ude00'",
                "E'\\U00110000'",
                "E'\\u0000'",
                "E'\\000'",
                "E'\\xff'",
                "E'\\xe2\\x82'",
                "E'\\udb99'\n'\\ude00'",
                "U&'\\061'",
                "U&'\\+0061'",
                "U&'+0061' UESCAPE '+'",
                "U&'\\db99'",
                "U&'\\db99\\0061'",
                "U&'\\+2FFFFF'",
                "U&'\\0000'",
                "\"\"",
                "U&\"\"",
            })
    void what_no_text_can_be_made_of_is_an_error(String sql) {
        assertThat(Tokens.only(sql).kind()).isEqualTo(TokenKind.ERROR);
    }
}
