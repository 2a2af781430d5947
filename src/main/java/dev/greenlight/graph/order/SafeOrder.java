package dev.greenlight.graph.order;

import dev.greenlight.graph.Declaration;
import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Rehearsal;
import dev.greenlight.replay.ReplayOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an order in which all migrations of a history go through, by trying them: first with the fewest moves, then by
 * other ways, then going back. Migrations that go down are not part of it, and repeatable ones run behind all others, as
 * they do.
 */
public final class SafeOrder {
    /** Enough for a hundred orders of hundreds of migrations. */
    private static final int MOST_RUN = 30_000;

    /** While linting there is less time. */
    private static final int MOST_RUN_WHILE_LINTING = 2_000;

    private static final int MOST_ORDERS_WHILE_LINTING = 3;

    private final HistoryRun history;
    private final List<Script> scripts;
    private final Rehearsal start;
    private final Footprints footprints;
    private final List<Declaration> declared;
    private final Predicate<Migration> movable;

    private SafeOrder(HistoryRun history, List<Script> scripts, ReplayOptions options, Predicate<Migration> movable) {
        this.history = history;
        this.scripts = Stream.of(Direction.UP, Direction.REPEATABLE)
                .flatMap(direction ->
                        scripts.stream().filter(script -> script.migration().direction() == direction))
                .toList();
        this.footprints = Footprints.of(this.scripts, Rehearsal.assuming(scripts, options));
        history.ups().forEach(footprints::note);
        this.start = Rehearsal.of(history, scripts, options);
        this.declared = DependencyGraph.of(history).heeded();
        this.movable = movable;
    }

    /**
     * @param history as it ran in its own order
     * @param scripts the history's migrations, read, in its order
     */
    public static Ordering of(HistoryRun history, List<Script> scripts, ReplayOptions options) {
        SafeOrder search = new SafeOrder(history, scripts, options, migration -> true);
        Precedences none = Precedences.none(search.scripts);
        Ordering heeding = search.search(search.withDeclared(none));
        // What is declared yields to what PostgreSQL wants.
        return heeding instanceof Ordering.Found || search.declared.isEmpty() ? heeding : search.search(none);
    }

    /**
     * One that is found soon, with the fewest moves.
     *
     * @param movable those that can still be moved; the others have run
     */
    static Optional<Ordering.Found> soon(
            HistoryRun history, List<Script> scripts, ReplayOptions options, Predicate<Migration> movable) {
        SafeOrder search = new SafeOrder(history, scripts, options, movable);
        Precedences fixed = search.withFixed(Precedences.none(search.scripts));
        int most = MOST_RUN_WHILE_LINTING + MOST_ORDERS_WHILE_LINTING * scripts.size();
        return search.fewestMoves(search.withDeclared(fixed), most)
                .or(() -> search.declared.isEmpty() ? Optional.empty() : search.fewestMoves(fixed, most));
    }

    private Precedences withDeclared(Precedences given) {
        Precedences all = given;
        for (Declaration one : declared) {
            all = all.with(one.to(), one.from());
        }
        return all;
    }

    private Precedences withFixed(Precedences given) {
        Precedences all = given;
        @Nullable Migration last = null;
        for (Script script : scripts) {
            if (!movable.test(script.migration())) {
                all = last == null ? all : all.with(last, script.migration());
                last = script.migration();
            }
        }
        return all;
    }

    private Ordering search(Precedences given) {
        return fewestMoves(given, MOST_RUN).<Ordering>map(order -> order).orElseGet(() -> otherwise(given));
    }

    private Optional<Ordering.Found> fewestMoves(Precedences given, int mostRun) {
        return FewestMoves.search(scripts, start, footprints, given, mostRun).map(this::found);
    }

    private Ordering otherwise(Precedences given) {
        List<Way> ways = Stream.of(true, false)
                .map(sending -> Lessons.learn(scripts, start, footprints, given, sending))
                .toList();
        return best(ways)
                .or(() -> Backtracking.search(scripts, start, footprints, given).map(this::found))
                .<Ordering>map(order -> order)
                .orElseGet(() -> notFound(ways));
    }

    private Optional<Ordering.Found> best(List<Way> ways) {
        return ways.stream()
                .filter(Way::isThrough)
                .map(way -> found(way.order()))
                .min(Comparator.comparing(order -> order.moves().size()));
    }

    private Ordering.Found found(List<Migration> order) {
        List<Migration> written = scripts.stream().map(Script::migration).toList();
        List<Move> moves = Moves.between(written, order, movable);
        List<Declaration> unheeded = declared.stream().filter(one -> !one.met()).toList();
        return new Ordering.Found(
                order, moves, moves.isEmpty() ? List.of() : now(true), unheeded, failures(replay(order)));
    }

    /** What fails in the order that there is, and another order might or cannot mend. */
    private List<Failure> now(boolean ofOrder) {
        return failures(history.ups()).stream()
                .filter(failure -> footprints.isMatterOfOrder(failure.error()) == ofOrder)
                .toList();
    }

    private List<Failure> failures(List<MigrationRun> runs) {
        return runs.stream()
                .flatMap(run ->
                        run.steps().stream().flatMap(step -> footprints.failure(run.migration(), step).stream()))
                .toList();
    }

    private List<MigrationRun> replay(List<Migration> order) {
        Map<Migration, Script> read = new IdentityHashMap<>();
        scripts.forEach(script -> read.put(script.migration(), script));
        List<MigrationRun> runs = new ArrayList<>();
        Rehearsal moment = start;
        for (Migration migration : order) {
            Rehearsal.Attempt attempt = moment.run(Objects.requireNonNull(read.get(migration)));
            runs.add(attempt.run());
            moment = attempt.behind();
        }
        return runs;
    }

    private Ordering notFound(List<Way> ways) {
        Way farthest = ways.stream()
                .max(Comparator.comparing(way -> way.order().size()))
                .orElseThrow();
        List<Failure> hopeless = now(false);
        List<Failure> circle = Deadlock.of(farthest.stuck());
        if (!circle.isEmpty()) {
            return new Ordering.None(circle, true, hopeless);
        }
        return scripts.size() > Backtracking.FEW
                ? new Ordering.Unknown(farthest.stuck(), hopeless)
                : new Ordering.None(now(true), false, hopeless);
    }
}
