package dev.greenlight.replay;

import dev.greenlight.sql.query.Scope;

/**
 * What is around a statement that code runs; nothing is around one that stands in a file by itself.
 *
 * @param variables what a query sees around it
 * @param values what of that is known
 * @param depth how many routines call one another down to here
 */
record Surroundings(Scope variables, Variables values, int depth) {
    static final Surroundings NONE = new Surroundings(Scope.EMPTY, name -> null, 0);

    /** Whether code runs the statement. */
    boolean isCode() {
        return depth > 0;
    }
}
