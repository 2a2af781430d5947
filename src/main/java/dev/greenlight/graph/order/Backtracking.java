package dev.greenlight.graph.order;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.Rehearsal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Goes back where a way ends nowhere, and takes another turn. Of a few migrations it tries every order, so that it is
 * certain whether there is one. Of many it does not ask again what comes of the same ones where they have left the same
 * names, and gives up after so many tries.
 */
final class Backtracking {
    /** So few are tried in every order. */
    static final int FEW = 7;

    private static final int MOST_TRIES = 3_000;

    private final List<Script> scripts;
    private final Footprints footprints;

    /** For each those that must go before it. */
    private final List<BitSet> before = new ArrayList<>();

    private final BitSet versioned = new BitSet();
    private final Set<Turn> nowhere = new HashSet<>();
    private int tries;

    private Backtracking(List<Script> scripts, Footprints footprints, Precedences given) {
        this.footprints = footprints;
        // What takes something away may go too early, and what only adds may not.
        this.scripts = scripts.stream()
                .sorted(Comparator.comparing(
                        script -> !footprints.of(script.migration()).removes().isEmpty()))
                .toList();
        for (int i = 0; i < scripts.size(); i++) {
            versioned.set(i, this.scripts.get(i).migration().direction() != Direction.REPEATABLE);
            before.add(numbers(given.rightBefore(this.scripts.get(i).migration())));
        }
    }

    private BitSet numbers(List<Migration> migrations) {
        BitSet numbers = new BitSet();
        for (int i = 0; i < scripts.size(); i++) {
            Migration migration = scripts.get(i).migration();
            numbers.set(i, migrations.stream().anyMatch(other -> other == migration));
        }
        return numbers;
    }

    /** @param given who must go before whom in any case */
    static Optional<List<Migration>> search(
            List<Script> scripts, Rehearsal start, Footprints footprints, Precedences given) {
        Backtracking search = new Backtracking(scripts, footprints, given);
        return Optional.ofNullable(search.from(start, new BitSet(scripts.size())));
    }

    private @Nullable List<Migration> from(Rehearsal moment, BitSet gone) {
        if (gone.cardinality() == scripts.size()) {
            return new ArrayList<>();
        }
        Turn here = new Turn(gone, names(moment.catalog()));
        if (nowhere.contains(here) || isTired()) {
            return null;
        }
        for (Map.Entry<Integer, Rehearsal> next : next(moment, gone).entrySet()) {
            BitSet more = (BitSet) gone.clone();
            more.set(next.getKey());
            @Nullable List<Migration> behind = from(next.getValue(), more);
            if (behind != null) {
                behind.addFirst(scripts.get(next.getKey()).migration());
                return behind;
            }
        }
        if (scripts.size() > FEW) {
            nowhere.add(here);
        }
        return null;
    }

    /** Who has gone, and the names of what is there. */
    private record Turn(BitSet gone, Set<String> names) {}

    private static Set<String> names(Catalog catalog) {
        Set<String> names = new HashSet<>();
        for (Relation relation : catalog.relations()) {
            names.add(relation.name().toString());
            if (relation instanceof Table table) {
                table.columns().forEach(column -> names.add(table.name() + "." + column.name() + " " + column.type()));
                table.constraints().forEach(constraint -> names.add(table.name() + ": " + constraint.name()));
            }
        }
        catalog.types().forEach(type -> names.add(type.toString()));
        catalog.routines().forEach(routine -> names.add(routine.name() + " " + routine.parameters()));
        return names;
    }

    /** Those that can go next, and where one is then; none where something has failed for which none that waits can make up. */
    private Map<Integer, Rehearsal> next(Rehearsal moment, BitSet gone) {
        Map<Integer, Rehearsal> next = new LinkedHashMap<>();
        for (int i = gone.nextClearBit(0); i < scripts.size(); i = gone.nextClearBit(i + 1)) {
            Rehearsal.Attempt attempt = moment.run(scripts.get(i));
            Optional<Failure> failure = footprints.firstOfOrder(attempt.run());
            tries++;
            if (failure.isPresent() && scripts.size() > FEW && isLost(failure.get(), i, gone)) {
                return Map.of();
            }
            if (failure.isEmpty() && mayGo(i, gone)) {
                next.put(i, attempt.behind());
            }
        }
        return next;
    }

    /** Repeatable migrations go behind all others. */
    private boolean mayGo(int index, BitSet gone) {
        boolean repeatable = scripts.get(index).migration().direction() == Direction.REPEATABLE;
        boolean allowed = !repeatable || versioned.stream().allMatch(gone::get);
        return allowed && before.get(index).stream().allMatch(gone::get);
    }

    private boolean isTired() {
        return scripts.size() > FEW && tries >= MOST_TRIES;
    }

    private boolean isLost(Failure failure, int index, BitSet gone) {
        for (int i = gone.nextClearBit(0); i < scripts.size(); i = gone.nextClearBit(i + 1)) {
            if (i != index && footprints.mayMend(scripts.get(i).migration(), failure)) {
                return false;
            }
        }
        return true;
    }
}
