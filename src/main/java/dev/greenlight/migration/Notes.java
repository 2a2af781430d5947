package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said about files, in the same words for all layouts. */
final class Notes {
    private static final int SHOWN = 3;

    private Notes() {}

    /** Such as {@code 5 scripts belong to no migration and are left out: a.sql, b.sql, c.sql and 2 more}. */
    static Optional<String> leftOut(List<Entry> files) {
        return some(
                files,
                "script belongs to no migration and is left out",
                "scripts belong to no migration and are left out");
    }

    /** The tool's own migrations in another language. */
    static Optional<String> notSql(List<Entry> files, Pattern name) {
        List<Entry> others = files.stream()
                .filter(entry -> name.matcher(entry.name()).matches())
                .toList();
        return some(others, "migration is not SQL and is not followed", "migrations are not SQL and are not followed");
    }

    /** Changelogs in formatted SQL without the suffix by which Liquibase knows them. */
    static Optional<String> notNamedSql(List<Entry> files) {
        return some(
                files,
                "changelog has no suffix .sql and is passed over by Liquibase",
                "changelogs have no suffix .sql and are passed over by Liquibase");
    }

    /** How many there are, what is to be said of one or of several, and the first of them. */
    static Optional<String> some(List<Entry> files, String one, String several) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        String shown = files.stream().limit(SHOWN).map(Entry::path).collect(Collectors.joining(", "));
        String more = files.size() > SHOWN ? " and " + (files.size() - SHOWN) + " more" : "";
        return Optional.of(files.size() + " " + (files.size() == 1 ? one : several) + ": " + shown + more);
    }

    /** One for each version that several ups have. */
    static List<String> sameVersion(
            List<PlannedMigration> migrations, Function<PlannedMigration, ?> version, String tool) {
        Map<Object, List<PlannedMigration>> byVersion = migrations.stream()
                .filter(it -> it.direction() == Direction.UP)
                .collect(Collectors.groupingBy(version, LinkedHashMap::new, Collectors.toList()));
        List<String> notes = new ArrayList<>();
        for (List<PlannedMigration> same : byVersion.values()) {
            if (same.size() > 1) {
                String paths = same.stream().map(it -> it.file().path()).collect(Collectors.joining(", "));
                notes.add(tool + " refuses several migrations of version "
                        + same.getFirst().version() + ": " + paths);
            }
        }
        return notes;
    }
}
