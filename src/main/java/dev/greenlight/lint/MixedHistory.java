package dev.greenlight.lint;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.Replay;
import dev.greenlight.replay.ReplayOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A history before and after a change, and all states between: the first of its changed migrations as they are now, the
 * others as they were. Each state is replayed at most once.
 */
final class MixedHistory {
    private static final int MOST_REPLAYS = 200;

    private final MigrationHistory history;
    private final ReplayOptions options;
    private final List<Slot> slots;
    private final List<Slot> changed;
    private final Map<State, Set<StatementPlace>> known = new HashMap<>();

    private MixedHistory(MigrationHistory history, ReplayOptions options, List<Slot> slots) {
        this.history = history;
        this.options = options;
        this.slots = slots;
        this.changed = slots.stream().filter(Slot::changed).toList();
    }

    /** The place of one migration in the order of running: what it was there, and what it is now. */
    record Slot(Optional<Script> before, Optional<Script> now, boolean changed) {}

    /** What a migration is known by. */
    private record Key(String path, Direction direction) {
        static Key of(Script script) {
            return new Key(script.migration().path(), script.migration().direction());
        }
    }

    /** So many changed migrations as they are now, and of the next one so many statements of what it is now, or was. */
    private record State(int now, Part part, int statements) {}

    /** Which version of a migration is meant. */
    enum Part {
        BEFORE,
        NOW
    }

    /** What is gone stands where it was, behind what was before it. */
    static MixedHistory of(
            MigrationHistory history,
            List<Script> before,
            List<Script> now,
            Predicate<Migration> isChanged,
            ReplayOptions options) {
        Map<Key, Script> left = new LinkedHashMap<>();
        before.forEach(script -> left.put(Key.of(script), script));
        Map<@Nullable Key, List<Script>> gone = gone(before, now);
        List<Slot> slots = new ArrayList<>();
        gone.getOrDefault(null, List.of()).forEach(script -> slots.add(gone(script)));
        for (Script script : now) {
            Key key = Key.of(script);
            Optional<Script> was = Optional.ofNullable(left.get(key));
            slots.add(new Slot(was, Optional.of(script), was.isEmpty() || isChanged.test(script.migration())));
            gone.getOrDefault(key, List.of()).forEach(other -> slots.add(gone(other)));
        }
        return new MixedHistory(history, options, slots);
    }

    private static Slot gone(Script script) {
        return new Slot(Optional.of(script), Optional.empty(), true);
    }

    /** By the last one before them that is still there; null where there is none. */
    private static Map<@Nullable Key, List<Script>> gone(List<Script> before, List<Script> now) {
        Set<Key> there = new HashSet<>();
        now.forEach(script -> there.add(Key.of(script)));
        Map<@Nullable Key, List<Script>> gone = new HashMap<>();
        @Nullable Key last = null;
        for (Script script : before) {
            if (there.contains(Key.of(script))) {
                last = Key.of(script);
            } else {
                gone.computeIfAbsent(last, key -> new ArrayList<>()).add(script);
            }
        }
        return gone;
    }

    /** In the order of running. */
    List<Slot> changed() {
        return changed;
    }

    /** Whether so many states have been replayed that to ask for more would keep people waiting. */
    boolean isExhausted() {
        return known.size() >= MOST_REPLAYS;
    }

    /** What fails where the first so many changed migrations are as they are now. */
    Set<StatementPlace> failures(int now) {
        return known.computeIfAbsent(new State(now, Part.BEFORE, -1), state -> replay(now, null));
    }

    /** The same where the one behind them has only its first so many statements. */
    Set<StatementPlace> failures(int now, Part part, int statements) {
        return known.computeIfAbsent(new State(now, part, statements), state -> {
            Slot slot = changed.get(now);
            Script whole = (part == Part.NOW ? slot.now() : slot.before()).orElseThrow();
            return replay(now, new Script(whole.migration(), whole.entries().subList(0, statements)));
        });
    }

    private Set<StatementPlace> replay(int now, @Nullable Script next) {
        List<Script> scripts = new ArrayList<>();
        int seen = 0;
        for (Slot slot : slots) {
            if (!slot.changed() || seen < now) {
                slot.now().ifPresent(scripts::add);
            } else if (seen == now && next != null) {
                scripts.add(next);
            } else {
                slot.before().ifPresent(scripts::add);
            }
            seen += slot.changed() ? 1 : 0;
        }
        return StatementPlace.failedIn(Replay.run(history, scripts, options));
    }
}
