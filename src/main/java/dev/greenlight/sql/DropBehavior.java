package dev.greenlight.sql;

/** What happens to the objects that depend on a dropped one (manual 5.15). */
public enum DropBehavior {
    /** The drop is refused; also what holds when neither word is written. */
    RESTRICT,
    /** They are dropped too. */
    CASCADE
}
