package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Statements with one token too few, one twice, or two in the wrong order: nearly all are wrong, and some happen to be
 * right. The parser and a real server agree on which. Statements with a query are left out, as the parser does not look
 * into queries, and so are slips that the server only finds when it analyzes a statement, but this parser at once.
 */
@Tag("postgres")
class ParserMutationTest {

    @Test
    void a_statement_about_relations_with_a_slip_is_what_the_server_says() {
        assertThat(StatementLines.of("relations.txt")
                        .filter(sql -> !sql.matches(".* AS (SELECT|VALUES|TABLE|WITH|\\(SELECT).*"))
                        .flatMap(ParserMutationTest::mutations)
                        .filter(sql -> !isFoundInAnalysis(sql))
                        .filter(ParserMutationTest::disagrees))
                .isEmpty();
    }

    private static boolean disagrees(String sql) {
        return isUnparsed(sql) != Oracle.postgres().syntax(sql).isPresent();
    }

    /** Attributes without a constraint, and operator classes of columns that are only included in an index. */
    private static boolean isFoundInAnalysis(String sql) {
        return sql.matches(".* (DEFERRABLE|DEFERRED) [,)U].*") && sql.matches(".* a int (DEF|INIT).*")
                || sql.matches("CREATE INDEX .* INCLUDE \\( [bc, ]+ \\) NULLS.*");
    }

    private static boolean isUnparsed(String sql) {
        return Parsing.parse(sql) instanceof Unread;
    }

    private static Stream<String> mutations(String sql) {
        List<String> tokens = Parsing.text(sql).tokens().stream()
                .map(token -> sql.substring(token.start(), token.end()))
                .toList();
        return IntStream.range(1, tokens.size())
                .boxed()
                .flatMap(i -> Stream.of(
                        changed(tokens, changed -> changed.remove((int) i)),
                        changed(tokens, changed -> changed.add(i, tokens.get(i))),
                        changed(tokens, changed -> Collections.swap(changed, i, Math.max(1, i - 1)))));
    }

    private static String changed(List<String> tokens, Consumer<List<String>> change) {
        List<String> changed = new ArrayList<>(tokens);
        change.accept(changed);
        return String.join(" ", changed);
    }
}
