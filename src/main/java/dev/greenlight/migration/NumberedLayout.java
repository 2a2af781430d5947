package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain files that begin with a number, whatever runs them: {@code 001_orders.sql}, {@code 1-orders.sql},
 * {@code 20240131120000_orders.sql}, {@code 1.2.3__orders.sql}, {@code 0001.sql}, also in a folder for each version as
 * in {@code 1.2/001_orders.sql}. They run by number, not by letter, each in a transaction as far as that works ({@link GuessedTransaction}). It is a guess, so that it
 * takes a folder only if nearly all scripts in it are named so, and none at all if most scripts are elsewhere.
 */
final class NumberedLayout implements MigrationLayout {
    private static final Pattern NAME =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)*)(?:[_. #-]+(.*))?\\.sql", Pattern.DOTALL);
    private static final Pattern VERSION_FOLDER = Pattern.compile("v?([0-9]+(?:[._][0-9]+)*)");

    private static final String NO_TRANSACTION = "-- postgres-migrations disable-transaction";

    private static final Comparator<PlannedMigration> ORDER = Comparator.comparing(
                    (PlannedMigration it) -> folderVersion(it.file().folder()))
            .thenComparing(it -> Version.of(it.version()))
            .thenComparing(it -> NamedDirection.of(it.file()).base(), NaturalOrder.INSTANCE)
            .thenComparing(PlannedMigration::direction);

    @Override
    public String id() {
        return "numbered";
    }

    @Override
    public Substitution substitution(PlannedMigration planned, Map<String, String> given) {
        return Substitution.ofAnyTool(given);
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        NavigableMap<String, List<PlannedMigration>> histories = histories(files);
        int found = histories.values().stream().mapToInt(List::size).sum();
        List<Plan> plans = new ArrayList<>();
        if (files.areTold() || found * 2 >= files.sql().size()) {
            histories.forEach(
                    (folder, migrations) -> plans.add(new Plan(folder, this, ordered(migrations), List.of())));
        }
        return plans;
    }

    private static List<PlannedMigration> ordered(List<PlannedMigration> migrations) {
        return migrations.stream().sorted(ORDER).map(NumberedLayout::withFolder).toList();
    }

    /** With the folder's version before its own. */
    private static PlannedMigration withFolder(PlannedMigration migration) {
        String folder = migration.file().folder();
        String version = isVersion(folder) ? folderVersion(folder) + "." + migration.version() : migration.version();
        return new PlannedMigration(migration.file(), version, migration.description(), migration.direction());
    }

    private static NavigableMap<String, List<PlannedMigration>> histories(FoundFiles files) {
        NavigableMap<String, List<PlannedMigration>> histories = new TreeMap<>();
        files.sqlByFolder().forEach((folder, scripts) -> {
            List<PlannedMigration> migrations =
                    scripts.stream().flatMap(entry -> planned(entry).stream()).toList();
            boolean nearlyAll = files.areTold() || migrations.size() * 5 >= scripts.size() * 4;
            if (!migrations.isEmpty() && nearlyAll) {
                String history = isVersion(folder) ? Folders.parent(folder) : folder;
                histories.computeIfAbsent(history, absent -> new ArrayList<>()).addAll(migrations);
            }
        });
        return histories;
    }

    private static boolean isVersion(String folder) {
        return VERSION_FOLDER.matcher(Folders.name(folder)).matches();
    }

    /** Zero for a folder that is for no version. */
    private static Version folderVersion(String folder) {
        Matcher version = VERSION_FOLDER.matcher(Folders.name(folder));
        return Version.of(version.matches() ? version.group(1) : "0");
    }

    private static Optional<PlannedMigration> planned(Entry entry) {
        NamedDirection named = NamedDirection.of(entry);
        Matcher name = NAME.matcher(Folders.name(named.base()));
        if (!name.matches()) {
            return Optional.empty();
        }
        String description = name.group(2) == null ? "" : name.group(2).replace('_', ' ');
        return Optional.of(new PlannedMigration(entry, name.group(1), description, named.direction()));
    }

    /** Of one of the tools for such files it is known how a file opts out (postgres-migrations' README). */
    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        boolean optsOut = file.text().contains(NO_TRANSACTION);
        return Contents.whole(file, optsOut ? TransactionMode.IMPLICIT : GuessedTransaction.of(file));
    }
}
