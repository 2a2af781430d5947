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

    static Decoded decode(String raw, char escape) {
        boolean usable = !Characters.isHexDigit(escape) && !Characters.isSpace(escape) && "+'\"".indexOf(escape) < 0;
        return usable
                ? new UnicodeEscapes(raw, escape).decode()
                : Decoded.failed("invalid Unicode escape character \"" + escape + '"');
    }

    private Decoded decode() {
        int i = 0;
        while (i < raw.length()) {
            if (raw.charAt(i) != escape) {
                result.literal(raw.charAt(i));
                i++;
            } else if (raw.startsWith(String.valueOf(escape), i + 1)) {
                result.literal(escape);
                i += 2;
            } else {
                boolean six = raw.startsWith("+", i + 1);
                int first = i + (six ? 2 : 1);
                int length = six ? 6 : 4;
                int code = Hexadecimal.parse(raw, first, length);
                if (code == MALFORMED) {
                    return Decoded.failed("invalid Unicode escape: it must be \\XXXX or \\+XXXXXX");
                }
                result.escaped(code);
                i = first + length;
            }
        }
        return result.decoded();
    }
}
