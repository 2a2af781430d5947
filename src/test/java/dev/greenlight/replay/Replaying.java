package dev.greenlight.replay;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.Section;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs migrations given as SQL, for tests: each text is a file, {@code V1.sql} and so on. */
public final class Replaying {
    private final PostgresVersion version;
    private final ReplayOptions.Openness openness;
    private final TransactionMode mode;
    private final List<String> baseline;

    private Replaying(
            PostgresVersion version, ReplayOptions.Openness openness, TransactionMode mode, List<String> baseline) {
        this.version = version;
        this.openness = openness;
        this.mode = mode;
        this.baseline = baseline;
    }

    /** PostgreSQL 18, what the names suggest, each statement by itself. */
    public static Replaying plain() {
        return new Replaying(PostgresVersion.NEWEST, ReplayOptions.Openness.DETECT, TransactionMode.NONE, List.of());
    }

    public Replaying version(int major) {
        return new Replaying(new PostgresVersion(major), openness, mode, baseline);
    }

    public Replaying openness(ReplayOptions.Openness value) {
        return new Replaying(version, value, mode, baseline);
    }

    public Replaying mode(TransactionMode value) {
        return new Replaying(version, openness, value, baseline);
    }

    public Replaying baseline(String sql) {
        return new Replaying(version, openness, mode, List.of(sql));
    }

    /** A name that begins with {@code D} is a down, one with {@code R} repeatable. */
    public HistoryRun run(String... texts) {
        List<Script> scripts = new ArrayList<>();
        for (String text : texts) {
            scripts.add(script("V" + (scripts.size() + 1) + ".sql", text, Direction.UP));
        }
        return runScripts(scripts);
    }

    public HistoryRun runScripts(List<Script> scripts) {
        List<Migration> migrations = scripts.stream().map(Script::migration).toList();
        MigrationHistory history = new MigrationHistory(".", "plain", migrations, false, List.of());
        List<Script> before = baseline.stream()
                .map(text -> script("baseline.sql", text, Direction.UP))
                .toList();
        return Replay.run(
                history,
                scripts,
                new ReplayOptions(version, Optional.empty(), openness, ReplayOptions.DEFAULT_SEARCH_PATH, before));
    }

    public Script script(String path, String text, Direction direction) {
        SourceFile file = SourceFile.of(path, text);
        Section section = new Section(null, new Span(0, text.length()), mode);
        Migration migration = new Migration(file, ".", path, path, direction, mode, List.of(section));
        List<Script.Entry> entries = Splitter.split(text, section.span()).stream()
                .map(statement -> new Script.Entry(section, statement, Parser.parse(statement)))
                .toList();
        return new Script(migration, entries);
    }

    public static List<Step> steps(HistoryRun run) {
        return run.runs().stream()
                .flatMap(migration -> migration.steps().stream())
                .toList();
    }

    /** What failed, as {@code V1.sql:3 42P01 relation "x" does not exist}. */
    public static List<String> errors(HistoryRun run) {
        return steps(run).stream()
                .flatMap(step -> step.error().stream()
                        .map(error -> step.file().path() + ":"
                                + step.file().position(error.span().start()).line() + " "
                                + error.state().code() + " " + error.message()))
                .toList();
    }
}
