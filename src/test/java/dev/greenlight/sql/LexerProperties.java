package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LexerProperties {

    @Property
    void tokens_join_to_the_text_again(@ForAll("hostile") String sql) {
        List<Token> tokens = Tokens.of(sql);

        assertThat(Tokens.joined(sql, tokens)).isEqualTo(sql);
        assertThat(tokens).allMatch(token -> token.start() < token.end());
    }

    @Property
    void any_text_at_all_is_read(@ForAll String sql) {
        assertThat(Tokens.joined(sql, Tokens.of(sql))).isEqualTo(sql);
        Splitter.split(sql, new Span(0, sql.length()));
    }

    @Property
    void any_part_of_a_text_is_read(
            @ForAll("hostile") String before, @ForAll("hostile") String sql, @ForAll("hostile") String after) {
        Span within = new Span(before.length(), before.length() + sql.length());
        List<Token> part = Lexer.tokenize(before + sql + after, within);

        assertThat(part.stream()
                        .filter(token -> !token.is(TokenKind.ERROR))
                        .map(token -> shifted(token, before.length())))
                .containsExactlyElementsOf(Tokens.of(sql).stream()
                        .filter(token -> !token.is(TokenKind.ERROR))
                        .toList());
    }

    @Property
    void statements_are_in_order_and_apart_and_begin_and_end_with_their_tokens(@ForAll("hostile") String sql) {
        int end = 0;
        for (StatementText statement : Splitter.split(sql, new Span(0, sql.length()))) {
            assertThat(statement.tokens())
                    .isNotEmpty()
                    .noneMatch(token -> token.kind().isTrivia());
            assertThat(statement.span().start())
                    .isEqualTo(statement.tokens().getFirst().start());
            assertThat(statement.span().end())
                    .isEqualTo(statement.tokens().getLast().end());
            if (statement.kind() == StatementText.Kind.SQL) {
                assertThat(statement.span().start()).isGreaterThanOrEqualTo(end);
                end = statement.span().end();
            }
        }
    }

    @Property
    void splitting_does_not_depend_on_what_lies_between_statements(
            @ForAll("statements") List<String> statements, @ForAll("gaps") List<String> gaps) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            sql.append(gaps.get(i % gaps.size()))
                    .append(statements.get(i))
                    .append(gaps.get((i + 1) % gaps.size()))
                    .append(';');
        }
        sql.append(gaps.getFirst());

        assertThat(Splitter.split(sql.toString(), new Span(0, sql.length())))
                .extracting(statement ->
                        sql.substring(statement.span().start(), statement.span().end()))
                .containsExactlyElementsOf(statements);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Fragments.texts();
    }

    @Provide
    Arbitrary<List<String>> statements() {
        return Arbitraries.of(
                        "SELECT 1",
                        "INSERT INTO t VALUES (';', E'\\';', $$;$$)",
                        "CREATE TABLE t (a int -- ;\n, b int)",
                        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2; END",
                        "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM u; DELETE FROM v)",
                        "CREATE FUNCTION f() AS $a$ BEGIN; END; $$;$$ $a$ LANGUAGE plpgsql",
                        "COPY t TO stdout",
                        "SELECT ${a}, :b, {{ c }}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<String>> gaps() {
        return Arbitraries.of(" ", "\n", "\r\n\t", "/* ; */", "\n-- it's;\n", "/* /* ' */ $$ */", "")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Token shifted(Token token, int by) {
        return new Token(token.kind(), token.start() - by, token.end() - by, token.value());
    }
}
