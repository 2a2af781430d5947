package dev.greenlight.sql.hint;

/** Where a token stands on its line. */
final class Lines {
    private Lines() {}

    static boolean beginsLine(String source, int start) {
        int i = start - 1;
        while (i >= 0 && isBlank(source.charAt(i))) {
            i--;
        }
        return i < 0 || isNewline(source.charAt(i));
    }

    static boolean endsLine(String source, int end) {
        int i = end;
        while (i < source.length() && isBlank(source.charAt(i))) {
            i++;
        }
        return i == source.length() || isNewline(source.charAt(i));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }
}
