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

    /** A semicolon in a function's body may end up outside of it. */
    static boolean isOneStatement(String sql) {
        return texts(sql).size() == 1;
    }

    static StatementText text(String sql) {
        List<StatementText> texts = texts(sql);
        if (texts.size() != 1) {
            throw new IllegalArgumentException(texts.size() + " statements in: " + sql);
        }
        return texts.getFirst();
    }

    private static List<StatementText> texts(String sql) {
        return Splitter.split(sql, new Span(0, sql.length()));
    }
}
