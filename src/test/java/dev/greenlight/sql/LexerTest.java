package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {

    @Test
    void a_statement_is_divided_with_exact_offsets() {
        assertThat(Tokens.shown("ALTER TABLE a.\"B c\" ADD x int[] DEFAULT '{}'::int[];"))
                .containsExactly(
                        "WORD 0-5 alter",
                        "WORD 6-11 table",
                        "WORD 12-13 a",
                        "DOT 13-14 .",
                        "QUOTED_IDENTIFIER 14-19 B c",
                        "WORD 20-23 add",
                        "WORD 24-25 x",
                        "WORD 26-29 int",
                        "LEFT_BRACKET 29-30 [",
                        "RIGHT_BRACKET 30-31 ]",
                        "WORD 32-39 default",
                        "STRING 40-44 {}",
                        "TYPECAST 44-46 ::",
                        "WORD 46-49 int",
                        "LEFT_BRACKET 49-50 [",
                        "RIGHT_BRACKET 50-51 ]",
                        "SEMICOLON 51-52 ;");
    }

    @Test
    void only_the_span_is_read_and_offsets_count_from_the_start_of_the_text() {
        String sql = "SELECT 'a' + 1";

        assertThat(Lexer.tokenize(sql, new Span(8, 9))).containsExactly(new Token(TokenKind.WORD, 8, 9, "a"));
        assertThat(Lexer.tokenize(sql, new Span(7, 9)).getFirst().kind()).isEqualTo(TokenKind.ERROR);
        assertThat(Lexer.tokenize("1.5", new Span(0, 2))).containsExactly(new Token(TokenKind.NUMERIC, 0, 2, "1."));
        assertThat(Lexer.tokenize("<--", new Span(0, 2)))
                .containsExactly(new Token(TokenKind.OPERATOR, 0, 1, "<"), new Token(TokenKind.OPERATOR, 1, 2, "-"));
    }

    @ParameterizedTest
    @CsvSource({
        "Select, select",
        "_a1$B, _a1$b",
        "ÀÉı, ÀÉı",
        "naïveTABLE, naïvetable",
        "x\u00A0y, x\u00A0y",
        "\uD83D\uDE00, \uD83D\uDE00",
        "e, e",
        "u, u",
    })
    void words_fold_ascii_letters_only(String sql, String value) {
        assertThat(Tokens.only(sql)).isEqualTo(new Token(TokenKind.WORD, 0, sql.length(), value));
    }

    @Test
    void a_word_is_not_cut_to_the_length_of_a_name() {
        assertThat(Tokens.only("A".repeat(200)).value()).isEqualTo("a".repeat(200));
    }

    @Test
    void white_space_is_what_postgresql_takes_for_it() {
        assertThat(Tokens.only(" \t\n\r\f\u000B").kind()).isEqualTo(TokenKind.WHITESPACE);
    }

    @Test
    void a_line_comment_ends_before_the_end_of_its_line() {
        assertThat(Tokens.shown("a--b /* c\r\nd--"))
                .containsExactly("WORD 0-1 a", "LINE_COMMENT 1-9 --b /* c", "WORD 11-12 d", "LINE_COMMENT 12-14 --");
    }

    @Test
    void block_comments_nest() {
        assertThat(Tokens.shown("a/*b/*c*/-- */d*/"))
                .containsExactly("WORD 0-1 a", "BLOCK_COMMENT 1-14 /*b/*c*/-- */", "WORD 14-15 d", "OPERATOR 15-17 */");
        assertThat(Tokens.shown("/*/ x **/y")).containsExactly("BLOCK_COMMENT 0-9 /*/ x **/", "WORD 9-10 y");
    }

    @ParameterizedTest
    @CsvSource({
        "'a /*b\n/* c */', 2, 'unterminated comment, opened in line 1: close it'",
        "'a\n\"b', 2, 'unterminated quoted identifier, opened in line 2: close it'",
        "'a\n$x$ $y$', 2, 'unterminated dollar-quoted string, opened in line 2: close it'",
        "'a\nB\"', 3, 'unterminated quoted identifier, opened in line 2: close it'",
    })
    void what_is_never_closed_goes_to_the_end(String sql, int start, String message) {
        assertThat(Tokens.of(sql).getLast()).isEqualTo(new Token(TokenKind.ERROR, start, sql.length(), message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'a", "e'a\\'", "E'a\\", "n'", "u&'a''", "b'1", "X'1'\n'", "'a'\n'b"})
    void a_string_that_is_never_closed_is_an_error(String sql) {
        Token token = Tokens.only(sql);

        assertThat(token.kind()).isEqualTo(TokenKind.ERROR);
        assertThat(token.value()).startsWith("unterminated").endsWith("string, opened in line 1: close it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", "{", "\\ ", "\\", "$", "\u0001", "$a"})
    void other_characters_are_errors_by_themselves(String sql) {
        Token token = Tokens.of(sql).getFirst();

        assertThat(token)
                .isEqualTo(new Token(TokenKind.ERROR, 0, 1, "syntax error at or near \"" + sql.charAt(0) + "\""));
    }

    @Test
    void a_token_knows_its_span_its_kind_and_its_word() {
        Token word = Tokens.only("CREATE");

        assertThat(word.span()).isEqualTo(new Span(0, 6));
        assertThat(word.is(TokenKind.WORD)).isTrue();
        assertThat(word.isWord("create")).isTrue();
        assertThat(word.isWord("drop")).isFalse();
        assertThat(Tokens.only("\"create\"").isWord("create")).isFalse();
    }
}
