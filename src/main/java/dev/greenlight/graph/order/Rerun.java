package dev.greenlight.graph.order;

import dev.greenlight.graph.order.Precedences.Precedence;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.Rehearsal;
import dev.greenlight.replay.SqlError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Migrations run in some order, with the moment before each of them, so that an order that differs later need not be run
 * from the beginning. Where one fails it goes on as if that had been there which it misses.
 */
final class Rerun {
    private final List<Script> scripts;
    private final Footprints footprints;
    private final List<Integer> order = new ArrayList<>();
    private final List<Rehearsal> moments = new ArrayList<>();
    private final List<Optional<Failure>> outcomes = new ArrayList<>();

    private Rerun(List<Script> scripts, Footprints footprints, Rehearsal start) {
        this.scripts = scripts;
        this.footprints = footprints;
        this.moments.add(start);
    }

    /** Of none, at the moment before the first. */
    static Rerun at(Rehearsal start, List<Script> scripts, Footprints footprints) {
        return new Rerun(scripts, footprints, start);
    }

    /** Runs them in another order. */
    Rerun in(List<Integer> other) {
        int same = alike(other);
        Rerun rerun = new Rerun(scripts, footprints, moments.getFirst());
        rerun.moments.addAll(moments.subList(1, same + 1));
        rerun.outcomes.addAll(outcomes.subList(0, same));
        rerun.order.addAll(other);
        other.subList(same, other.size()).forEach(rerun::run);
        return rerun;
    }

    private int alike(List<Integer> other) {
        int most = Math.min(order.size(), other.size());
        int same = 0;
        while (same < most && order.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    private void run(int number) {
        Rehearsal.Attempt attempt = moments.getLast().run(scripts.get(number));
        moments.add(attempt.behind());
        outcomes.add(footprints.firstOfOrder(attempt.run()));
    }

    List<Integer> order() {
        return order;
    }

    /** A failure of the migration at a place of the order. */
    record At(Failure failure, int place) {}

    /** What fails, and where in the order. */
    List<At> failures() {
        List<At> failures = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int place = i;
            outcomes.get(i).ifPresent(failure -> failures.add(new At(failure, place)));
        }
        return failures;
    }

    /**
     * Looks where else one that fails goes through, or fails for another reason: before whom it would have to go at least,
     * and behind whom.
     */
    List<Precedence> elsewhere(At failed) {
        int number = order.get(failed.place());
        List<Precedence> found = new ArrayList<>();
        IntStream.iterate(failed.place() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> isOtherwise(failed.failure(), number, moments.get(i)))
                .limit(1)
                .forEach(i -> found.add(new Precedence(number, order.get(i))));
        List<Integer> others = new ArrayList<>(order);
        others.remove(failed.place());
        Rerun without = in(others);
        IntStream.range(failed.place(), others.size())
                .filter(i -> isOtherwise(failed.failure(), number, without.moments.get(i + 1)))
                .limit(1)
                .forEach(i -> found.add(new Precedence(others.get(i), number)));
        return found;
    }

    private boolean isOtherwise(Failure failure, int number, Rehearsal moment) {
        SqlError error = failure.error();
        return footprints
                .firstOfOrder(moment.run(scripts.get(number)).run())
                .map(Failure::error)
                .filter(other -> other.span().equals(error.span()) && other.message().equals(error.message()))
                .isEmpty();
    }
}
