package dev.greenlight.graph;

import dev.greenlight.migration.Direction;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names that the statements of a history take away, those of migrations that go down among them. */
final class Losses {
    private final Map<Subject, List<Loss>> bySubject = new HashMap<>();
    private final Map<Step, Place> places = new IdentityHashMap<>();

    private Losses() {}

    /** Where a statement stands in a history. */
    private record Place(MigrationRun run, int order) {
        /** Whether it has run before another one; one that goes down only before those of its own migration. */
        boolean isBefore(@Nullable Place other) {
            boolean runs = run.migration().direction() != Direction.DOWN || other != null && run == other.run;
            return runs && (other == null || order < other.order);
        }
    }

    private record Loss(Gone gone, Place place) {}

    static Losses of(HistoryRun history) {
        Losses losses = new Losses();
        history.runs().forEach(run -> run.allSteps().forEach(step -> losses.add(run, step)));
        return losses;
    }

    private void add(MigrationRun run, Step step) {
        Place place = new Place(run, places.size());
        places.put(step, place);
        Events.of(step)
                .filter(event -> event.sort() == Event.Sort.GONE || event.sort() == Event.Sort.RENAMED)
                .forEach(event -> bySubject
                        .computeIfAbsent(Subject.of(event), key -> new ArrayList<>())
                        .add(new Loss(new Gone(event, step), place)));
    }

    /** Before a statement that is none of the history's all of it has run. */
    Optional<Gone> lastBefore(Subject subject, Step step) {
        Place here = places.get(step);
        return bySubject.getOrDefault(subject, List.of()).reversed().stream()
                .filter(loss -> loss.place().isBefore(here))
                .map(Loss::gone)
                .findFirst();
    }
}
