package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folders that Flyway is pointed to. Where a project's configuration says which, they are one history. Of others, a
 * folder of which at least half of the scripts are named for Flyway is one, with all below it. Several are one history
 * if they lie close together and share no version, as {@code db/init} and {@code db/migration} may; tests have their own.
 */
final class FlywayLocations {
    private static final Set<String> DATABASE =
            Set.of("db", "database", "flyway", "migration", "migrations", "schema", "sql");
    private static final Set<String> TESTS = Set.of("test", "tests", "testdata", "integrationTest", "integration-test");
    private static final String USUAL = "db/migration";
    private static final int CLOSE = 3;

    private final FoundFiles files;
    private final FlywayProjects projects;

    /** The folders of projects of which a file's name says that they are Flyway's. */
    private final List<String> roots;

    /**
     * The folders of a history.
     *
     * @param folders none of them within another
     */
    record Location(FlywayProject project, List<String> folders) {
        Location {
            folders = List.copyOf(folders);
        }

        boolean has(String folder) {
            return folders.stream().anyMatch(above -> Folders.within(above, folder));
        }
    }

    FlywayLocations(FoundFiles files) {
        this.files = files;
        this.projects = new FlywayProjects(files);
        this.roots = projects.roots();
    }

    List<Location> histories() {
        Map<String, List<Entry>> candidates = candidates();
        List<Location> histories = told(candidates.keySet());
        Set<FlywayProject> told = histories.stream().map(Location::project).collect(Collectors.toSet());
        Map<FlywayProject, List<String>> highest = new LinkedHashMap<>();
        candidates.forEach((folder, scripts) -> {
            FlywayProject project = projects.of(folder);
            List<String> folders = highest.computeIfAbsent(project, absent -> new ArrayList<>());
            boolean known = histories.stream().anyMatch(history -> history.has(folder))
                    || told.contains(project) && !project.settings().naming().equals(FlywayNaming.DEFAULT)
                    || folders.stream().anyMatch(above -> Folders.within(above, folder));
            if (!known && isLocation(project, scripts)) {
                folders.add(folder);
            }
        });
        highest.forEach((project, folders) -> {
            List<String> others = folders.stream()
                    .filter(folder -> !joins(histories, project, folder))
                    .toList();
            histories.addAll(guessed(project, others));
        });
        histories.sort(
                Comparator.comparing(history -> isForTests(history.folders().getFirst())));
        return histories;
    }

    /** What lies beside the folders that are told, and shares no version with them, runs with them at times: a profile. */
    private boolean joins(List<Location> histories, FlywayProject project, String folder) {
        for (int i = 0; i < histories.size(); i++) {
            Location told = histories.get(i);
            List<String> all = new ArrayList<>(told.folders());
            all.add(folder);
            boolean near = told.folders().stream()
                    .anyMatch(other -> isForTests(other) == isForTests(folder)
                            && database(other).equals(database(folder)));
            if (told.project().equals(project) && near && areOne(project, all)) {
                histories.set(i, new Location(project, all));
                return true;
            }
        }
        return false;
    }

    /** The files by their folder, of those that may be Flyway's: only there a configuration is looked for. */
    private Map<String, List<Entry>> candidates() {
        Map<String, List<Entry>> candidates =
                files.all().stream().collect(Collectors.groupingBy(Entry::folder, TreeMap::new, Collectors.toList()));
        candidates.entrySet().removeIf(folder -> !isCandidate(folder.getKey(), folder.getValue()));
        return candidates;
    }

    private boolean isCandidate(String folder, List<Entry> entries) {
        return files.areTold()
                || ("/" + folder + "/").contains("/" + USUAL + "/")
                || roots.stream().anyMatch(root -> Folders.within(root, folder))
                || isLocation(FlywayProject.UNKNOWN, entries);
    }

    /** Those that configurations name, as far as there are migrations in them. */
    private List<Location> told(Collection<String> candidates) {
        List<Location> histories = new ArrayList<>();
        for (FlywayProject project :
                candidates.stream().map(projects::of).distinct().toList()) {
            List<String> folders = highest(project.locations().stream()
                    .flatMap(likely -> likely.stream().filter(this::isThere).findFirst().stream())
                    .toList());
            if (inside(folders).anyMatch(entry -> isMigration(project, entry))) {
                histories.add(new Location(project, folders));
            }
        }
        return histories;
    }

    private static List<String> highest(List<String> folders) {
        return folders.stream()
                .distinct()
                .filter(folder ->
                        folders.stream().noneMatch(above -> !above.equals(folder) && Folders.within(above, folder)))
                .toList();
    }

    private boolean isThere(String folder) {
        return inside(List.of(folder)).findAny().isPresent();
    }

    private Stream<Entry> inside(List<String> folders) {
        return files.all().stream()
                .filter(entry -> folders.stream().anyMatch(folder -> Folders.within(folder, entry.folder())));
    }

    private boolean isLocation(FlywayProject project, List<Entry> entries) {
        List<FlywayName> names = entries.stream()
                .flatMap(entry -> project.name(entry.name()).stream())
                .toList();
        long scripts = entries.stream()
                .filter(entry ->
                        FoundFiles.isSql(entry) || project.name(entry.name()).isPresent())
                .count();
        return names.stream().anyMatch(FlywayName::isMigration) && (files.areTold() || names.size() * 2L >= scripts);
    }

    private static boolean isMigration(FlywayProject project, Entry entry) {
        return project.name(entry.name()).filter(FlywayName::isMigration).isPresent();
    }

    private static boolean isForTests(String folder) {
        return Folders.parts(folder).stream().anyMatch(TESTS::contains);
    }

    /** By the highest folder that speaks of a database; what is in one of these may be one history. */
    private List<Location> guessed(FlywayProject project, List<String> folders) {
        Map<String, List<String>> byDatabase = folders.stream()
                .collect(Collectors.groupingBy(
                        folder -> isForTests(folder) + database(folder), TreeMap::new, Collectors.toList()));
        List<Location> histories = new ArrayList<>();
        for (List<String> near : byDatabase.values()) {
            if (areOne(project, near)) {
                histories.add(new Location(project, near));
            } else {
                near.forEach(folder -> histories.add(new Location(project, List.of(folder))));
            }
        }
        return histories;
    }

    private static String database(String folder) {
        List<String> parts = Folders.parts(folder);
        for (int i = 0; i < parts.size(); i++) {
            if (DATABASE.contains(parts.get(i))) {
                return String.join("/", parts.subList(0, i + 1));
            }
        }
        return folder;
    }

    private boolean areOne(FlywayProject project, Collection<String> folders) {
        String common = Folders.common(folders);
        Set<Version> versions = new HashSet<>();
        return folders.stream()
                .allMatch(folder -> Folders.depth(common, folder) <= CLOSE
                        && versionsOf(project, folder).stream().allMatch(versions::add));
    }

    private List<Version> versionsOf(FlywayProject project, String folder) {
        return inside(List.of(folder))
                .flatMap(entry -> project.name(entry.name()).stream())
                .filter(name -> name.kind() == FlywayName.Kind.VERSIONED)
                .map(name -> Version.of(name.version()))
                .distinct()
                .toList();
    }
}
