package dev.greenlight.sql;

/**
 * Where to go on behind a quote or comment that is never closed: at the next line that begins with the first word of a
 * statement, if the last line of code before it ends with a semicolon. That is a guess. It may be wrong inside the body
 * of a function; but the script is broken anyway, and statements behind the mistake are better read than lost.
 */
final class Recovery {
    private Recovery() {}

    /** The first such line that begins behind {@code from} and before {@code to}, or -1. */
    static int resume(String text, int from, int to) {
        Trivia trivia = new Trivia(text, to);
        boolean ended = false;
        int start = from;
        int next = trivia.nextLine(start);
        while (next < to) {
            ended = trivia.endsStatement(start, next, ended);
            if (ended && StatementWords.outsideBodyAt(text, next, to)) {
                return next;
            }
            start = next;
            next = trivia.nextLine(start);
        }
        return -1;
    }
}
