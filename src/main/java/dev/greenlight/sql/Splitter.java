package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Divides a script into statements as psql does. */
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
