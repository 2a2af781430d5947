package dev.greenlight.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who runs Flyway on a folder, as far as a configuration tells.
 *
 * @param root the folder of the project, which relative paths begin in
 * @param resources the folders that a class path may begin with, the likeliest first
 * @param notes what is odd about the configuration, each one line
 */
record FlywayProject(String root, List<String> resources, FlywaySettings settings, List<String> notes) {
    /** Nothing is told. */
    static final FlywayProject UNKNOWN = new FlywayProject("", List.of(), FlywaySettings.DEFAULT, List.of());

    private static final String CLASS_PATH = "classpath:";
    private static final String FILE_SYSTEM = "filesystem:";
    private static final Set<Character> PATTERN = Set.of('*', '?', '{', '[', ':');

    FlywayProject {
        resources = List.copyOf(resources);
        notes = List.copyOf(notes);
    }

    FlywayProject with(FlywaySettings told) {
        return new FlywayProject(root, resources, told, notes);
    }

    FlywayProject with(String note) {
        return new FlywayProject(root, resources, settings, List.of(note));
    }

    /** For each of the locations the folders that it may be, the likeliest first; none for one that is not understood. */
    List<List<String>> locations() {
        return settings.locations().stream().map(this::folders).toList();
    }

    private List<String> folders(String location) {
        boolean onDisk = location.startsWith(FILE_SYSTEM);
        String path = path(location.substring(onDisk ? FILE_SYSTEM.length() : classPath(location)));
        if (path.chars().anyMatch(c -> PATTERN.contains((char) c))) {
            return List.of();
        }
        if (!onDisk) {
            return resources.stream().map(base -> below(base, path)).toList();
        }
        List<String> folders = new ArrayList<>();
        if (!path.startsWith("/")) {
            folders.add(below(root, path));
        }
        folders.add(path);
        return folders;
    }

    private static int classPath(String location) {
        return location.startsWith(CLASS_PATH) ? CLASS_PATH.length() : 0;
    }

    /** Spring Boot knows the vendor of the database. */
    private static String path(String text) {
        return Folders.clean(text.replace("{vendor}", "postgresql"));
    }

    private static String below(String base, String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return base.isEmpty() || relative.isEmpty() ? base + relative : base + "/" + relative;
    }

    Optional<FlywayName> name(String fileName) {
        return settings.naming().parse(fileName);
    }
}
