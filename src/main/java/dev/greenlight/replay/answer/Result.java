package dev.greenlight.replay.answer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query gives.
 *
 * @param doubt why these may not be the rows; null where they certainly are
 */
record Result(List<Map<String, Datum>> rows, @Nullable String doubt) {
    static Result unknown(String reason) {
        return new Result(List.of(), reason);
    }
}
