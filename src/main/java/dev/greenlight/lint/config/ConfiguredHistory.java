package dev.greenlight.lint.config;

import dev.greenlight.migration.TransactionMode;
import dev.greenlight.replay.ReplayOptions.Openness;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a configuration says about the migrations of one folder.
 *
 * @param folder from the working directory; empty for that itself
 * @param baselineSchema files from the working directory
 */
public record ConfiguredHistory(
        Setting<String> folder,
        Optional<Setting<String>> layout,
        Optional<Setting<TransactionMode>> transaction,
        Map<String, Setting<String>> placeholders,
        Optional<Setting<List<String>>> baselineSchema,
        Optional<Setting<Openness>> history,
        Optional<Setting<List<String>>> defaultSearchPath) {
    public ConfiguredHistory {
        placeholders = Collections.unmodifiableMap(new TreeMap<>(placeholders));
    }
}
