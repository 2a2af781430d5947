package dev.greenlight.postgres;

/** When a constraint is checked (manual CREATE TABLE, DEFERRABLE). */
public enum Deferral {
    NOT_DEFERRABLE,
    DEFERRABLE,
    INITIALLY_DEFERRED;

    /** Of the words that are written; what is deferred is deferrable. */
    public static Deferral of(boolean deferrable, boolean initiallyDeferred) {
        if (initiallyDeferred) {
            return INITIALLY_DEFERRED;
        }
        return deferrable ? DEFERRABLE : NOT_DEFERRABLE;
    }

    public boolean deferrable() {
        return this != NOT_DEFERRABLE;
    }
}
