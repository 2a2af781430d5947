package dev.greenlight.migration;

import dev.greenlight.migration.FlywayName.Kind;
import dev.greenlight.source.FileTree.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a location in the order in which {@code migrate} runs them on an empty database: callbacks before,
 * versions by number, each with its undo, repeatables by description, callbacks after.
 *
 * <p>A baseline migration stands for the versions up to its own, on databases that none of them ran on (Flyway's
 * documentation, "Baseline migrations"). Where such versions are there, databases exist that they ran on, and their own
 * steps say more than their sum: they are played and the baseline is not. Where none are, it begins the history.
 */
final class FlywayHistory {
    private static final Pattern NOT_SQL =
            Pattern.compile("(?:[VUB][0-9]+(?:[._][0-9]+)*__|R__).*\\.(?:java|kt|kts|groovy|scala)");

    private static final Comparator<Named> ORDER = Comparator.comparing(Named::stage)
            .thenComparing(Named::eventOrder)
            .thenComparing(Named::numbers)
            .thenComparing(named -> named.isOf(Kind.VERSIONED) || named.isOf(Kind.UNDO)
                    ? ""
                    : named.name().description())
            .thenComparing(named -> named.name().kind())
            .thenComparing(named -> named.file().path());

    private final List<Entry> inside;
    private final List<Named> named;
    private final Optional<Version> begin;

    /** What runs one after the other, the callbacks of a stage in their order. */
    enum Stage {
        BEFORE,
        VERSIONS,
        BETWEEN,
        REPEATABLES,
        AFTER
    }

    /** A file and what its name says. */
    private record Named(Entry file, FlywayName name) {
        boolean isOf(Kind kind) {
            return name.kind() == kind;
        }

        Optional<FlywayEvent> event() {
            return isOf(Kind.CALLBACK) ? FlywayEvent.of(name.version()) : Optional.empty();
        }

        Version numbers() {
            return Version.of(isOf(Kind.REPEATABLE) || isOf(Kind.CALLBACK) ? "0" : name.version());
        }

        int eventOrder() {
            return event().map(Enum::ordinal).orElse(0);
        }

        Stage stage() {
            return switch (name.kind()) {
                case VERSIONED, UNDO, BASELINE -> Stage.VERSIONS;
                case REPEATABLE -> Stage.REPEATABLES;
                case CALLBACK -> event().map(FlywayEvent::stage).orElse(Stage.AFTER);
            };
        }

        PlannedMigration planned() {
            return switch (name.kind()) {
                case VERSIONED, BASELINE ->
                    new PlannedMigration(file, name.version(), name.description(), Direction.UP);
                case UNDO -> new PlannedMigration(file, name.version(), name.description(), Direction.DOWN);
                case REPEATABLE -> new PlannedMigration(file, "", name.description(), Direction.REPEATABLE);
                case CALLBACK ->
                    new PlannedMigration(
                            file, "", (name.version() + " " + name.description()).strip(), Direction.REPEATABLE);
            };
        }
    }

    FlywayHistory(FlywayNaming naming, List<Entry> inside) {
        this.inside = inside;
        this.named = inside.stream()
                .flatMap(entry -> naming.parse(entry.name()).map(name -> new Named(entry, name)).stream())
                .sorted(ORDER)
                .toList();
        this.begin = begin();
    }

    /** The version of the baseline that begins the history: the highest that is below all versions. */
    private Optional<Version> begin() {
        return of(Kind.BASELINE)
                .filter(this::isBelowVersions)
                .map(Named::numbers)
                .max(Comparator.naturalOrder());
    }

    private boolean isBelowVersions(Named baseline) {
        return of(Kind.VERSIONED).noneMatch(file -> file.numbers().compareTo(baseline.numbers()) <= 0);
    }

    private Stream<Named> of(Kind kind) {
        return named.stream().filter(file -> file.isOf(kind));
    }

    List<PlannedMigration> migrations() {
        return named.stream().filter(this::runs).map(Named::planned).toList();
    }

    /** Files that Flyway knows and that do not run here. */
    Set<Entry> skipped() {
        return named.stream().filter(file -> !runs(file)).map(Named::file).collect(Collectors.toSet());
    }

    private boolean runs(Named file) {
        return switch (file.name().kind()) {
            case VERSIONED, UNDO, REPEATABLE -> true;
            case BASELINE -> begin.filter(file.numbers()::equals).isPresent();
            case CALLBACK -> file.event().isPresent();
        };
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(
                Notes.sameVersion(migrations(), migration -> Version.of(migration.version()), "Flyway"));
        notes.addAll(refused(Kind.REPEATABLE, file -> file.name().description(), "repeatable migrations"));
        notes.addAll(refused(Kind.CALLBACK, file -> file.planned().description(), "callbacks"));
        of(Kind.BASELINE).filter(file -> !runs(file)).map(this::baselineNote).forEach(notes::add);
        Notes.some(
                        files(this::isForEach),
                        "callback runs with each migration and is played once",
                        "callbacks run with each migration and are played once")
                .ifPresent(notes::add);
        Notes.some(
                        files(file -> file.isOf(Kind.CALLBACK) && !runs(file)),
                        "callback is no part of a successful migrate and is not followed",
                        "callbacks are no part of a successful migrate and are not followed")
                .ifPresent(notes::add);
        Notes.notSql(inside, NOT_SQL).ifPresent(notes::add);
        return notes;
    }

    private String baselineNote(Named baseline) {
        return baseline.file().path() + ": a baseline migration is skipped where "
                + (isBelowVersions(baseline) ? "a later one begins the history" : "versions up to its own are there");
    }

    private boolean isForEach(Named file) {
        return file.event().filter(FlywayEvent::isForEach).isPresent();
    }

    private List<Entry> files(Predicate<Named> wanted) {
        return named.stream().filter(wanted).map(Named::file).toList();
    }

    private Collection<String> refused(Kind kind, Function<Named, String> key, String what) {
        Map<String, List<Named>> same =
                of(kind).collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        return same.entrySet().stream()
                .filter(files -> files.getValue().size() > 1)
                .map(files -> "Flyway refuses several " + what + " called " + files.getKey() + ": "
                        + files.getValue().stream()
                                .map(file -> file.file().path())
                                .collect(Collectors.joining(", ")))
                .toList();
    }
}
