package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;

/** Reads a statement for a test. */
final class Parsing {
    private Parsing() {}

    /** The one statement of a text. */
    static Statement parse(String sql) {
        return Parser.parse(text(sql));
    }

    static StatementText text(String sql) {
        List<StatementText> texts = Splitter.split(sql, new Span(0, sql.length()));
        if (texts.size() != 1) {
            throw new IllegalArgumentException(texts.size() + " statements in: " + sql);
        }
        return texts.getFirst();
    }
}
