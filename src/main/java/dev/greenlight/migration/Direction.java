package dev.greenlight.migration;

/** Which way a migration goes. */
public enum Direction {
    UP,
    /** Undoes an up migration. */
    DOWN,
    /** Runs again: whenever its text changes, after all ups (Flyway's R), or whenever migrations run (its callbacks). */
    REPEATABLE
}
