package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.FileTree.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where projects keep what they tell Flyway, at a folder of migrations or above: {@code flyway.toml},
 * {@code flyway.conf} and {@code conf/flyway.conf} (Flyway's documentation, "Configuration files"), or Spring Boot's
 * {@code application.properties} and {@code application.yml} (its reference, "Use a Higher-level Database Migration
 * Tool"). The nearest that says something is the one. What a build, the environment or code says is not seen.
 */
final class FlywayProjects {
    private static final String RESOURCES = "src/main/resources";
    private static final String SPRING = "spring.flyway.";
    private static final List<String> OWN = List.of("flyway.toml", "flyway.conf", "conf/flyway.conf");
    private static final List<String> APPLICATION = Stream.of("", "config/")
            .flatMap(folder -> Stream.of("properties", "yml", "yaml").map(end -> folder + "application." + end))
            .toList();

    private final FoundFiles files;
    private final Map<String, Optional<FlywayProject>> byFolder = new HashMap<>();
    private final Map<String, Optional<FlywayProject>> byFile = new HashMap<>();

    FlywayProjects(FoundFiles files) {
        this.files = files;
    }

    /** The folders of projects that have a file of which the name alone says that it is Flyway's. */
    List<String> roots() {
        List<String> folders =
                files.all().stream().map(Entry::folder).distinct().toList();
        Stream<Entry> above = upwards(Folders.common(folders)).stream()
                .flatMap(folder -> OWN.stream().map(name -> new Entry(Folders.resolve(folder, name))))
                .filter(entry -> files.kind(entry.path()) == Kind.FILE);
        return Stream.concat(files.all().stream().filter(FlywayProjects::isOwn), above)
                .map(FlywayProjects::root)
                .distinct()
                .toList();
    }

    private static boolean isOwn(Entry entry) {
        return entry.name().equals("flyway.toml") || entry.name().equals("flyway.conf");
    }

    /** The folder whose project such a file is about. */
    private static String root(Entry configuration) {
        String folder = configuration.folder();
        return Folders.name(folder).equals("conf") ? Folders.parent(folder) : folder;
    }

    FlywayProject of(String folder) {
        return upwards(folder).stream()
                .flatMap(above -> byFolder.computeIfAbsent(above, this::at).stream())
                .findFirst()
                .orElse(FlywayProject.UNKNOWN);
    }

    /** Not out of the repository, if it begins within the path. */
    private List<String> upwards(String folder) {
        List<String> upwards = new ArrayList<>();
        for (String above : Folders.upwards(folder)) {
            upwards.add(above);
            if (files.kind(Folders.resolve(above, ".git")) != Kind.MISSING) {
                return upwards;
            }
        }
        return upwards;
    }

    private Optional<FlywayProject> at(String folder) {
        return OWN.stream()
                .flatMap(name -> byFile.computeIfAbsent(Folders.resolve(folder, name), this::own).stream())
                .findFirst()
                .or(() -> byFile.computeIfAbsent(folder, this::application))
                .or(() -> byFile.computeIfAbsent(Folders.resolve(folder, RESOURCES), this::application));
    }

    private Optional<FlywayProject> own(String path) {
        String root = root(new Entry(path));
        return files.text(path)
                .flatMap(text -> path.endsWith(".toml")
                        ? toml(TomlText.entries(text))
                        : FlywaySettings.of(PropertiesText.entries(text), "flyway."))
                .map(settings ->
                        new FlywayProject(root, List.of(Folders.resolve(root, RESOURCES), root), settings, List.of()));
    }

    /** Schemas are told with the environment that is chosen. */
    private static Optional<FlywaySettings> toml(Map<String, String> entries) {
        Map<String, String> all = new TreeMap<>(entries);
        String environment = entries.getOrDefault("flyway.environment", "default");
        Optional.ofNullable(entries.get("environments." + environment + ".schemas"))
                .ifPresent(schemas -> all.putIfAbsent("flyway.schemas", schemas));
        return FlywaySettings.of(all, "flyway.");
    }

    private Optional<FlywayProject> application(String folder) {
        String root = folder.endsWith(RESOURCES)
                ? Folders.clean(folder.substring(0, folder.length() - RESOURCES.length()))
                : folder;
        FlywayProject silent = new FlywayProject(
                root, List.of(folder, Folders.resolve(folder, RESOURCES)), FlywaySettings.DEFAULT, List.of());
        return APPLICATION.stream()
                .flatMap(name -> application(silent, Folders.resolve(folder, name)).stream())
                .findFirst();
    }

    /** With what the file says, if that is anything about Flyway. */
    private Optional<FlywayProject> application(FlywayProject silent, String path) {
        Optional<String> text = files.text(path).filter(it -> it.contains("flyway"));
        if (text.isEmpty() || path.endsWith("properties")) {
            return text.flatMap(it -> FlywaySettings.of(PropertiesText.entries(it), SPRING))
                    .map(silent::with);
        }
        SpringYaml yaml = SpringYaml.read(text.get());
        return yaml.problem()
                .map(problem -> silent.with(
                        path + ": is not understood, and what it tells Flyway is not known (" + problem + ")"))
                .or(() -> FlywaySettings.of(yaml.entries(), SPRING).map(silent::with));
    }
}
