package dev.greenlight.replay;

import dev.greenlight.migration.Script;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.sql.feature.Feature;
import dev.greenlight.sql.feature.Features;
import java.util.List;

/**
 * Refuses a statement that uses what the server's version does not have: what its parser does not take at once, the
 * rest where the statement would have succeeded otherwise.
 */
final class VersionGate {
    private final PostgresVersion version;
    private final List<Feature> newer;

    private VersionGate(PostgresVersion version, List<Feature> newer) {
        this.version = version;
        this.newer = newer;
    }

    static VersionGate of(Script.Entry entry, PostgresVersion version) {
        return new VersionGate(
                version,
                Features.missingFrom(version, entry.statement(), entry.text().tokens()));
    }

    /** Throws {@link Rejected} where the server could not even read the statement. */
    void parse() {
        if (!newer.isEmpty() && newer.stream().anyMatch(feature -> !feature.parsed())) {
            throw rejected();
        }
    }

    /** Throws {@link Rejected} where the server refuses to run the statement; one that it leaves alone it may accept. */
    void run(Outcome outcome) {
        if (!newer.isEmpty() && outcome instanceof Outcome.Applied) {
            throw rejected();
        }
    }

    private Rejected rejected() {
        Feature first =
                newer.stream().filter(feature -> !feature.parsed()).findFirst().orElse(newer.getFirst());
        String message = "PostgreSQL %s does not have %s".formatted(version, first.words());
        return new Rejected(new SqlError(first.state(), message, first.span(), null, new TooOld(version, newer)));
    }
}
