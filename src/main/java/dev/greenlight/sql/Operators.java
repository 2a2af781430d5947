package dev.greenlight.sql;

/**
 * Where an operator ends (manual 4.1.3). A run of operator characters stops before a comment, and loses the signs at
 * its end unless it has a character that no standard operator has. A run may so give many operators: it is measured
 * once for all of them, else a long row of plus signs would take the square of its length.
 */
final class Operators {
    private final String text;
    private final int limit;
    private int runStart;
    private int runEnd;
    private int signsStart;
    private int lastAllowing;

    Operators(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /** @param start at an operator character with which no comment begins */
    int end(int start) {
        if (start < runStart || start >= runEnd) {
            measure(start);
        }
        boolean keepsSigns = lastAllowing >= start;
        return keepsSigns ? runEnd : Math.max(start + 1, signsStart);
    }

    private void measure(int start) {
        runStart = start;
        signsStart = start;
        lastAllowing = -1;
        int i = start;
        while (i < limit && Characters.isOperator(text.charAt(i)) && (i == start || !isComment(i))) {
            char c = text.charAt(i);
            i++;
            if (c != '+' && c != '-') {
                signsStart = i;
            }
            if (Characters.allowsTrailingSign(c)) {
                lastAllowing = i - 1;
            }
        }
        runEnd = i;
    }

    private boolean isComment(int i) {
        return i + 1 < limit && (text.startsWith("--", i) || text.startsWith("/*", i));
    }
}
