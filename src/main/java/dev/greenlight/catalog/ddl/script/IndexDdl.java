package dev.greenlight.catalog.ddl.script;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.ddl.IndexText;
import dev.greenlight.catalog.ddl.SearchPath;
import dev.greenlight.postgres.Identifiers;

/** Statements that make indexes (manual CREATE INDEX). */
final class IndexDdl {
    private final SearchPath path;

    IndexDdl(SearchPath path) {
        this.path = path;
    }

    static String object(Relation table, Index index) {
        return "index " + Identifiers.quote(index.name().name()) + " on " + Identifiers.quote(table.name());
    }

    Ddl of(Relation table, Index index) {
        String words = index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
        return Ddl.ifNotExists(object(table, index), words, text(table, index).substring(words.length()));
    }

    /** With its condition as written, of which the server may make another one than of what it prints of it. */
    String text(Relation table, Index index) {
        Index.Clauses clauses = index.clauses();
        if (clauses.where() == null) {
            return new IndexText(table, path).of(index);
        }
        Index.Clauses others =
                new Index.Clauses(clauses.keys(), clauses.include(), null, clauses.parameters(), clauses.operators());
        return new IndexText(table, path).of(index.withTexts(index.keys(), others)) + " WHERE (" + clauses.where()
                + ")";
    }
}
