package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "${schema}, schema",
                "${ flyway:defaultSchema }, flyway:defaultSchema",
                "{{ .Schema }}, .Schema",
                "{{schema}}, schema",
                "#{{ index .X \"y\" }}#, #index .X \"y\"#",
                ":schema, schema",
                ":1, 1",
                "#:'schema'#, schema",
                "#:\"schema\"#, schema",
                ":{?schema}, schema",
            })
    void what_a_tool_fills_in_is_one_token_with_its_name(String sql, String name) {
        assertThat(Tokens.only(sql)).isEqualTo(new Token(TokenKind.PLACEHOLDER, 0, sql.length(), name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${prefix}_orders", "tbl_${env}", "a${b}c{{ d }}e", "${a}${b}", "_{{ x }}", "${a}1", "T${x}"})
    void name_characters_that_adjoin_belong_to_it(String sql) {
        assertThat(Tokens.only(sql)).isEqualTo(new Token(TokenKind.PLACEHOLDER, 0, sql.length(), sql));
    }

    @Test
    void other_characters_do_not_adjoin() {
        assertThat(Tokens.shown("${a}.b")).containsExactly("PLACEHOLDER 0-4 a", "DOT 4-5 .", "WORD 5-6 b");
        assertThat(Tokens.shown(":a.b::c"))
                .containsExactly("PLACEHOLDER 0-2 a", "DOT 2-3 .", "WORD 3-4 b", "TYPECAST 4-6 ::", "WORD 6-7 c");
        assertThat(Tokens.shown("'a'${b}\"c\""))
                .containsExactly("STRING 0-3 a", "PLACEHOLDER 3-7 b", "QUOTED_IDENTIFIER 7-10 c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "${}", "${a", "${a\n}", "{{", "{{a}", "{{\n}}", "{{}}"})
    void what_is_not_filled_in_is_an_error(String sql) {
        assertThat(Tokens.of(sql))
                .extracting(Token::kind)
                .contains(TokenKind.ERROR)
                .doesNotContain(TokenKind.PLACEHOLDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a[1:n]",
                "a[:n]",
                "a[b:]",
                "a[f(1)::int:n]",
                "x := y",
                "x::y",
                "JSON_OBJECT('a':b)",
                "json_objectagg(k:'v')",
                "JSON_OBJECT('a':JSON_OBJECT('b':c),'d':e)",
                "a ? b",
                ": x",
                ":",
                "a ? 'b' : 'c'",
            })
    void the_colons_of_sql_are_left_alone(String sql) {
        assertThat(Tokens.of(sql)).extracting(Token::kind).doesNotContain(TokenKind.PLACEHOLDER, TokenKind.ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#f(:x)#, x",
                "#ARRAY[1, :x]#, x",
                "#ARRAY[[:x]]#, x",
                "#a[1:2] = :x#, x",
                "#JSON_OBJECT('a': :x)#, x",
                "#JSON_OBJECT('a':f(:x))#, x",
                "#a[f(:x)]#, x",
                "#)] :x#, x",
                "#a[1; :x#, x",
            })
    void a_variable_may_be_an_operand_beside_them(String sql, String name) {
        List<String> names = Tokens.of(sql).stream()
                .filter(token -> token.is(TokenKind.PLACEHOLDER))
                .map(Token::value)
                .toList();

        assertThat(names).containsExactly(name);
    }
}
