package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The parser and a real server agree on what is a statement and what is not. */
@Tag("postgres")
class ParserOracleTest {

    @Test
    void both_accept_these_statements() {
        accepts(StatementLines.accepted());
    }

    @Test
    void both_reject_these_statements() {
        rejects(StatementLines.rejected());
    }

    @Test
    void both_accept_these_expressions() {
        accepts(StatementLines.of("expressions.txt").map(StatementLines::column));
    }

    @Test
    void both_reject_these_expressions() {
        rejects(StatementLines.of("expressions-rejected.txt").map(StatementLines::column));
    }

    private static void accepts(Stream<String> statements) {
        assertThat(statements.flatMap(sql -> Stream.concat(
                        Oracle.postgres().syntax(sql).map(error -> "server on " + sql + ": " + error).stream(),
                        rejection(sql).map(message -> "parser on " + sql + ": " + message).stream())))
                .isEmpty();
    }

    private static void rejects(Stream<String> statements) {
        assertThat(statements.flatMap(sql -> Stream.of(
                                Oracle.postgres().syntax(sql).isPresent() ? "" : "server accepts " + sql,
                                rejection(sql).isPresent() ? "" : "parser accepts " + sql)
                        .filter(complaint -> !complaint.isEmpty())))
                .isEmpty();
    }

    private static Optional<String> rejection(String sql) {
        return Parsing.parse(sql) instanceof Unread unread ? Optional.of(unread.toString()) : Optional.empty();
    }
}
