package dev.greenlight.postgres;

/** How long a relation lives and whether it is logged (manual CREATE TABLE). */
public enum Persistence {
    PERMANENT,
    UNLOGGED,
    TEMPORARY
}
