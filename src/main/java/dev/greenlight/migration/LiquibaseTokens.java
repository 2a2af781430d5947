package dev.greenlight.migration;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SQL in the pieces that Liquibase's own lexer sees (its SimpleSqlGrammar), which is PostgreSQL's only in the main: it
 * knows no dollar quotes and no comments in comments, and a backslash may stand before a quote that does not close.
 */
final class LiquibaseTokens {
    private final String text;
    /** What was opened and never closed: it is not looked for again. */
    private final Set<String> unclosed = new HashSet<>();
    /** Where the line ends in which a name in other quotes is not closed, by what would close it. */
    private final Map<Character, Integer> unclosedNames = new HashMap<>();

    private LiquibaseTokens(String text) {
        this.text = text;
    }

    /** All but comments, if these are not wanted. */
    static List<Span> of(String text, boolean withComments) {
        LiquibaseTokens tokens = new LiquibaseTokens(text);
        List<Span> all = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int comment = tokens.commentEnd(start);
            int end = comment < 0 ? tokens.end(start) : comment;
            if (comment < 0 || withComments) {
                all.add(new Span(start, end));
            }
            start = end;
        }
        return all;
    }

    private int commentEnd(int start) {
        if (text.startsWith("--", start)) {
            return lineEnd(start);
        }
        return text.startsWith("/*", start) ? behind("*/", start + 2) : -1;
    }

    private int behind(String close, int from) {
        int at = unclosed.contains(close) ? -1 : text.indexOf(close, from);
        if (at < 0) {
            unclosed.add(close);
        }
        return at < 0 ? -1 : at + close.length();
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int end(int start) {
        char c = text.charAt(start);
        if (isSpace(c)) {
            return spaceEnd(start);
        }
        if (isNameStart(c)) {
            return nameEnd(start);
        }
        return switch (c) {
            case '\'', '"' -> Math.max(start + 1, quoteEnd(start));
            case '`' -> nameEnd(start, '`');
            case '[' -> isNumberNext(start) ? start + 1 : nameEnd(start, ']');
            default -> digitsEnd(start);
        };
    }

    private int spaceEnd(int start) {
        int end = start;
        while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** With the names behind dots. */
    private int nameEnd(int start) {
        int end = start + 1;
        while (end < text.length() && (isNamePart(text.charAt(end)) || isDotBeforeName(end))) {
            end++;
        }
        return end;
    }

    private boolean isDotBeforeName(int at) {
        return text.charAt(at) == '.' && at + 1 < text.length() && isNameStart(text.charAt(at + 1));
    }

    private boolean isNumberNext(int start) {
        return start + 1 < text.length() && isDigit(text.charAt(start + 1));
    }

    /** Of a name in other quotes, which has at least one character and no line end, but for the first in brackets. */
    private int nameEnd(int start, char close) {
        int known = unclosedNames.getOrDefault(close, 0);
        int end = Math.max(start + 1, known);
        while (end < text.length()
                && text.charAt(end) != close
                && (close == ']' && end == start + 1 || !isLineEnd(text.charAt(end)))) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == close) {
            return end == start + 1 ? end : end + 1;
        }
        unclosedNames.merge(close, end, Math::max);
        return start + 1;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private int digitsEnd(int start) {
        int end = start + 1;
        while (isDigit(text.charAt(start)) && end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /**
     * Behind the quote that closes. A doubled one does not, nor does one behind a backslash; but if no other one
     * closes, the last of those does. -1 if there is none.
     */
    private int quoteEnd(int start) {
        char quote = text.charAt(start);
        String mark = String.valueOf(quote);
        int at = unclosed.contains(mark) ? text.length() : start + 1;
        int closed = -1;
        while (at < text.length()) {
            boolean paired = text.startsWith(mark, at + 1);
            char c = text.charAt(at);
            if (c == quote && !paired) {
                return at + 1;
            }
            if (paired && (c == quote || c == '\\')) {
                closed = c == quote ? at + 1 : at + 2;
            }
            at += c == quote || c == '\\' ? 2 : 1;
        }
        unclosed.add(mark);
        return closed;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == '$' || c == '#' || c == '@';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
