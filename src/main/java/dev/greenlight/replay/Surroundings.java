package dev.greenlight.replay;

import dev.greenlight.sql.query.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What is around a statement that code runs; nothing is around one that stands in a file by itself.
 *
 * @param variables what a query sees around it
 * @param values what of that is known
 * @param depth how many routines call one another down to here
 * @param budget what is left of it for the code; null where there is no code
 * @param follows whether what the statement calls runs too
 */
record Surroundings(
        Scope variables,
        Variables values,
        int depth,
        @Nullable CodeBudget budget,
        boolean follows) {
    static final Surroundings NONE = new Surroundings(Scope.EMPTY, name -> null, 0, null, true);

    /** In code in which so much is known. */
    Surroundings within(Scope inner, Variables known, CodeBudget left) {
        return new Surroundings(inner, known, depth + 1, left, follows);
    }

    /** As these, but what is called does not run. */
    Surroundings withoutCalls() {
        return new Surroundings(variables, values, depth, budget, false);
    }
}
