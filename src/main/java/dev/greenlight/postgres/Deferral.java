package dev.greenlight.postgres;

/** When a constraint is checked (manual CREATE TABLE, DEFERRABLE). */
public enum Deferral {
    NOT_DEFERRABLE,
    DEFERRABLE,
    INITIALLY_DEFERRED;

    public boolean deferrable() {
        return this != NOT_DEFERRABLE;
    }
}
