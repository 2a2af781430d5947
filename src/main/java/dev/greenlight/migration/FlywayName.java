package dev.greenlight.migration;

/**
 * What a file's name is to Flyway (Flyway's documentation, "Migrations", "Callback Events").
 *
 * @param version with dots; empty for a repeatable migration; the event of a callback
 */
record FlywayName(Kind kind, String version, String description) {
    enum Kind {
        VERSIONED,
        UNDO,
        /** Stands for all versions up to its own where none of them ran. */
        BASELINE,
        REPEATABLE,
        CALLBACK
    }

    boolean isMigration() {
        return kind == Kind.VERSIONED || kind == Kind.BASELINE || kind == Kind.REPEATABLE || kind == Kind.UNDO;
    }
}
