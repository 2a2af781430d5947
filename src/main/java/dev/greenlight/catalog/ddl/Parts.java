package dev.greenlight.catalog.ddl;

import java.util.ArrayList;
import java.util.List;

/** Takes the text of an expression apart at its outermost level: outside of parentheses and quotes. */
final class Parts {
    private Parts() {}

    /** @param separator a word, or a comma */
    static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at = next(text, at)) {
            if (isAt(text, at, separator)) {
                parts.add(text.substring(start, at).strip());
                start = at + separator.length();
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }

    private static boolean isAt(String text, int at, String separator) {
        int end = at + separator.length();
        boolean word = Character.isLetter(separator.charAt(0));
        return text.regionMatches(true, at, separator, 0, separator.length())
                && (!word || isBoundary(text, at - 1) && isBoundary(text, end));
    }

    private static boolean isBoundary(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isJavaIdentifierPart(text.charAt(at));
    }

    /** Behind what begins here: a character, or all that is in quotes or parentheses. */
    private static int next(String text, int at) {
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            int end = text.indexOf(first, at + 1);
            return end < 0 ? text.length() : end + 1;
        }
        if (first != '(') {
            return at + 1;
        }
        int inner = at + 1;
        while (inner < text.length() && text.charAt(inner) != ')') {
            inner = next(text, inner);
        }
        return Math.min(inner + 1, text.length());
    }

    static String withoutParentheses(String text) {
        String bare = text.strip();
        while (bare.startsWith("(") && next(bare, 0) == bare.length()) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        return bare;
    }
}
