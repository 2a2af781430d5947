package dev.greenlight.postgres;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How names are written and how long they can be (manual 4.1.1). */
public final class Identifiers {
    /** In bytes: {@code NAMEDATALEN} is 64. */
    public static final int MAXIMUM_LENGTH = 63;

    private static final class Loaded {
        /** All but the unreserved ones (manual appendix C). */
        static final Map<String, String> KEYWORDS = DataFile.index("keywords.txt", 1);
    }

    private Identifiers() {}

    /** The name as SQL; in quotes only if it has to be, as {@code quote_ident} does (manual 9.4). */
    public static String quote(String name) {
        return isPlain(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The name as SQL, always with its schema. */
    public static String quote(QualifiedName name) {
        return quote(name.schema()) + "." + quote(name.name());
    }

    private static boolean isPlain(String name) {
        if (name.isEmpty() || isDigit(name.charAt(0))) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c == '_' || isDigit(c))) {
                return false;
            }
        }
        return !Loaded.KEYWORDS.containsKey(name);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The name as PostgreSQL keeps it: what goes beyond 63 bytes of UTF-8 is cut off, never within a character. */
    public static String truncate(String name) {
        return clip(name, MAXIMUM_LENGTH);
    }

    /** How long the name is as PostgreSQL counts, in bytes of UTF-8. */
    static int length(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As many whole characters as fit into so many bytes. */
    public static String clip(String name, int bytes) {
        int used = 0;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            used += width(name.codePointAt(i));
            if (used > bytes) {
                return name.substring(0, i);
            }
        }
        return name;
    }

    private static int width(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    /** Such as {@code (id, "Total")}. */
    public static String list(Stream<String> names) {
        return names.map(Identifiers::quote).collect(Collectors.joining(", ", "(", ")"));
    }
}
