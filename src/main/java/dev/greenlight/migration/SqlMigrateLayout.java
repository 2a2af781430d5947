package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * sql-migrate: files in one folder with {@code -- +migrate Up} and {@code -- +migrate Down} in them, those whose names
 * begin with a number by that, then the others by name (sql-migrate's {@code Migration.Less}). A file runs in a
 * transaction unless the mark says {@code notransaction} (its README, "Writing migrations"). What a file has behind
 * several Ups is one transaction for sql-migrate and one for each here.
 */
final class SqlMigrateLayout implements MarkedLayout {
    private static final Pattern NAME = Pattern.compile("([0-9]+)?[_-]?(.*)\\.sql", Pattern.DOTALL);
    private static final Pattern MARK =
            Pattern.compile("(?md)^-- \\+migrate +((?:Up|Down|StatementBegin|StatementEnd)\\b.*?)[ \\t\\r]*$");
    private static final Comparator<PlannedMigration> ORDER = Comparator.comparing(
                    (PlannedMigration it) -> it.version().isEmpty())
            .thenComparing(it -> Version.of(it.version().isEmpty() ? "0" : it.version()))
            .thenComparing(it -> it.file().name());

    @Override
    public String id() {
        return "sql-migrate";
    }

    @Override
    public String mark() {
        return "-- +migrate Up";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        return new MarkedFolders(this, NAME, ORDER).plans(files);
    }

    @Override
    public List<MarkedPart> parts(SourceFile file) {
        Marks marks = Marks.of(file, MARK);
        return marks
                .parts(mark -> mark.has("notransaction") ? TransactionMode.NONE : TransactionMode.MIGRATION)
                .stream()
                .flatMap(part -> marks.divided(part).stream())
                .toList();
    }
}
