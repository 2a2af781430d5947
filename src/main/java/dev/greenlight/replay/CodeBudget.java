package dev.greenlight.replay;

/**
 * How many statements of code are still followed for one statement of a file. A loop over more is no migration that
 * somebody wants to read about, and routines that call one another may go on for ever.
 */
final class CodeBudget {
    static final int MOST_STATEMENTS = 5_000;

    private int left = MOST_STATEMENTS;

    /** Whether one more is followed. */
    boolean spend() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
