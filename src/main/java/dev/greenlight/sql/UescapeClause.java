package dev.greenlight.sql;

/**
 * The clause that names another escape character than the backslash: {@code U&"d!0061ta" UESCAPE '!'} (manual 4.1.1,
 * 4.1.2.3).
 *
 * @param end where the literal ends, the clause included if there is one
 */
record UescapeClause(int end, char escape) {
    private static final String WORD = "uescape";

    static UescapeClause read(String text, int limit, Trivia trivia, int literalEnd) {
        UescapeClause none = new UescapeClause(literalEnd, '\\');
        int word = trivia.skip(literalEnd);
        if (!text.regionMatches(true, word, WORD, 0, WORD.length())) {
            return none;
        }
        int open = trivia.skip(word + WORD.length());
        boolean one = open + 3 <= limit
                && text.charAt(open) == '\''
                && text.charAt(open + 1) != '\''
                && text.charAt(open + 2) == '\'';
        return one ? new UescapeClause(open + 3, text.charAt(open + 1)) : none;
    }
}
