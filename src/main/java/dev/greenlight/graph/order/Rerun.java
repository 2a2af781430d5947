package dev.greenlight.graph.order;

import dev.greenlight.graph.order.Precedences.Precedence;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.Rehearsal;
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
    private final Patience patience;
    private final List<Integer> order = new ArrayList<>();
    private final List<Rehearsal> moments = new ArrayList<>();
    private final List<Optional<Failure>> outcomes = new ArrayList<>();

    private Rerun(List<Script> scripts, Footprints footprints, Patience patience, Rehearsal start) {
        this.scripts = scripts;
        this.footprints = footprints;
        this.patience = patience;
        this.moments.add(start);
    }

    /** Of none, at the moment before the first. */
    static Rerun at(Rehearsal start, List<Script> scripts, Footprints footprints, Patience patience) {
        return new Rerun(scripts, footprints, patience, start);
    }

    /** Runs them in another order. */
    Rerun in(List<Integer> other) {
        int same = alike(other);
        Rerun rerun = new Rerun(scripts, footprints, patience, moments.getFirst());
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
        Rehearsal.Attempt attempt = run(number, moments.getLast());
        footprints.note(attempt.run());
        moments.add(attempt.behind());
        outcomes.add(footprints.firstOfOrder(attempt.run()));
    }

    private Rehearsal.Attempt run(int number, Rehearsal moment) {
        patience.spendOne();
        return moment.run(scripts.get(number));
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
     * Looks for what would mend a failure, by trying: that another goes before it, that it goes before another, or that it
     * goes behind several.
     */
    List<Precedence> tried(At failed) {
        List<Precedence> found = new ArrayList<>(behindAnother(failed, true));
        IntStream.iterate(failed.place() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> isMended(failed, moments.get(i)))
                .limit(1)
                .forEach(i -> found.add(new Precedence(order.get(failed.place()), order.get(i))));
        if (found.isEmpty()) {
            found.addAll(behindAnother(failed, false));
        }
        return found.isEmpty() ? behindSeveral(failed) : found;
    }

    /** @param through whether the other is one that goes through itself, which says more */
    private List<Precedence> behindAnother(At failed, boolean through) {
        List<Precedence> found = new ArrayList<>();
        for (int other : order.subList(failed.place() + 1, order.size())) {
            Rehearsal.Attempt attempt = run(other, moments.get(failed.place()));
            boolean fails = footprints.firstOfOrder(attempt.run()).isPresent();
            if (through != fails && isMended(failed, attempt.behind())) {
                found.add(new Precedence(other, order.get(failed.place())));
            }
        }
        return found;
    }

    private List<Precedence> behindSeveral(At failed) {
        List<Integer> others = new ArrayList<>(order);
        int number = others.remove(failed.place());
        Rerun without = in(others);
        return IntStream.range(failed.place(), others.size())
                .filter(i -> isMended(failed, without.moments.get(i + 1)))
                .limit(1)
                .mapToObj(i -> new Precedence(others.get(i), number))
                .toList();
    }

    /** Whether it goes through at a moment, or comes farther at least. */
    private boolean isMended(At failed, Rehearsal moment) {
        return footprints
                .firstOfOrder(run(order.get(failed.place()), moment).run())
                .map(other -> start(other) > start(failed.failure()))
                .orElse(true);
    }

    private static int start(Failure failure) {
        return failure.step().statement().span().start();
    }
}
