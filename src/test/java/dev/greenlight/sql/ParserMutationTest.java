package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Statements with one token too few, one twice, or two in the wrong order: nearly all are wrong, and some happen to be
 * right. The parser and a real server agree on which, but for slips that the server only finds when it analyzes a
 * statement, and this parser at once.
 */
@Tag("postgres")
class ParserMutationTest {
    private static final Predicate<String> FOUND_IN_ANALYSIS = Stream.of(
                    // attributes without a constraint
                    "CREATE TABLE .* a int (DEFERRABLE|INITIALLY DEFERRED) .*",
                    // operator classes of columns that are only included
                    "CREATE INDEX .* INCLUDE \\( [bc, ]+ \\) NULLS .*",
                    // options of a database that do not exist
                    "(CREATE|ALTER) DATABASE( .*)?( d d | DATABASE d | template0 TEMPLATE ).*",
                    // a block without code
                    "DO LANGUAGE [^ ]+",
                    "DO LANGUAGE 'BEGIN NULL; END'")
            .map(Pattern::compile)
            .map(Pattern::asMatchPredicate)
            .reduce(Predicate::or)
            .orElseThrow();

    /** What nobody writes: an empty argument of a trigger, a table called UNLOGGED. */
    private static final Predicate<String> NOT_TAKEN = Pattern.compile(
                    ".* PROCEDURE s . f \\( , .*|.* INTO UNLOGGED FROM .*")
            .asMatchPredicate();

    @Test
    void a_statement_with_a_slip_is_what_the_server_says() {
        assertThat(StatementLines.accepted()
                        .filter(sql -> !isOwnSyntax(sql))
                        .flatMap(ParserMutationTest::mutations)
                        .filter(ParserMutationTest::isOneStatement)
                        .filter(FOUND_IN_ANALYSIS.or(NOT_TAKEN).negate())
                        .filter(ParserMutationTest::disagrees))
                .isEmpty();
    }

    /** The parser does not look into XMLTABLE and JSON_TABLE. */
    private static boolean isOwnSyntax(String sql) {
        return sql.contains("XMLTABLE");
    }

    /** A semicolon in a function's body may end up outside of it. */
    private static boolean isOneStatement(String sql) {
        return Splitter.split(sql, new Span(0, sql.length())).size() == 1;
    }

    private static boolean disagrees(String sql) {
        return isUnparsed(sql) != Oracle.postgres().syntax(sql).isPresent();
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
