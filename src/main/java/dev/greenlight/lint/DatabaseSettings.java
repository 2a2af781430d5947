package dev.greenlight.lint;

import dev.greenlight.effect.TableSizes;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.ReplayOptions.Openness;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is said about the database that migrations will run on.
 *
 * @param timezone TimeZone of the sessions that will run the migrations; empty if unknown
 * @param openness whether names that no migration makes are assumed to be there
 * @param searchPath the schemas of search_path that a session begins with
 * @param baselineSchema files with what is there before the first migration
 * @param sizes how large tables are, as far as that is said
 */
public record DatabaseSettings(
        PostgresVersion version,
        Optional<ZoneId> timezone,
        Openness openness,
        List<String> searchPath,
        List<String> baselineSchema,
        TableSizes sizes) {
    /** The newest server as it comes, of which nothing else is known. */
    public static final DatabaseSettings UNKNOWN = new DatabaseSettings(
            PostgresVersion.NEWEST,
            Optional.empty(),
            Openness.DETECT,
            ReplayOptions.DEFAULT_SEARCH_PATH,
            List.of(),
            TableSizes.UNKNOWN);

    public DatabaseSettings {
        searchPath = List.copyOf(searchPath);
        baselineSchema = List.copyOf(baselineSchema);
    }

    public DatabaseSettings withVersion(PostgresVersion version) {
        return new DatabaseSettings(version, timezone, openness, searchPath, baselineSchema, sizes);
    }

    public DatabaseSettings withBaselineSchema(List<String> files) {
        return new DatabaseSettings(version, timezone, openness, searchPath, files, sizes);
    }

    /** What is said about the history in one folder, and where nothing is, what is said for all. */
    DatabaseSettings with(HistorySettings own) {
        return new DatabaseSettings(
                version,
                timezone,
                own.openness().orElse(openness),
                own.searchPath().orElse(searchPath),
                own.baselineSchema().orElse(baselineSchema),
                sizes);
    }

    public DatabaseSettings withSizes(TableSizes sizes) {
        return new DatabaseSettings(version, timezone, openness, searchPath, baselineSchema, sizes);
    }
}
