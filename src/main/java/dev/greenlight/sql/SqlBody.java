package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/**
 * The statements of a routine's body in SQL (manual 36.5). {@code RETURN value} counts as the SELECT that it is an
 * abbreviation of.
 */
public final class SqlBody {
    private SqlBody() {}

    /**
     * The statements in order, an {@link Unread} for each that does not parse. In a string their places are offsets of
     * {@link RoutineStatement.Body#text}; else they are those of the body's tokens.
     */
    public static List<Statement> statements(RoutineStatement.Body body) {
        return body.tokens().isEmpty()
                ? statements(body.text(), new Span(0, body.text().length()))
                : ofTokens(body.tokens());
    }

    /** Those of a string that stands in a text, with places in that text. */
    public static List<Statement> statements(String text, Span within) {
        StatementReader reader = StatementReader.ofBody(text, within);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(reader, Spliterator.ORDERED), false)
                .map(Parser::parse)
                .toList();
    }

    /** They were read before. */
    private static List<Statement> ofTokens(List<Token> tokens) {
        try {
            return RoutineParser.statements(new Cursor(tokens));
        } catch (StackOverflowError small) {
            return LargeStack.call(() -> RoutineParser.statements(new Cursor(tokens)));
        }
    }
}
