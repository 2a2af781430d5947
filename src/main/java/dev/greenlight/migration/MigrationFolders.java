package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Migrations that are a folder each: its name has the version and the words, and in it lie a script of a fixed name
 * and maybe {@code down.sql}. A folder without the script is no migration, and other scripts in it are none.
 */
final class MigrationFolders {
    private static final String DOWN = "down.sql";

    private final Pattern name;
    private final String up;
    private final Comparator<PlannedMigration> order;

    /**
     * @param name of the folders; its first group is the version, its second one the words, which may be missing
     * @param up the name of the script
     * @param order of the folders; a down stands behind its up
     */
    MigrationFolders(Pattern name, String up, Comparator<PlannedMigration> order) {
        this.name = name;
        this.up = up;
        this.order = order.thenComparing(it -> it.file().folder()).thenComparing(PlannedMigration::direction);
    }

    /** In their order, by the folder that theirs lie in. */
    NavigableMap<String, List<PlannedMigration>> in(FoundFiles files) {
        NavigableMap<String, List<PlannedMigration>> histories = new TreeMap<>();
        files.sqlByFolder().forEach((folder, scripts) -> {
            List<PlannedMigration> migrations = migrations(folder, scripts);
            if (PlannedMigration.anyUp(migrations)) {
                histories
                        .computeIfAbsent(Folders.parent(folder), absent -> new ArrayList<>())
                        .addAll(migrations);
            }
        });
        histories.values().forEach(migrations -> migrations.sort(order));
        return histories;
    }

    private List<PlannedMigration> migrations(String folder, List<Entry> scripts) {
        Matcher named = name.matcher(Folders.name(folder));
        if (!named.matches()) {
            return List.of();
        }
        String words = named.group(2) == null ? "" : named.group(2).replace('_', ' ');
        List<PlannedMigration> migrations = new ArrayList<>();
        for (Entry script : scripts) {
            direction(script)
                    .ifPresent(way -> migrations.add(new PlannedMigration(script, named.group(1), words, way)));
        }
        return migrations;
    }

    private Optional<Direction> direction(Entry script) {
        if (script.name().equals(up)) {
            return Optional.of(Direction.UP);
        }
        return script.name().equals(DOWN) ? Optional.of(Direction.DOWN) : Optional.empty();
    }
}
