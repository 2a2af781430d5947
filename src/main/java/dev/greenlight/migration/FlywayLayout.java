package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Flyway: versioned {@code V1_2__description.sql} in the order of their versions, each with its {@code U} undo, then
 * repeatable {@code R__description.sql} by description, in a folder and all below it (Flyway's documentation,
 * "Migrations" and "Locations"). Callbacks and baselines are no migrations of a history.
 */
final class FlywayLayout implements MigrationLayout {
    private static final Comparator<PlannedMigration> ORDER = Comparator.comparing(FlywayLayout::isRepeatable)
            .thenComparing(FlywayLayout::numbers)
            .thenComparing(it -> isRepeatable(it) ? it.description() : "")
            .thenComparing(PlannedMigration::direction)
            .thenComparing(it -> it.file().path());

    private static final Pattern NOT_SQL =
            Pattern.compile("(?:[VU][0-9]+(?:[._][0-9]+)*__|R__).*\\.(?:java|kt|kts|groovy|scala)");

    @Override
    public String id() {
        return "flyway";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        return new FlywayLocations(files)
                .folders().stream().map(folders -> plan(files, folders)).toList();
    }

    private Plan plan(FoundFiles files, List<String> folders) {
        List<Entry> inside = files.all().stream()
                .filter(entry -> folders.stream().anyMatch(folder -> Folders.within(folder, entry.folder())))
                .toList();
        List<PlannedMigration> migrations = inside.stream()
                .flatMap(entry -> planned(entry).stream())
                .sorted(ORDER)
                .toList();
        List<String> notes = new ArrayList<>(Notes.sameVersion(migrations, it -> Version.of(it.version()), "Flyway"));
        Notes.notSql(inside, NOT_SQL).ifPresent(notes::add);
        return new Plan(Folders.common(folders), this, migrations, notes);
    }

    private static Optional<PlannedMigration> planned(Entry entry) {
        return FlywayName.parse(entry.name())
                .flatMap(name -> name.direction()
                        .map(direction -> new PlannedMigration(entry, name.version(), name.description(), direction)));
    }

    private static boolean isRepeatable(PlannedMigration migration) {
        return migration.direction() == Direction.REPEATABLE;
    }

    private static Version numbers(PlannedMigration migration) {
        return Version.of(isRepeatable(migration) ? "0" : migration.version());
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        return switch (FlywayTransaction.of(file)) {
            case TRANSACTION -> Contents.whole(file, TransactionMode.MIGRATION);
            case NO_TRANSACTION -> Contents.whole(file, TransactionMode.NONE);
            case REFUSED ->
                Contents.whole(
                        file,
                        TransactionMode.MIGRATION,
                        "Flyway refuses a script of which some statements cannot run in a transaction and others can, unless"
                                + " flyway.mixed is set");
        };
    }
}
