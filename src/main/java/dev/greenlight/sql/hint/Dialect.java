package dev.greenlight.sql.hint;

import dev.greenlight.sql.StatementText;
import java.util.Optional;

/** Another database whose SQL looks like PostgreSQL's. */
public enum Dialect {
    MYSQL("MySQL"),
    SQL_SERVER("SQL Server"),
    ORACLE("Oracle"),
    SQLITE("SQLite");

    private final String words;

    Dialect(String words) {
        this.words = words;
    }

    /** The database's name. */
    public String words() {
        return words;
    }

    /**
     * Something that only this database has.
     *
     * @param advice what PostgreSQL has instead
     */
    record Mark(Dialect dialect, String words, String advice) {
        String hint() {
            return words + " is " + dialect.words() + "'s: " + advice;
        }
    }

    /** Whose statement this is, where PostgreSQL does not parse it and another database's marks are in it. */
    public static Optional<Dialect> of(StatementText text, String source) {
        return markIn(text, source).map(Mark::dialect);
    }

    static Optional<Mark> markIn(StatementText text, String source) {
        return DialectText.markIn(text.tokens(), source).or(() -> DialectWords.markIn(text.tokens()));
    }
}
