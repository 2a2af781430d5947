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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Temporal's and Cadence's schema tools: a folder {@code v1.2} for each version, whose {@code manifest.json} names the
 * scripts and their order ({@code UpdateTask} of Temporal's tools). Statements are sent one by one, outside of a
 * transaction. The versions run by their numbers. There are no downs.
 */
final class TemporalLayout implements MigrationLayout {
    private static final Pattern FOLDER = Pattern.compile("v([0-9]+(?:\\.[0-9]+)*)");
    private static final String MANIFEST = "manifest.json";

    /** It is no reader of JSON: names of files have no brackets and nothing that is escaped. */
    private static final Pattern SCRIPTS = Pattern.compile("\"SchemaUpdateCqlFiles\"\\s*:\\s*\\[([^\\]]*)\\]");

    private static final Pattern SCRIPT = Pattern.compile("\"([^\"\\\\]*)\"");

    /** What one history has so far. */
    private record Versions(List<PlannedMigration> migrations, List<String> notes) {
        private Versions() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public String id() {
        return "temporal";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        NavigableMap<String, Versions> histories = new TreeMap<>();
        files.sqlByFolder().forEach((folder, scripts) -> {
            Matcher version = FOLDER.matcher(Folders.name(folder));
            if (version.matches()) {
                named(files, folder).ifPresent(names -> {
                    Versions history = histories.computeIfAbsent(Folders.parent(folder), absent -> new Versions());
                    add(history, version.group(1), names, scripts);
                });
            }
        });
        List<Plan> plans = new ArrayList<>();
        histories.forEach((folder, history) -> {
            if (!history.migrations().isEmpty()) {
                plans.add(new Plan(folder, this, ordered(history.migrations()), history.notes()));
            }
        });
        return plans;
    }

    /** Scripts of one version stay in the order of their manifest. */
    private static List<PlannedMigration> ordered(List<PlannedMigration> migrations) {
        return migrations.stream()
                .sorted(Comparator.comparing(it -> Version.of(it.version())))
                .toList();
    }

    /** What the folder's manifest names; none if there is no such manifest. */
    private static Optional<List<String>> named(FoundFiles files, String folder) {
        return files.all().stream()
                .filter(entry -> entry.folder().equals(folder) && entry.name().equals(MANIFEST))
                .findFirst()
                .flatMap(files::text)
                .flatMap(TemporalLayout::names);
    }

    private static Optional<List<String>> names(String manifest) {
        Matcher scripts = SCRIPTS.matcher(manifest);
        return scripts.find()
                ? Optional.of(SCRIPT.matcher(scripts.group(1))
                        .results()
                        .map(name -> name.group(1))
                        .toList())
                : Optional.empty();
    }

    private static void add(Versions history, String version, List<String> names, List<Entry> scripts) {
        Map<String, Entry> byName = scripts.stream().collect(Collectors.toMap(Entry::name, Function.identity()));
        for (String name : names) {
            Entry script = byName.get(name);
            if (script == null) {
                history.notes()
                        .add("the manifest of version " + version + " names a script that is not there: " + name);
            } else {
                history.migrations()
                        .add(new PlannedMigration(script, version, PlannedMigration.words(script), Direction.UP));
            }
        }
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        return Contents.whole(file, TransactionMode.NONE);
    }
}
