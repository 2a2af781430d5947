package dev.greenlight.sql;

/**
 * Finds what a tool fills in before PostgreSQL sees the text: <code>${x}</code> (Flyway, Liquibase), <code>{{ x }}</code>
 * (Go and Jinja templates), and psql's {@code :x} in its forms. The first two may be a part of a name,
 * as in <code>tbl_${env}</code>; name and placeholder are then one token.
 */
final class Placeholders {
    /** Longer ones are no placeholders: the search for their end is bounded. */
    private static final int LONGEST = 256;

    private final String text;
    private final int limit;

    Placeholders(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /** The end of <code>${x}</code> or <code>{{ x }}</code>, or -1 if none begins here. */
    int templateEnd(int start) {
        if (start + 1 >= limit || text.charAt(start + 1) != '{') {
            return -1;
        }
        return switch (text.charAt(start)) {
            case '$' -> end(start, "}");
            case '{' -> end(start, "}}");
            default -> -1;
        };
    }

    private int end(int start, String close) {
        int within = Math.min(limit, start + LONGEST);
        int end = text.indexOf(close, start + 2, within);
        boolean filled = end > start + 2;
        for (int i = start + 2; i < end; i++) {
            filled &= !Characters.isNewline(text.charAt(i));
        }
        return filled ? end + close.length() : -1;
    }

    /** The end of the name that goes on from here, if name characters and placeholders are taken together. */
    int nameEnd(int start) {
        int i = start;
        while (i < limit) {
            int end = templateEnd(i);
            if (end < 0 && !Characters.isWordPart(text.charAt(i))) {
                return i;
            }
            i = end < 0 ? i + 1 : end;
        }
        return i;
    }

    /** A token from a name, or a template, and all that adjoins it. */
    Token template(int start) {
        int end = nameEnd(start);
        int only = templateEnd(start);
        if (only != end) {
            return new Token(TokenKind.PLACEHOLDER, start, end, text.substring(start, end));
        }
        int marks = text.charAt(start) == '$' ? 1 : 2;
        return new Token(
                TokenKind.PLACEHOLDER,
                start,
                end,
                text.substring(start + 2, end - marks).strip());
    }

    /** The end of psql's {@code :x}, {@code :'x'}, {@code :"x"} or <code>:{?x}</code>, or -1 (psql, SQL Interpolation). */
    int variableEnd(int start) {
        String close = close(start + 1);
        int name = nameStart(start);
        int end = name;
        while (end < limit && Characters.isTagPart(text.charAt(end))) {
            end++;
        }
        boolean closed = end + close.length() <= limit && text.startsWith(close, end);
        return end > name && closed ? end + close.length() : -1;
    }

    Token variable(int start, int end) {
        String name = text.substring(nameStart(start), end - close(start + 1).length());
        return new Token(TokenKind.PLACEHOLDER, start, end, name);
    }

    private int nameStart(int colon) {
        boolean test = text.startsWith("{?", colon + 1);
        return colon + (test ? 3 : close(colon + 1).isEmpty() ? 1 : 2);
    }

    private String close(int open) {
        return switch (open < limit ? text.charAt(open) : 0) {
            case '\'' -> "'";
            case '"' -> "\"";
            case '{' -> text.startsWith("{?", open) ? "}" : "";
            default -> "";
        };
    }
}
