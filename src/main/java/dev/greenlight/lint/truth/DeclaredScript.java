package dev.greenlight.lint.truth;

import dev.greenlight.catalog.Origin;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Section;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.source.Piece;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements that make what a source of truth declares, each at the place where that is declared. A column is added by a
 * statement of its own, so that one that cannot be followed leaves the others. They are for the model alone and are never
 * shown.
 */
public final class DeclaredScript {
    private final Map<Phase, Map<SourceFile, List<Piece>>> statements = new EnumMap<>(Phase.class);

    /** What has to be there first. */
    public enum Phase {
        SCHEMA,
        TYPE,
        SEQUENCE,
        TABLE,
        COLUMN,
        KEY,
        FOREIGN_KEY,
        VIEW,
        POLICY
    }

    /** What is no statement, or more than one, is left out: the names and expressions in it are those of a file. */
    public void add(Phase phase, Origin place, String statement) {
        if (Splitter.split(statement, new Span(0, statement.length())).size() == 1) {
            statements
                    .computeIfAbsent(phase, key -> new LinkedHashMap<>())
                    .computeIfAbsent(place.file(), key -> new ArrayList<>())
                    .add(new Piece(statement + ";\n", place.span()));
        }
    }

    /** In an order in which each has what it needs. */
    public List<Migration> migrations() {
        return statements.values().stream()
                .flatMap(files -> files.entrySet().stream())
                .map(entry -> migration(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Each statement is read by itself: what one leaves open does not reach into the next. */
    private static Migration migration(SourceFile file, List<Piece> pieces) {
        List<Section> sections = new ArrayList<>();
        int start = 0;
        for (Piece piece : pieces) {
            Span span = new Span(start, start + piece.text().length());
            sections.add(new Section(null, span, TransactionMode.NONE));
            start = span.end();
        }
        return new Migration(file.composed(pieces), "", "", "", Direction.UP, TransactionMode.NONE, sections);
    }
}
