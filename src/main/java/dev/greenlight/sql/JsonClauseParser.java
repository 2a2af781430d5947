package dev.greenlight.sql;

import java.util.Locale;
import java.util.Set;

/** Finds where the clauses end that SQL/JSON functions and JSON_TABLE share; each may be missing but the value. */
final class JsonClauseParser {
    private static final Set<String> ENCODINGS = Set.of("utf8", "utf16", "utf32");

    private JsonClauseParser() {}

    /** An expression with {@code FORMAT JSON} behind it. */
    static boolean value(Cursor cursor) {
        ExpressionParser.skip(cursor);
        format(cursor);
        return true;
    }

    /** {@code FORMAT JSON [ENCODING name]}; says whether it stands here. */
    static boolean format(Cursor cursor) {
        boolean formatted = cursor.acceptWords("format", "json");
        if (formatted && cursor.acceptWords("encoding")) {
            encoding(cursor);
        }
        return formatted;
    }

    private static void encoding(Cursor cursor) {
        Token token = cursor.peek();
        NameParser.name(cursor);
        if (!ENCODINGS.contains(token.value().toLowerCase(Locale.ROOT))) {
            throw new ParseFailure(token, "unrecognized JSON encoding: " + token.value());
        }
    }

    static void returning(Cursor cursor) {
        if (cursor.acceptWords("returning")) {
            TypeNameParser.type(cursor);
            format(cursor);
        }
    }

    /** {@code NULL ON NULL} or {@code ABSENT ON NULL}. */
    static void nulls(Cursor cursor) {
        if (cursor.acceptAnyWord("null", "absent").isPresent()) {
            cursor.expectWords("on", "null");
        }
    }

    /** {@code WITH UNIQUE [KEYS]} or {@code WITHOUT UNIQUE [KEYS]}. */
    static void uniqueness(Cursor cursor) {
        if (cursor.acceptAnyWord("with", "without").isPresent()) {
            cursor.expectWord("unique");
            cursor.acceptWords("keys");
        }
    }

    /** {@code PASSING value AS name, …}. */
    static void passing(Cursor cursor) {
        if (cursor.acceptWords("passing")) {
            cursor.commaSeparated(() -> {
                value(cursor);
                cursor.expectWord("as");
                return NameParser.label(cursor);
            });
        }
    }

    /** {@code WITHOUT [ARRAY] WRAPPER} or {@code WITH [CONDITIONAL | UNCONDITIONAL] [ARRAY] WRAPPER}. */
    static void wrapper(Cursor cursor) {
        boolean with = cursor.acceptWords("with");
        if (!with && !cursor.acceptWords("without")) {
            return;
        }
        if (with) {
            cursor.acceptAnyWord("conditional", "unconditional");
        }
        cursor.acceptWords("array");
        cursor.expectWord("wrapper");
    }

    /** {@code KEEP QUOTES} or {@code OMIT QUOTES}, {@code ON SCALAR STRING}. */
    static void quotes(Cursor cursor) {
        if (cursor.acceptAnyWord("keep", "omit").isPresent()) {
            cursor.expectWord("quotes");
            if (cursor.acceptWords("on")) {
                cursor.expectWords("scalar", "string");
            }
        }
    }

    /** {@code behaviour ON EMPTY behaviour ON ERROR}, of which one or both may be missing. */
    static void onEmptyOrError(Cursor cursor) {
        if (behaviour(cursor) && on(cursor).equals("empty") && behaviour(cursor)) {
            cursor.expectWords("on", "error");
        }
    }

    static void onError(Cursor cursor) {
        if (behaviour(cursor)) {
            cursor.expectWords("on", "error");
        }
    }

    private static String on(Cursor cursor) {
        cursor.expectWord("on");
        return cursor.expectAnyWord("empty", "error");
    }

    private static boolean behaviour(Cursor cursor) {
        if (cursor.acceptWords("default")) {
            ExpressionParser.skip(cursor);
            return true;
        }
        if (cursor.acceptWords("empty")) {
            cursor.acceptAnyWord("array", "object");
            return true;
        }
        return cursor.acceptAnyWord("error", "null", "true", "false", "unknown").isPresent();
    }
}
