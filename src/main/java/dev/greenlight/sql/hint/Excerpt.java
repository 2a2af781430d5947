package dev.greenlight.sql.hint;

import dev.greenlight.source.Span;

/** A part of a text as a message quotes it: no more than one line, and not a long one. */
final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    static String of(String source, Span span) {
        int end = Math.min(span.end(), span.start() + LONGEST);
        for (int i = span.start(); i < end; i++) {
            if (source.charAt(i) == '\n' || source.charAt(i) == '\r') {
                end = i;
            }
        }
        if (end < span.end() && Character.isHighSurrogate(source.charAt(end - 1))) {
            end--;
        }
        return source.substring(span.start(), end) + (end < span.end() ? "…" : "");
    }
}
