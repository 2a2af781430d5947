package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/**
 * Makes the strings of words, folded, and of other short tokens. Few different ones make up most of a script, so those
 * made lately are kept by hash and given again. The table never grows; on a collision the newer one stays.
 */
final class Words {
    private static final int SIZE = 1 << 9;
    private static final int LONGEST_KEPT = 32;

    private final String text;
    private final @Nullable String[] kept = new @Nullable String[SIZE];

    Words(String text) {
        this.text = text;
    }

    /** The text itself. */
    String exact(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return keep(start, end, hash, false);
    }

    /** The text with ASCII letters in lower case and all others as they are, as servers with UTF-8 fold (manual 4.1.1). */
    String folded(int start, int end) {
        int hash = 0;
        boolean upper = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            upper |= isUpper(c);
            hash = hash * 31 + fold(c);
        }
        return keep(start, end, hash, upper);
    }

    private String keep(int start, int end, int hash, boolean upper) {
        if (end - start > LONGEST_KEPT) {
            return make(start, end, upper);
        }
        int slot = (hash ^ hash >>> 9) & SIZE - 1;
        String known = kept[slot];
        if (known == null || !matches(known, start, end, upper)) {
            known = make(start, end, upper);
            kept[slot] = known;
        }
        return known;
    }

    private boolean matches(String known, int start, int end, boolean upper) {
        if (!upper) {
            return known.length() == end - start && text.startsWith(known, start);
        }
        if (known.length() != end - start) {
            return false;
        }
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != fold(text.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }

    private String make(int start, int end, boolean upper) {
        if (!upper) {
            return text.substring(start, end);
        }
        StringBuilder folded = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    static char fold(char c) {
        return isUpper(c) ? (char) (c + ('a' - 'A')) : c;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
