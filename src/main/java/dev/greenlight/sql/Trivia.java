package dev.greenlight.sql;

/** Where white space and comments end; each method is given where one begins. */
final class Trivia {
    private final String text;
    private final int limit;

    Trivia(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    int spaceEnd(int start) {
        int i = start;
        while (i < limit && Characters.isSpace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    boolean isLineComment(int start) {
        return text.startsWith("--", start) && start + 2 <= limit;
    }

    boolean isBlockComment(int start) {
        return text.startsWith("/*", start) && start + 2 <= limit;
    }

    /** The end of the line, before what ends it. */
    int lineEnd(int start) {
        int i = start;
        while (i < limit && !Characters.isNewline(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Where the next line begins, or the limit. */
    int nextLine(int start) {
        int end = lineEnd(start);
        if (end + 1 < limit && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
            return end + 2;
        }
        return Math.min(end + 1, limit);
    }

    /** Block comments nest (manual 4.1.5). The result is -1 if it is never closed. */
    int blockCommentEnd(int start) {
        int depth = 1;
        for (int i = start + 2; i + 1 < limit; i++) {
            char c = text.charAt(i);
            if (c == '*' && text.charAt(i + 1) == '/') {
                i++;
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            } else if (c == '/' && text.charAt(i + 1) == '*') {
                i++;
                depth++;
            }
        }
        return -1;
    }

    /** Behind all white space and closed comments. */
    int skip(int start) {
        int i = spaceEnd(start);
        while (i < limit) {
            int end = commentEnd(i);
            if (end < 0) {
                return i;
            }
            i = spaceEnd(end);
        }
        return i;
    }

    private int commentEnd(int start) {
        if (isLineComment(start)) {
            return lineEnd(start);
        }
        return isBlockComment(start) ? blockCommentEnd(start) : -1;
    }

    /** The end without the white space before it. */
    int trimmedEnd(int start, int end) {
        int i = end;
        while (i > start && Characters.isSpace(text.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** Whether the last code in a part of a text is a semicolon; {@code before} if there is no code in it. */
    boolean endsStatement(int start, int end, boolean before) {
        int comment = text.indexOf("--", start, end);
        int last = (comment < 0 ? end : comment) - 1;
        while (last >= start && Characters.isSpace(text.charAt(last))) {
            last--;
        }
        return last < start ? before : text.charAt(last) == ';';
    }

    boolean hasNewline(Token token) {
        for (int i = token.start(); i < token.end(); i++) {
            if (Characters.isNewline(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
