package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * dbmate: {@code 20240131120000_title.sql} in one folder, by name, with {@code -- migrate:up} and
 * {@code -- migrate:down} in it (dbmate's README, "Creating Migrations"). Each part is sent as one query, in a
 * transaction of its own unless it has the option {@code transaction:false}: then as an implicit transaction, in which
 * no second statement may stand beside CREATE INDEX CONCURRENTLY (its {@code DB.Migrate}, manual 54.2.2.1).
 */
final class DbmateLayout implements MarkedLayout {
    private static final Pattern NAME = Pattern.compile("([0-9]+)_?(.*)\\.sql", Pattern.DOTALL);
    private static final Pattern MARK =
            Pattern.compile("(?md)^--[ \\t]*migrate:((?:up|down)(?:[ \\t]+\\S.*?)?)[ \\t\\r]*$");
    private static final Comparator<PlannedMigration> ORDER =
            Comparator.comparing(it -> it.file().name());

    @Override
    public String id() {
        return "dbmate";
    }

    @Override
    public String mark() {
        return "-- migrate:up";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        return new MarkedFolders(this, NAME, ORDER)
                .plans(files).stream().map(DbmateLayout::noted).toList();
    }

    /** The version is the key of what has been applied, digit by digit: 1 is not 01. */
    private static Plan noted(Plan plan) {
        List<String> notes = Notes.sameVersion(plan.migrations(), PlannedMigration::version, "dbmate");
        return new Plan(plan.folder(), plan.layout(), plan.migrations(), notes);
    }

    @Override
    public List<MarkedPart> parts(SourceFile file) {
        return Marks.of(file, MARK)
                .parts(mark -> mark.has("transaction:false") ? TransactionMode.IMPLICIT : TransactionMode.MIGRATION);
    }
}
