package dev.greenlight.sql;

import dev.greenlight.postgres.Deferral;

/**
 * What may follow a constraint (manual CREATE TABLE and ALTER TABLE).
 *
 * @param notValid {@code NOT VALID}: existing rows are not checked
 * @param noInherit {@code NO INHERIT}: children do not get it
 * @param enforced {@code false} after {@code NOT ENFORCED} (PostgreSQL 18)
 */
public record ConstraintAttributes(
        boolean deferrable, boolean initiallyDeferred, boolean notValid, boolean noInherit, boolean enforced) {
    /** What holds when nothing is written. */
    public static final ConstraintAttributes NONE = new ConstraintAttributes(false, false, false, false, true);

    public Deferral deferral() {
        return Deferral.of(deferrable, initiallyDeferred);
    }
}
