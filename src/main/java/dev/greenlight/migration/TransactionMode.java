package dev.greenlight.migration;

/** How a tool sends a migration to the server, which decides what shares a transaction. */
public enum TransactionMode {
    /** Each statement by itself. */
    NONE,
    /** The whole file as one simple query: an implicit transaction (manual 54.2.2.1). */
    IMPLICIT,
    /** The tool wraps the file in BEGIN and COMMIT. */
    MIGRATION,
    /** The tool wraps all pending files in one BEGIN and COMMIT. */
    RUN
}
