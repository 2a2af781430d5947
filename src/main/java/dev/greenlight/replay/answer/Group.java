package dev.greenlight.replay.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a query has found, before it makes its own of them.
 *
 * @param rows those that are certainly among them
 * @param doubt why there may be more; null where there are certainly no others
 */
record Group(List<Scope> rows, @Nullable String doubt) {
    Group {
        rows = List.copyOf(rows);
    }

    static Group unknown(String reason) {
        return new Group(List.of(), reason);
    }
}
