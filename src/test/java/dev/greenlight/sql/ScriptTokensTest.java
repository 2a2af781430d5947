package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only scripts for psql have. */
class ScriptTokensTest {

    @Test
    void a_meta_command_goes_to_the_end_of_its_line() {
        assertThat(Tokens.shown("\\set x 'y\nSELECT 1 \\gexec\r\n\\! ls -- a\n\\?"))
                .containsExactly(
                        "META_COMMAND 0-9 \\set x 'y",
                        "WORD 10-16 select",
                        "INTEGER 17-18 1",
                        "META_COMMAND 19-25 \\gexec",
                        "META_COMMAND 27-37 \\! ls -- a",
                        "META_COMMAND 38-40 \\?");
    }

    @Test
    void a_semicolon_behind_a_backslash_is_a_semicolon() {
        assertThat(Tokens.shown("a\\;b")).containsExactly("WORD 0-1 a", "SEMICOLON 1-3 ;", "WORD 3-4 b");
    }

    @Test
    void the_rows_of_copy_begin_on_the_next_line_and_end_with_their_mark() {
        String sql = "COPY t (a, b) FROM stdin; -- rows\n1\tit's\n\\N\t\\.\n\\.\nSELECT 1;";

        assertThat(Tokens.shown(sql))
                .endsWith(
                        "SEMICOLON 24-25 ;",
                        "LINE_COMMENT 26-33 -- rows",
                        "COPY_DATA 34-49 ",
                        "WORD 50-56 select",
                        "INTEGER 57-58 1",
                        "SEMICOLON 58-59 ;");
        assertThat(sql.substring(34, 49)).isEqualTo("1\tit's\n\\N\t\\.\n\\.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM stdin;\n\\.\n",
                "copy t from STDIN with (format csv);\r\na,b\r\n\\.\r\n",
                "COPY t FROM stdout;\n1\n\\.",
                "\\copy t from stdin\n1\n\\.\n",
                "\\COPY (t) FROM  STDIN CSV\n1\n\\.\n",
                "COPY t FROM stdin; SELECT 1;\n1\n\\.\n",
                "COPY t FROM stdin;\n1\ta\n2\tb",
                "COPY t FROM stdin;\n-- a row\n2\n\\.",
                "COPY t FROM stdin;\nselect\tbest\n\\.",
                "SELECT 1; COPY t FROM stdin;\n1\n\\.",
                "COPY t FROM stdin;\n1\n\\.\nCOPY t FROM stdin;\n2\n\\.\n",
            })
    void rows_are_found(String sql) {
        long rows = sql.lines().filter(line -> line.equals("\\.")).count();

        assertThat(Tokens.of(sql))
                .filteredOn(token -> token.is(TokenKind.COPY_DATA))
                .hasSize((int) Math.max(1, rows));
        assertThat(Tokens.of(sql)).extracting(Token::kind).doesNotContain(TokenKind.ERROR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM stdin;",
                "COPY t FROM stdin;\n\n",
                "COPY t FROM stdin;\nCREATE TABLE t (\n",
                "COPY t FROM stdin;\n\n/* next */ SELECT 1;",
                "COPY t FROM stdin;\n-- next\nSELECT 1;",
                "COPY t FROM stdin;\nCOPY u FROM 'file';\n\\.",
                "COPY t FROM stdin;\nDROP TABLE t; -- now\n1\n\\.",
                "COPY t FROM 'stdin';\n1\n",
                "COPY t TO stdout;\n1\n",
                "COPY (SELECT 1 FROM stdin) TO 'x';\n1\n",
                "SELECT a FROM stdin;\n1\n",
                "\\copy t from file\n1\n",
            })
    void sql_is_not_taken_for_rows(String sql) {
        assertThat(Tokens.of(sql)).extracting(Token::kind).doesNotContain(TokenKind.COPY_DATA);
    }
}
