package dev.greenlight.replay;

import dev.greenlight.migration.Script;
import dev.greenlight.postgres.PostgresVersion;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a replay must know beside the migrations.
 *
 * @param timezone the sessions' TimeZone; empty if unknown, which makes what depends on it the worse of both
 * @param openness whether a history is open, closed, or what its names suggest
 * @param searchPath the schemas of search_path that a session begins with
 * @param baseline run before every history, and reported in none
 */
public record ReplayOptions(
        PostgresVersion version,
        Optional<ZoneId> timezone,
        Openness openness,
        List<String> searchPath,
        List<Script> baseline) {
    /** What a server has whose configuration was left alone (manual 20.11.1). */
    public static final List<String> DEFAULT_SEARCH_PATH = List.of("$user", "public");

    public ReplayOptions {
        searchPath = List.copyOf(searchPath);
        baseline = List.copyOf(baseline);
    }

    /** For a server as it comes, of which nothing else is known. */
    public static ReplayOptions of(PostgresVersion version, Openness openness) {
        return new ReplayOptions(version, Optional.empty(), openness, DEFAULT_SEARCH_PATH, List.of());
    }

    public ReplayOptions withOpenness(Openness other) {
        return new ReplayOptions(version, timezone, other, searchPath, baseline);
    }

    /** Whether names that no migration makes are assumed to be there. */
    public enum Openness {
        OPEN,
        CLOSED,
        DETECT
    }
}
