package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** No layout that is known: all scripts in the order of their paths, as people count, each in a
 * transaction as far as that works. */
final class UnknownLayout implements MigrationLayout {
    private static final Comparator<PlannedMigration> ORDER = Comparator.comparing(
                    (PlannedMigration it) -> NamedDirection.of(it.file()).base(), NaturalOrder.INSTANCE)
            .thenComparing(PlannedMigration::direction)
            .thenComparing(it -> it.file().path());

    @Override
    public String id() {
        return "unknown";
    }

    @Override
    public Substitution substitution(PlannedMigration planned, Map<String, String> given) {
        return Substitution.ofAnyTool(given);
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        List<Entry> scripts = files.sql();
        return scripts.isEmpty()
                ? List.of()
                : List.of(
                        plan(
                                scripts,
                                List.of(
                                        "no known layout: taken in the order of paths, each file in a transaction of its own")));
    }

    /** Of these files, whatever they are called. */
    Plan plan(List<Entry> files, List<String> notes) {
        String folder =
                Folders.common(files.stream().map(Entry::folder).distinct().toList());
        List<PlannedMigration> migrations = files.stream()
                .map(entry -> new PlannedMigration(
                        entry,
                        "",
                        PlannedMigration.words(entry),
                        NamedDirection.of(entry).direction()))
                .sorted(ORDER)
                .toList();
        return new Plan(folder, this, migrations, notes);
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        return Contents.whole(file, GuessedTransaction.of(file));
    }
}
