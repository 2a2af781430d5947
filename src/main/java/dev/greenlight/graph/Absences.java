package dev.greenlight.graph;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Routine;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the reason why something is missing: what comes too late, what went too early, what is only like it. */
public final class Absences {
    private final Makers makers;
    private final HistoryRun history;

    /** Worked out when first asked for, by whichever thread asks: most histories miss nothing. */
    private volatile @Nullable Losses losses;

    Absences(Makers makers, HistoryRun history) {
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
    private Optional<Gone> goneBefore(Missing missing, Step step) {
        Losses known = losses;
        if (known == null) {
            known = Losses.of(history);
            losses = known;
        }
        return known.lastBefore(Subject.of(missing), step);
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
