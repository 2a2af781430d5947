package dev.greenlight.graph.order;

import dev.greenlight.graph.Declaration;
import dev.greenlight.graph.DependencyGraph;
import dev.greenlight.graph.Subject;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.Rehearsal;
import dev.greenlight.replay.ReplayOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an order in which all migrations of a history go through, by trying them: a way that ends nowhere teaches who
 * must go before whom, and the next way heeds that. Migrations that go down are not part of it, and repeatable ones run
 * behind all others, as they do.
 */
public final class SafeOrder {
    private static final int MOST_WAYS = 60;

    private final HistoryRun history;
    private final List<Script> scripts;
    private final Rehearsal start;
    private final Footprints footprints;
    private final List<Declaration> declared;

    private SafeOrder(
            HistoryRun history,
            List<Script> scripts,
            Rehearsal start,
            Footprints footprints,
            List<Declaration> declared) {
        this.history = history;
        this.scripts = scripts;
        this.start = start;
        this.footprints = footprints;
        this.declared = declared;
    }

    /**
     * @param history as it ran in its own order
     * @param scripts the history's migrations, read, in its order
     */
    public static Ordering of(HistoryRun history, List<Script> scripts, ReplayOptions options) {
        List<Script> ups = Stream.of(Direction.UP, Direction.REPEATABLE)
                .flatMap(direction ->
                        scripts.stream().filter(script -> script.migration().direction() == direction))
                .toList();
        Footprints footprints = Footprints.of(ups, Rehearsal.assuming(scripts, options));
        Rehearsal start = Rehearsal.of(history, scripts, options);
        List<Declaration> declared = DependencyGraph.of(history).heeded();
        SafeOrder heeding = new SafeOrder(history, ups, start, footprints, declared);
        // What is declared yields to what PostgreSQL wants.
        return heeding.heededOrder()
                .<Ordering>map(order -> order)
                .orElseGet(() -> new SafeOrder(history, ups, start, footprints, List.of()).search());
    }

    /** An order that heeds what is declared; none where nothing is, or where none was found. */
    private Optional<Ordering.Found> heededOrder() {
        return declared.isEmpty()
                ? Optional.empty()
                : best(Stream.of(true, false).map(this::learn).toList());
    }

    private Ordering search() {
        Optional<Ordering.Found> fewest = FewestMoves.search(scripts, start, footprints, Precedences.none(scripts), 300).map(this::found);
        if (fewest.isPresent()) {
            return fewest.orElseThrow();
        }
        List<Way> ways = Stream.of(true, false).map(this::learn).toList();
        return best(ways).or(this::goBack).<Ordering>map(order -> order).orElseGet(() -> notFound(ways));
    }

    private Optional<Ordering.Found> best(List<Way> ways) {
        return ways.stream()
                .filter(Way::isThrough)
                .map(way -> found(way.order()))
                .min(Comparator.comparing(order -> order.moves().size()));
    }

    private Ordering.Found found(List<Migration> order) {
        List<Migration> written = scripts.stream().map(Script::migration).toList();
        List<Move> moves = Moves.between(written, order);
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

    /** The last of the ways that are taken, each wiser than the one before it. */
    private Way learn(boolean sending) {
        Map<Migration, Set<Migration>> lessons = new IdentityHashMap<>();
        scripts.forEach(script -> lessons.put(script.migration(), firstLessons(script)));
        Way way = way(lessons, sending);
        for (int i = 0; i < MOST_WAYS && !way.isThrough() && learnt(way, lessons); i++) {
            way = way(lessons, sending);
        }
        return way;
    }

    private Set<Migration> firstLessons(Script script) {
        Set<Migration> before = repeatables(script);
        declared.stream()
                .filter(one -> one.from() == script.migration())
                .map(Declaration::to)
                .forEach(before::add);
        return before;
    }

    /** A repeatable migration goes behind all that are none. */
    private Set<Migration> repeatables(Script script) {
        Set<Migration> before = new LinkedHashSet<>();
        if (script.migration().direction() == Direction.REPEATABLE) {
            scripts.stream()
                    .map(Script::migration)
                    .filter(other -> other.direction() != Direction.REPEATABLE)
                    .forEach(before::add);
        }
        return before;
    }

    private Way way(Map<Migration, Set<Migration>> lessons, boolean sending) {
        Way way = new Way(scripts, start, footprints, lessons);
        if (sending) {
            way.goSending();
        } else {
            way.goLettingBy();
        }
        return way;
    }

    /** Whether a way that ends nowhere teaches anything new. */
    private boolean learnt(Way way, Map<Migration, Set<Migration>> lessons) {
        boolean learnt = false;
        for (Failure failure : way.stuck()) {
            Migration culprit = culprit(failure, way.order());
            if (culprit != null && !needs(failure.migration(), culprit, lessons)) {
                learnt |= lessons.computeIfAbsent(culprit, key -> new LinkedHashSet<>())
                        .add(failure.migration());
            }
        }
        return learnt;
    }

    /** Whether one must go before another already, so that the reverse would be a circle. */
    private static boolean needs(Migration migration, Migration other, Map<Migration, Set<Migration>> lessons) {
        Set<Migration> reached = new LinkedHashSet<>();
        List<Migration> frontier = new ArrayList<>(List.of(migration));
        while (!frontier.isEmpty()) {
            for (Migration before : lessons.getOrDefault(frontier.removeLast(), Set.of())) {
                if (before == other) {
                    return true;
                }
                if (reached.add(before)) {
                    frontier.add(before);
                }
            }
        }
        return false;
    }

    /** The last that took away what is missing, or did something to the same as what fails. */
    private @Nullable Migration culprit(Failure failure, List<Migration> gone) {
        Missing missing = failure.error().missing();
        Footprint mine = footprints.of(failure.migration());
        return gone.reversed().stream()
                .filter(other -> missing != null
                        ? footprints.of(other).removes(Subject.of(missing))
                        : footprints.of(other).touches().stream().anyMatch(mine.touches()::contains))
                .findFirst()
                .orElse(null);
    }

    private Optional<Ordering.Found> goBack() {
        return Backtracking.search(scripts, start, footprints).map(this::found);
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
