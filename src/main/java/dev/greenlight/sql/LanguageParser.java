package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/** Reads CREATE LANGUAGE and CREATE ACCESS METHOD, which make PostgreSQL's own parts known to it. */
final class LanguageParser {
    private LanguageParser() {}

    static Statement createLanguage(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        boolean orReplace = cursor.acceptWords("or", "replace");
        boolean trusted = cursor.acceptWords("trusted");
        cursor.acceptWords("procedural");
        cursor.expectWord("language");
        Name name = NameParser.name(cursor);
        ObjectName handler = optionalFunction(cursor, "handler");
        ObjectName inline = handler == null ? null : optionalFunction(cursor, "inline");
        ObjectName validator = handler == null ? null : validator(cursor);
        return new LanguageStatement.CreateLanguage(
                name, orReplace, trusted, handler, inline, validator, cursor.spanFrom(start));
    }

    private static @Nullable ObjectName validator(Cursor cursor) {
        return cursor.acceptWords("no", "validator") ? null : optionalFunction(cursor, "validator");
    }

    private static @Nullable ObjectName optionalFunction(Cursor cursor, String word) {
        return cursor.acceptWords(word) ? NameParser.anyName(cursor) : null;
    }

    static Statement createAccessMethod(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "access", "method");
        Name name = NameParser.name(cursor);
        cursor.expectWord("type");
        String type = cursor.expectAnyWord("index", "table");
        cursor.expectWord("handler");
        ObjectName handler = NameParser.anyName(cursor);
        return new LanguageStatement.CreateAccessMethod(name, type, handler, cursor.spanFrom(start));
    }
}
