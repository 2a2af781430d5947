package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for folders of changelogs in formatted SQL that no other changelog speaks of. One of the first few scripts in a
 * folder tells for all.
 */
final class LiquibaseFolders {
    private static final int LOOKED_INTO = 3;

    /** How far up a changelog's folder is looked for. */
    private static final int LEVELS = 4;

    /** A folder whose name says that those in it are one changelog. */
    private static final Pattern TOGETHER = Pattern.compile("(?i).*(?:change-?log|change-?set|migration|liquibase).*");

    private static final Pattern NO_SUFFIX = Pattern.compile("[^.]+");

    private final FoundFiles files;
    private final LiquibaseMasters masters;

    LiquibaseFolders(FoundFiles files, LiquibaseMasters masters) {
        this.files = files;
        this.masters = masters;
    }

    List<Plan> plans() {
        NavigableMap<String, List<Entry>> histories = new TreeMap<>();
        NavigableMap<String, List<Entry>> folders = files.sqlByFolder();
        TreeSet<String> formatted = new TreeSet<>();
        folders.forEach((folder, scripts) -> {
            if (files.areTold() || scripts.stream().limit(LOOKED_INTO).anyMatch(this::isFormatted)) {
                formatted.add(folder);
            }
        });
        formatted.forEach(folder -> histories
                .computeIfAbsent(history(folder, formatted), absent -> new ArrayList<>())
                .addAll(folders.getOrDefault(folder, List.of())));
        return histories.entrySet().stream()
                .map(history -> plan(history.getKey(), history.getValue()))
                .toList();
    }

    private boolean isFormatted(Entry entry) {
        return files.text(entry).filter(FormattedSql::is).isPresent();
    }

    /** The folder that has it in it and is called after changelogs, or else the highest that has some itself. */
    private static String history(String folder, Set<String> formatted) {
        List<String> upwards = Folders.upwards(folder);
        for (String above : upwards.subList(0, Math.min(upwards.size(), LEVELS))) {
            if (TOGETHER.matcher(Folders.name(above)).matches()) {
                return above;
            }
        }
        return upwards.stream()
                .takeWhile(formatted::contains)
                .reduce((lower, higher) -> higher)
                .orElse(folder);
    }

    private Plan plan(String folder, List<Entry> scripts) {
        List<PlannedMigration> migrations = scripts.stream()
                .sorted(Comparator.comparing(Entry::path))
                .flatMap(this::planned)
                .toList();
        List<Entry> passedOver = files.all().stream()
                .filter(entry -> entry.folder().equals(folder)
                        && NO_SUFFIX.matcher(entry.name()).matches())
                .filter(this::isFormatted)
                .toList();
        List<String> notes = new ArrayList<>(masters.notesAbove(folder));
        Notes.notNamedSql(passedOver).ifPresent(notes::add);
        return new Plan(folder, new LiquibaseLayout(), migrations, notes);
    }

    /** A script that is not formatted may be named as the undoing of another. */
    private Stream<PlannedMigration> planned(Entry entry) {
        return NamedDirection.of(entry).direction() == Direction.DOWN && !isFormatted(entry)
                ? Stream.of(LiquibaseLayout.planned(entry, Direction.DOWN))
                : LiquibaseLayout.planned(files, entry);
    }
}
