package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Divides a script into statements as psql does, and as a server divides what it gets in one string. A statement ends at
 * a semicolon, but not within the parentheses of CREATE RULE or between BEGIN ATOMIC and END; in other parentheses a
 * semicolon is a mistake, and ends the statement too.
 *
 * <p>A quote or comment that is never closed ends its statement with an error. Splitting goes on at the next line that
 * begins with the first word of a statement behind a line that ends with a semicolon: a guess, so that what follows is
 * not lost.
 */
public final class Splitter {
    private Splitter() {}

    /** The statements and meta-commands of a part of a text, in order of their starts; empty statements are left out. */
    public static List<StatementText> split(String text, Span within) {
        return statements(text, within).toList();
    }

    /** As {@link #split}, but one at a time, so that the tokens of a large script need not be held all at once. */
    public static Stream<StatementText> statements(String text, Span within) {
        Spliterator<StatementText> reader = Spliterators.spliteratorUnknownSize(
                new StatementReader(text, within), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        return StreamSupport.stream(reader, false);
    }
}
