package dev.greenlight.graph;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Routine;
import dev.greenlight.migration.Direction;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for the reason why something is missing: what comes too late, what went too early, what is only like it. */
public final class Absences {
    private final Makers makers;
    private final HistoryRun history;

    public Absences(Makers makers, HistoryRun history) {
        this.makers = makers;
        this.history = history;
    }

    /** What explains best that it is missing at a step. */
    public Absence of(Missing missing, Step step) {
        return makers.laterMakerOf(missing, step)
                .<Absence>map(Absence.MadeLater::new)
                .or(() -> goneBefore(missing, step).map(Absence.GoneBefore::new))
                .or(() -> alike(missing, step.before()))
                .orElseGet(Absence.NeverMade::new);
    }

    /** The last statement before a step that took the name away. */
    public Optional<Gone> goneBefore(Missing missing, Step step) {
        Made.Kind kind = Makers.kind(missing.type());
        return before(step)
                .flatMap(other -> other.operations().stream()
                        .flatMap(operation -> Events.of(operation).stream())
                        .map(event -> new Gone(event, other)))
                .filter(gone -> gone.event().sort() == Event.Sort.GONE || gone.newName() != null)
                .filter(gone -> gone.is(kind, missing.name(), missing.part()))
                .reduce((earlier, later) -> later);
    }

    /** What has run by then; of a migration that goes down only what goes up before it. */
    private Stream<Step> before(Step step) {
        return history.runs().stream()
                .filter(run -> run.migration().direction() != Direction.DOWN
                        || run.allSteps().anyMatch(step::equals))
                .flatMap(MigrationRun::allSteps)
                .takeWhile(other -> other != step);
    }

    private static Optional<Absence> alike(Missing missing, Catalog catalog) {
        return otherParameters(missing, catalog)
                .or(() -> elsewhere(missing, catalog))
                .or(() -> misspelt(missing, catalog));
    }

    private static Optional<Absence> otherParameters(Missing missing, Catalog catalog) {
        List<Routine> routines = Makers.kind(missing.type()) == Made.Kind.ROUTINE && missing.part() == null
                ? catalog.routines(missing.name())
                : List.of();
        return routines.isEmpty() ? Optional.empty() : Optional.of(new Absence.OtherParameters(routines));
    }

    private static Optional<Absence> elsewhere(Missing missing, Catalog catalog) {
        List<QualifiedName> names = missing.part() != null || missing.type() == ObjectType.SCHEMA
                ? List.of()
                : Namesakes.of(missing.type(), catalog)
                        .filter(name -> name.name().equals(missing.name().name()))
                        .sorted()
                        .distinct()
                        .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(new Absence.InOtherSchemas(names));
    }

    private static Optional<Absence> misspelt(Missing missing, Catalog catalog) {
        String word = missing.part() == null ? missing.name().name() : missing.part();
        List<String> nearest = Spelling.nearest(word, Namesakes.near(missing, catalog));
        return nearest.isEmpty() ? Optional.empty() : Optional.of(new Absence.Misspelt(nearest));
    }
}
