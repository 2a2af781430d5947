package dev.greenlight.replay.answer;

import dev.greenlight.postgres.Identifiers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values that a condition leaves to columns: only rows that have one of them are asked for.
 *
 * @param values for each column that it leaves some
 */
record Pins(Map<String, List<Datum>> values) {
    static final Pins NONE = new Pins(Map.of());

    /** The texts that a column of names may have; empty where it may have any. */
    Optional<Set<String>> names(String column) {
        List<Datum> pinned = values.get(column);
        if (pinned == null) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        for (Datum datum : pinned) {
            if (!(datum instanceof Datum.Text text)) {
                return Optional.empty();
            }
            names.add(Identifiers.truncate(text.value()));
        }
        return Optional.of(names);
    }

    /** The objects that a column of oids may have; empty where it may have any. */
    Optional<Set<String>> keys(String column, Datum.Category category) {
        List<Datum> pinned = values.get(column);
        if (pinned == null) {
            return Optional.empty();
        }
        Set<String> keys = new HashSet<>();
        for (Datum datum : pinned) {
            if (!(datum instanceof Datum.Reference reference) || reference.category() != category) {
                return Optional.empty();
            }
            keys.add(reference.key());
        }
        return Optional.of(keys);
    }

    /** The one value that a column can have. */
    Optional<Datum> only(String column) {
        List<Datum> pinned = values.get(column);
        return pinned != null && pinned.size() == 1 ? Optional.of(pinned.getFirst()) : Optional.empty();
    }
}
