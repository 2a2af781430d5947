package dev.greenlight.graph.order;

import dev.greenlight.graph.Subject;
import dev.greenlight.graph.order.Precedences.Precedence;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What may mend a failure: that one migration goes before another. In an order in which the failed one goes through, one
 * of these holds, as far as footprints tell; of what fails and misses nothing they do not tell.
 */
final class Mendings {
    private final List<Migration> migrations;
    private final Footprints footprints;

    Mendings(List<Script> scripts, Footprints footprints) {
        this.migrations = scripts.stream().map(Script::migration).toList();
        this.footprints = footprints;
    }

    /**
     * What makes it may go before, what takes it away behind, or that may go before what makes it.
     *
     * @param order in which it failed
     */
    List<Precedence> of(Rerun.At failed, List<Integer> order) {
        Missing missing = failed.failure().error().missing();
        return missing == null ? List.of() : of(Subject.of(missing), failed.place(), order);
    }

    private List<Precedence> of(Subject subject, int place, List<Integer> order) {
        IntPredicate makes = number -> footprints.mayMake(migrations.get(number), subject);
        int failed = order.get(place);
        List<Precedence> found = new ArrayList<>();
        order.subList(place + 1, order.size()).stream()
                .filter(makes::test)
                .forEach(maker -> found.add(new Precedence(maker, failed)));
        for (int i = place - 1; i >= 0; i--) {
            int other = order.get(i);
            if (footprints.of(migrations.get(other)).removes(subject)) {
                found.add(new Precedence(failed, other));
                order.subList(0, i).stream()
                        .filter(makes::test)
                        .forEach(maker -> found.add(new Precedence(other, maker)));
            }
        }
        return found;
    }
}
