package dev.greenlight.migration;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a project says about its migrations, instead of leaving it to be recognised.
 *
 * @param layout the id of the layout that they are in
 * @param transaction how all files are sent, whatever their layout says
 * @param placeholders what the tool puts in the place of {@code ${name}}, by name; it wins over what the tool's own
 *     configuration says
 */
public record HistoryOptions(
        Optional<String> layout, Optional<TransactionMode> transaction, Map<String, String> placeholders) {
    public static final HistoryOptions RECOGNISED = new HistoryOptions(Optional.empty(), Optional.empty(), Map.of());

    public HistoryOptions {
        placeholders = Collections.unmodifiableMap(new TreeMap<>(placeholders));
    }
}
