package dev.greenlight.effect;

import dev.greenlight.postgres.PostgresVersion;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The server and session that a step is judged for.
 *
 * @param timezone the session's TimeZone; empty if unknown
 */
public record Server(PostgresVersion version, Optional<ZoneId> timezone) {
    /** For questions to which the answer is the same on all. */
    static final Server ANY = new Server(PostgresVersion.NEWEST, Optional.empty());
}
