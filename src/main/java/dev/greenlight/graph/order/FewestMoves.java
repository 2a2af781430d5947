package dev.greenlight.graph.order;

import dev.greenlight.graph.order.Precedences.Precedence;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.Rehearsal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Mends the order that there is, with as few moves as it finds: it runs it, asks of each failure what must go before what,
 * moves the fewest that heed it, and runs that. Where there are several ways to mend something all are gone, the one that
 * has come nearest first, until one leads to an order in which all goes through.
 */
final class FewestMoves {
    private final List<Script> scripts;
    private final Mendings mendings;
    private final int mostRuns;
    private final PriorityQueue<Attempt> attempts = new PriorityQueue<>(
            Comparator.comparing(Attempt::distance).thenComparing(Attempt::number));
    private int runs;

    private FewestMoves(List<Script> scripts, Footprints footprints, int mostRuns) {
        this.scripts = scripts;
        this.mendings = new Mendings(scripts, footprints);
        this.mostRuns = mostRuns;
    }

    /** An order under some precedences, run. */
    private record Attempt(Precedences precedences, Rerun rerun, List<Rerun.At> failures, int moves, int number) {
        /** How far it seems to be from where all began, and from where it ends. */
        int distance() {
            return moves + failures.size();
        }
    }

    static Optional<List<Migration>> search(
            List<Script> scripts, Rehearsal start, Footprints footprints, Precedences given, int mostRuns) {
        FewestMoves search = new FewestMoves(scripts, footprints, mostRuns);
        search.attempt(given, Rerun.at(start, scripts, footprints));
        return search.search();
    }

    private Optional<List<Migration>> search() {
        while (!attempts.isEmpty()) {
            Attempt nearest = attempts.remove();
            if (Boolean.getBoolean("dbg")) { System.err.println("DBG runs " + runs + " queue " + attempts.size() + " moves " + nearest.moves() + " failures " + nearest.failures().size() + (nearest.failures().isEmpty() ? "" : " first " + nearest.failures().getFirst().failure().migration().path() + " " + nearest.failures().getFirst().failure().error().message())); }
            if (nearest.failures().isEmpty()) {
                return Optional.of(nearest.rerun().order().stream()
                        .map(number -> scripts.get(number).migration())
                        .toList());
            }
            mend(nearest);
        }
        return Optional.empty();
    }

    private void attempt(Precedences precedences, Rerun near) {
        if (runs < mostRuns) {
            Arrangement.Result arranged = Arrangement.of(scripts.size(), precedences);
            Rerun rerun = near.in(arranged.order());
            attempts.add(new Attempt(precedences, rerun, rerun.failures(), arranged.moves(), runs));
            runs++;
        }
    }

    private void mend(Attempt attempt) {
        List<Rerun.At> failures = attempt.failures();
        Precedences sure = attempt.precedences();
        for (Rerun.At failure : failures.subList(1, failures.size())) {
            List<Precedence> ways = admitted(mendings.of(failure, attempt.rerun().order()), sure);
            sure = ways.size() == 1 ? sure.with(ways.getFirst()) : sure;
        }
        for (Precedence way : ways(failures.getFirst(), attempt, sure)) {
            attempt(sure.with(way), attempt.rerun());
        }
    }

    private List<Precedence> ways(Rerun.At failure, Attempt attempt, Precedences precedences) {
        List<Precedence> ways = mendings.of(failure, attempt.rerun().order());
        return admitted(ways.isEmpty() ? attempt.rerun().elsewhere(failure) : ways, precedences);
    }

    private static List<Precedence> admitted(List<Precedence> ways, Precedences precedences) {
        return ways.stream().filter(precedences::admits).toList();
    }
}
