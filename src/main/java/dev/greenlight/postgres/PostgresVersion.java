package dev.greenlight.postgres;

import java.util.Optional;

/** A major version of PostgreSQL that is modelled: 12 to 18. */
public record PostgresVersion(int major) implements Comparable<PostgresVersion> {
    public static final PostgresVersion OLDEST = new PostgresVersion(12);
    public static final PostgresVersion NEWEST = new PostgresVersion(18);

    /** Reads {@code 15} or {@code 15.4}; empty for anything else and for versions that are not modelled. */
    public static Optional<PostgresVersion> parse(String text) {
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,4})?")) {
            return Optional.empty();
        }
        PostgresVersion version = new PostgresVersion(Integer.parseInt(text.split("\\.")[0]));
        return version.isAtLeast(OLDEST.major) && NEWEST.isAtLeast(version.major)
                ? Optional.of(version)
                : Optional.empty();
    }

    public boolean isAtLeast(int other) {
        return major >= other;
    }

    @Override
    public int compareTo(PostgresVersion other) {
        return Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return Integer.toString(major);
    }
}
