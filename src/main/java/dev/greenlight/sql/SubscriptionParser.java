package dev.greenlight.sql;

/** Reads CREATE SUBSCRIPTION and ALTER SUBSCRIPTION. */
final class SubscriptionParser {
    private SubscriptionParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "subscription");
        Definition definition =
                Definition.create(cursor, start, ObjectType.SUBSCRIPTION, Definition.unqualified(cursor));
        cursor.expectWord("connection");
        SettingParser.string(cursor);
        cursor.expectWord("publication");
        publications(cursor);
        return definition.end();
    }

    private static void publications(Cursor cursor) {
        cursor.commaSeparated(() -> NameParser.name(cursor));
        options(cursor);
    }

    private static void options(Cursor cursor) {
        if (cursor.acceptWords("with")) {
            SettingParser.definition(cursor);
        }
    }

    /** Begins behind the name. */
    static void alter(Cursor cursor) {
        switch (cursor.expectAnyWord("set", "connection", "refresh", "add", "drop", "enable", "disable", "skip")) {
            case "set" -> set(cursor);
            case "connection" -> SettingParser.string(cursor);
            case "refresh" -> {
                cursor.expectWord("publication");
                options(cursor);
            }
            case "add", "drop" -> {
                cursor.expectWord("publication");
                publications(cursor);
            }
            case "skip" -> SettingParser.definition(cursor);
            default -> {}
        }
    }

    private static void set(Cursor cursor) {
        if (cursor.acceptWords("publication")) {
            publications(cursor);
        } else {
            SettingParser.definition(cursor);
        }
    }
}
