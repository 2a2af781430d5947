package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/**
 * The clause that names another escape character than the backslash: {@code U&"d!0061ta" UESCAPE '!'} (manual 4.1.1,
 * 4.1.2.3). What follows the word must be a string of one character that can be none of an escape; PostgreSQL points at
 * it if it is not (parser.c, {@code base_yylex}).
 *
 * @param end where the literal ends, the clause included if there is one
 * @param problem why the clause names no character; null if it does, or is not there
 * @param at where the problem is
 */
record UescapeClause(int end, char escape, @Nullable String problem, int at) {
    private static final String WORD = "uescape";

    static UescapeClause read(String text, int limit, Trivia trivia, int literalEnd) {
        int word = trivia.skip(literalEnd);
        int wordEnd = word + WORD.length();
        boolean there = wordEnd <= limit
                && text.regionMatches(true, word, WORD, 0, WORD.length())
                && (wordEnd == limit || !Characters.isWordPart(text.charAt(wordEnd)));
        return there
                ? behindWord(text, limit, wordEnd, trivia.skip(wordEnd))
                : new UescapeClause(literalEnd, '\\', null, 0);
    }

    private static UescapeClause behindWord(String text, int limit, int wordEnd, int open) {
        if (open == limit || text.charAt(open) != '\'') {
            int at = open == limit ? wordEnd : open;
            return new UescapeClause(wordEnd, '\\', "UESCAPE must be followed by a simple string literal", at);
        }
        boolean one = open + 3 <= limit && text.charAt(open + 1) != '\'' && text.charAt(open + 2) == '\'';
        if (!one) {
            return new UescapeClause(wordEnd, '\\', "invalid Unicode escape character", open);
        }
        char escape = text.charAt(open + 1);
        String problem = isUsable(escape) ? null : "invalid Unicode escape character \"" + escape + '"';
        return new UescapeClause(open + 3, escape, problem, open);
    }

    private static boolean isUsable(char escape) {
        return !Characters.isHexDigit(escape) && !Characters.isSpace(escape) && "+'\"".indexOf(escape) < 0;
    }
}
