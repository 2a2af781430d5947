package dev.greenlight.sql;

/** Decodes {@code \XXXX} and {@code \+XXXXXX} in {@code U&'…'} and {@code U&"…"} (manual 4.1.2.3). */
final class UnicodeEscapes {
    private static final int MALFORMED = -1;

    private final String raw;
    private final char escape;
    private final CodePoints result = new CodePoints();

    private UnicodeEscapes(String raw, char escape) {
        this.raw = raw;
        this.escape = escape;
    }

    static Decoded decode(QuotedPieces pieces, char escape) {
        Decoded decoded = new UnicodeEscapes(pieces.joined(), escape).decode();
        return decoded.problem() == null ? decoded : Decoded.failed(decoded.problem(), pieces.place(decoded.at()));
    }

    private Decoded decode() {
        int i = 0;
        while (i < raw.length() && !result.failed()) {
            result.at(i);
            if (raw.charAt(i) != escape) {
                result.literal(raw.charAt(i));
                i++;
            } else if (raw.startsWith(String.valueOf(escape), i + 1)) {
                result.literal(escape);
                i += 2;
            } else {
                i = escaped(i + 1);
            }
        }
        result.at(raw.length());
        return result.decoded();
    }

    /** Behind an escape, of which all that follows the escape character begins here. */
    private int escaped(int start) {
        boolean six = raw.startsWith("+", start);
        int first = six ? start + 1 : start;
        int length = six ? 6 : 4;
        int code = Hexadecimal.parse(raw, first, length);
        if (code == MALFORMED) {
            result.fail("invalid Unicode escape: it must be \\XXXX or \\+XXXXXX");
        } else {
            result.escaped(code);
        }
        return first + length;
    }
}
