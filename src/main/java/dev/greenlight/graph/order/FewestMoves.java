package dev.greenlight.graph.order;

import dev.greenlight.graph.order.Precedences.Precedence;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.Rehearsal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Mends the order that there is, with as few moves as it finds: it runs it, asks of each failure what must go before what,
 * moves the fewest that heed it, and runs that. Where there are several ways to mend something all are gone, the one that
 * has come nearest first, until one leads to an order in which all goes through.
 */
final class FewestMoves {
    private final List<Script> scripts;
    private final Mendings mendings;
    private final Patience patience;
    private final PriorityQueue<Attempt> attempts =
            new PriorityQueue<>(Comparator.comparing(Attempt::distance).thenComparing(Attempt::number));

    /** The same mended one by one. */
    private final Queue<Runnable> doubted = new ArrayDeque<>();
    private int number;

    private FewestMoves(List<Script> scripts, Footprints footprints, Patience patience) {
        this.scripts = scripts;
        this.mendings = new Mendings(scripts, footprints);
        this.patience = patience;
    }

    /** An order under some precedences, run. */
    private record Attempt(Precedences precedences, Rerun rerun, List<Rerun.At> failures, int moves, int number) {
        /** How far it seems to be from where all began, and from where it ends. */
        int distance() {
            return moves + failures.size();
        }
    }

    /**
     * @param given who must go before whom in any case
     * @param mostRun how many migrations may be run, the same ones again and again
     */
    static Optional<List<Migration>> search(
            List<Script> scripts, Rehearsal start, Footprints footprints, Precedences given, int mostRun) {
        Patience patience = new Patience(mostRun);
        FewestMoves search = new FewestMoves(scripts, footprints, patience);
        search.attempt(given, Rerun.at(start, scripts, footprints, patience));
        return search.search();
    }

    private Optional<List<Migration>> search() {
        while (!attempts.isEmpty() || goBack()) {
            Attempt nearest = attempts.remove();
            if (nearest.failures().isEmpty()) {
                return Optional.of(nearest.rerun().order().stream()
                        .map(number -> scripts.get(number).migration())
                        .toList());
            }
            if (!patience.isOver()) {
                mend(nearest);
            }
        }
        return Optional.empty();
    }

    /** What was taken to be sure may have come of another failure. */
    private boolean goBack() {
        while (attempts.isEmpty() && !doubted.isEmpty() && !patience.isOver()) {
            doubted.remove().run();
        }
        return !attempts.isEmpty();
    }

    private void attempt(Precedences precedences, Rerun near) {
        if (!patience.isOver()) {
            Arrangement.Result arranged = Arrangement.of(scripts.size(), precedences);
            Rerun rerun = near.in(arranged.order());
            attempts.add(new Attempt(precedences, rerun, rerun.failures(), arranged.moves(), number));
            number++;
        }
    }

    private void mend(Attempt attempt) {
        List<Rerun.At> failures = attempt.failures();
        Precedences sure = attempt.precedences();
        for (Rerun.At failure : failures.subList(1, failures.size())) {
            List<Precedence> ways =
                    admitted(mendings.of(failure, attempt.rerun().order()), sure);
            sure = ways.size() == 1 ? sure.with(ways.getFirst()) : sure;
        }
        List<Precedence> ways = ways(failures.getFirst(), attempt);
        for (Precedence way : ways) {
            if (sure.admits(way)) {
                attempt(sure.with(way), attempt.rerun());
            }
            if (sure != attempt.precedences()) {
                doubted.add(() -> attempt(attempt.precedences().with(way), attempt.rerun()));
            }
        }
    }

    private List<Precedence> ways(Rerun.At failure, Attempt attempt) {
        List<Precedence> ways = mendings.of(failure, attempt.rerun().order());
        return admitted(ways.isEmpty() ? attempt.rerun().tried(failure) : ways, attempt.precedences());
    }

    private static List<Precedence> admitted(List<Precedence> ways, Precedences precedences) {
        return ways.stream().filter(precedences::admits).toList();
    }
}
