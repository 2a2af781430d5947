package dev.greenlight.replay.answer;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of something that stands behind FROM.
 *
 * @param columns in their order
 * @param doubt why it may not be there; null where it certainly is
 */
record Row(
        Set<String> columns,
        Function<String, Datum> values,
        @Nullable String doubt) {
    /** What an outer join has where nothing fits. */
    static Row ofNulls(Set<String> columns, @Nullable String doubt) {
        return new Row(columns, column -> new Datum.Null(), doubt);
    }

    /** One of which nothing is known, not even whether it is one. */
    static Row unknown(Set<String> columns, String reason) {
        return new Row(columns, column -> new Datum.Unknown(reason), reason);
    }

    Datum value(String column) {
        return values.apply(column);
    }
}
