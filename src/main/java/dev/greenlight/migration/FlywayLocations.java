package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The folders that Flyway is likely to be pointed to. A project's configuration would say; without it, a folder of
 * which at least half of the scripts are named for Flyway is one, with all below it. Several are one history if they
 * lie close together and share no version, as {@code db/init} and {@code db/migration} may; tests have their own.
 */
final class FlywayLocations {
    private static final Set<String> DATABASE =
            Set.of("db", "database", "flyway", "migration", "migrations", "schema", "sql");
    private static final Set<String> TESTS = Set.of("test", "tests", "testdata", "integrationTest", "integration-test");
    private static final int CLOSE = 3;

    private final FoundFiles files;

    FlywayLocations(FoundFiles files) {
        this.files = files;
    }

    /** For each history the folders that it is in, none of them within another. */
    List<List<String>> folders() {
        List<String> highest = new ArrayList<>();
        files.sqlByFolder().forEach((folder, scripts) -> {
            if (isLocation(scripts) && highest.stream().noneMatch(above -> Folders.within(above, folder))) {
                highest.add(folder);
            }
        });
        Map<Boolean, List<String>> byPurpose =
                highest.stream().collect(Collectors.partitioningBy(FlywayLocations::isForTests));
        List<List<String>> histories = new ArrayList<>(histories(byPurpose.getOrDefault(false, List.of())));
        histories.addAll(histories(byPurpose.getOrDefault(true, List.of())));
        return histories;
    }

    private static boolean isLocation(List<Entry> scripts) {
        List<FlywayName> names = scripts.stream()
                .flatMap(entry -> FlywayName.parse(entry.name()).stream())
                .toList();
        return names.stream().anyMatch(name -> name.direction().isPresent()) && names.size() * 2 >= scripts.size();
    }

    private static boolean isForTests(String folder) {
        return Folders.parts(folder).stream().anyMatch(TESTS::contains);
    }

    /** By the highest folder that speaks of a database; what is in one of these may be one history. */
    private List<List<String>> histories(List<String> folders) {
        Map<String, List<String>> byDatabase = folders.stream()
                .collect(Collectors.groupingBy(FlywayLocations::database, TreeMap::new, Collectors.toList()));
        List<List<String>> histories = new ArrayList<>();
        for (List<String> near : byDatabase.values()) {
            if (areOne(near)) {
                histories.add(near);
            } else {
                near.forEach(folder -> histories.add(List.of(folder)));
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

    private boolean areOne(Collection<String> folders) {
        String common = Folders.common(folders);
        Set<Version> versions = new HashSet<>();
        return folders.stream()
                .allMatch(folder -> Folders.depth(common, folder) <= CLOSE
                        && versionsOf(folder).stream().allMatch(versions::add));
    }

    private List<Version> versionsOf(String folder) {
        return files.sql().stream()
                .filter(entry -> Folders.within(folder, entry.folder()))
                .flatMap(entry -> FlywayName.parse(entry.name()).stream())
                .filter(name -> name.direction().filter(Direction.UP::equals).isPresent())
                .map(name -> Version.of(name.version()))
                .distinct()
                .toList();
    }
}
