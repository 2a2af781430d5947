package dev.greenlight.graph.order;

import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.ReplayOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a history would go through, if one is found soon. It is looked for when first asked for: most
 * histories need none.
 */
public final class BetterOrder {
    private final Supplier<Optional<Ordering.Found>> search;
    private @Nullable Optional<Ordering.Found> found;

    private BetterOrder(Supplier<Optional<Ordering.Found>> search) {
        this.search = search;
    }

    /**
     * @param history as it ran in its own order
     * @param scripts the history's migrations, read, in its order
     * @param movable those that can still be moved; the others have run
     */
    public static BetterOrder of(
            HistoryRun history, List<Script> scripts, ReplayOptions options, Predicate<Migration> movable) {
        return new BetterOrder(() -> SafeOrder.soon(history, scripts, options, movable));
    }

    /** Whoever asks while it is looked for waits. */
    public synchronized Optional<Ordering.Found> found() {
        Optional<Ordering.Found> known = found;
        if (known == null) {
            known = search.get();
            found = known;
        }
        return known;
    }
}
