package dev.greenlight.lint.config;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Histories;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.sql.Unread;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A first configuration for a project, from what was recognised of it: what is known is set, what a project may want to
 * say is there behind a comment sign. Each line says what it is for.
 */
public final class InitialText {
    private final YamlWriter yaml = new YamlWriter();

    private InitialText() {}

    /** @param histories as found from the folder that the configuration will be in */
    public static String of(List<MigrationHistory> histories) {
        return new InitialText().write(histories);
    }

    private String write(List<MigrationHistory> histories) {
        yaml.comment(0, "What Greenlight should know about the migrations here. greenlight config shows what counts.")
                .blank()
                .line(
                        0,
                        "postgres-version: " + PostgresVersion.NEWEST,
                        "the major version of the server, " + PostgresVersion.OLDEST + " to " + PostgresVersion.NEWEST)
                .line(0, "fail-on: red", "the mildest finding that makes the exit code 1: red, yellow or never")
                .comment(0, "timezone: Europe/Berlin  # TimeZone of the sessions; some type changes depend on it")
                .comment(0, "default-search-path: [app, public]  # if the database's search_path is not the usual one")
                .comment(0, "baseline-schema: schema.sql  # a dump of what is there before the first migration")
                .comment(0, "stats: stats.json  # how large the tables are: the README has the query that gives it")
                .comment(0, "baseline: greenlight-baseline.json  # findings not to be told again: greenlight baseline")
                .blank();
        histories(histories);
        yaml.blank()
                .comment(0, "rules:  # off, note, yellow or red; greenlight rules lists them")
                .comment(0, "  drop-column: yellow")
                .comment(0, "overrides:  # the same for some files")
                .comment(0, "  - paths: [\"db/legacy/**\"]")
                .comment(0, "    rules: {create-index-blocks-writes: off}");
        return yaml.toString();
    }

    private void histories(List<MigrationHistory> histories) {
        if (histories.isEmpty()) {
            yaml.comment(0, "No migrations were found. Name their folder here:")
                    .comment(0, "histories:")
                    .comment(0, "  - folder: db/migrations");
            return;
        }
        yaml.line(0, "histories:", "the folders with migrations, each played from its first file to its last");
        histories.forEach(this::history);
    }

    private void history(MigrationHistory history) {
        yaml.line(1, "- folder: " + YamlWriter.value(history.folder()), range(history));
        if (isKnown(history)) {
            yaml.line(2, "layout: " + history.layout(), "the tool that runs them, as their names and contents tell");
        } else {
            yaml.comment(2, "layout: flyway  # the tool that runs them; they look like those of none");
        }
        placeholders(history);
        yaml.comment(2, "history: open  # if it begins in the middle: names that no migration makes are there");
    }

    private static boolean isKnown(MigrationHistory history) {
        return Histories.layouts().contains(history.layout());
    }

    private static String range(MigrationHistory history) {
        List<Migration> ups = history.migrations().stream()
                .filter(migration -> migration.direction() != Direction.DOWN)
                .toList();
        if (ups.isEmpty()) {
            return "no migrations that go up";
        }
        String first = below(history, ups.getFirst());
        return ups.size() == 1 ? first : ups.size() + " files, " + first + " to " + below(history, ups.getLast());
    }

    private static String below(MigrationHistory history, Migration migration) {
        String prefix = history.folder() + "/";
        return migration.path().startsWith(prefix) ? migration.path().substring(prefix.length()) : migration.path();
    }

    private void placeholders(MigrationHistory history) {
        SortedSet<String> names = new TreeSet<>();
        ScriptReader.read(history.migrations()).stream()
                .flatMap(script -> script.entries().stream())
                .forEach(entry -> {
                    if (entry.statement() instanceof Unread.Template template) {
                        names.add(template.placeholder());
                    }
                });
        if (!names.isEmpty()) {
            yaml.comment(2, "placeholders:  # values for what these files leave open: " + String.join(", ", names));
        }
    }
}
