package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ory's popx, and pop, which it comes from: {@code 20240131120000_title.postgres.up.sql} in a folder and all below it,
 * by version as text. What {@code 20240131120000_title.up.sql} says is for all databases that have no file of their own
 * for this version and direction ({@code Migrations.SortAndFilter} of Ory's x). Each is sent as one query in a
 * transaction; one named {@code .autocommit} without, so that several statements in it are an implicit transaction
 * (manual 54.2.2.1). Names without a database and without autocommit are golang-migrate's as well: at least one that
 * tells has to be there.
 */
final class PopxLayout implements MigrationLayout {
    private static final Pattern NOT_SQL = Pattern.compile("[0-9]+_.*\\.(?:up|down)\\.fizz");
    private static final Comparator<PlannedMigration> ORDER = Comparator.comparing(PlannedMigration::version)
            .thenComparing(PlannedMigration::direction)
            .thenComparing(it -> it.file().path());

    /** A file with what its name says. */
    private record Named(Entry file, PopxName name) {
        private String key() {
            return name.version() + name.direction();
        }

        private PlannedMigration planned() {
            return new PlannedMigration(file, name.version(), name.title().replace('_', ' '), name.direction());
        }
    }

    @Override
    public String id() {
        return "popx";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        NavigableMap<String, List<Named>> histories = new TreeMap<>();
        files.sqlByFolder().forEach((folder, scripts) -> {
            List<Named> named = named(scripts);
            if (!named.isEmpty()) {
                histories
                        .computeIfAbsent(highest(histories.keySet(), folder), absent -> new ArrayList<>())
                        .addAll(named);
            }
        });
        List<Plan> plans = new ArrayList<>();
        histories.forEach((folder, named) -> {
            if (files.areTold() || named.stream().anyMatch(it -> it.name().isTelling())) {
                plan(files, folder, named).ifPresent(plans::add);
            }
        });
        return plans;
    }

    private static List<Named> named(List<Entry> scripts) {
        return scripts.stream()
                .flatMap(entry -> PopxName.parse(entry.name()).map(name -> new Named(entry, name)).stream())
                .toList();
    }

    /** The folder that has this one in it, or this one. */
    private static String highest(Collection<String> folders, String folder) {
        return folders.stream()
                .filter(above -> Folders.within(above, folder))
                .findFirst()
                .orElse(folder);
    }

    private Optional<Plan> plan(FoundFiles files, String folder, List<Named> named) {
        List<PlannedMigration> migrations = named.stream()
                .filter(forPostgres(named))
                .map(Named::planned)
                .sorted(ORDER)
                .toList();
        if (!PlannedMigration.anyUp(migrations)) {
            return Optional.empty();
        }
        List<Entry> inside = files.all().stream()
                .filter(entry -> Folders.within(folder, entry.folder()))
                .toList();
        Set<Entry> aside = named.stream().map(Named::file).collect(Collectors.toSet());
        List<String> notes = Notes.notSql(inside, NOT_SQL).stream().toList();
        return Optional.of(new Plan(folder, this, migrations, notes, aside));
    }

    private static Predicate<Named> forPostgres(List<Named> named) {
        Set<String> own = named.stream()
                .filter(it -> it.name().isForPostgres())
                .map(Named::key)
                .collect(Collectors.toSet());
        return it -> it.name().isForPostgres() || it.name().isForAll() && !own.contains(it.key());
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        boolean outside = PopxName.parse(planned.file().name())
                .filter(PopxName::autocommit)
                .isPresent();
        return Contents.whole(file, outside ? TransactionMode.IMPLICIT : TransactionMode.MIGRATION);
    }
}
