package dev.greenlight.sql;

import dev.greenlight.sql.ReplicationStatement.SubscriptionAction;
import java.util.List;

/** Reads CREATE SUBSCRIPTION and ALTER SUBSCRIPTION. */
final class SubscriptionParser {
    private SubscriptionParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "subscription");
        Name name = NameParser.name(cursor);
        cursor.expectWord("connection");
        Token connection = SettingParser.string(cursor);
        List<Name> publications = publications(cursor);
        List<Setting> options = options(cursor);
        return new ReplicationStatement.CreateSubscription(
                name, connection, publications, options, cursor.spanFrom(start));
    }

    private static List<Name> publications(Cursor cursor) {
        cursor.expectWord("publication");
        return cursor.commaSeparated(() -> NameParser.name(cursor));
    }

    private static List<Setting> options(Cursor cursor) {
        return cursor.acceptWords("with") ? SettingParser.definition(cursor) : List.of();
    }

    /** Begins behind the name. */
    static Statement alter(Cursor cursor, int start, Name name) {
        SubscriptionAction action = action(cursor);
        return new ReplicationStatement.AlterSubscription(name, action, cursor.spanFrom(start));
    }

    private static SubscriptionAction action(Cursor cursor) {
        return switch (cursor.expectAnyWord(
                "set", "connection", "refresh", "add", "drop", "enable", "disable", "skip")) {
            case "connection" -> new SubscriptionAction.Connect(SettingParser.string(cursor));
            case "refresh" -> {
                cursor.expectWord("publication");
                yield new SubscriptionAction.Refresh(options(cursor));
            }
            case "add" -> new SubscriptionAction.AddPublications(publications(cursor), options(cursor));
            case "drop" -> new SubscriptionAction.DropPublications(publications(cursor), options(cursor));
            case "enable" -> new SubscriptionAction.Enable();
            case "disable" -> new SubscriptionAction.Disable();
            case "skip" -> new SubscriptionAction.Skip(SettingParser.definition(cursor));
            default ->
                cursor.isWord("publication")
                        ? new SubscriptionAction.ReplacePublications(publications(cursor), options(cursor))
                        : new SubscriptionAction.SetOptions(SettingParser.definition(cursor));
        };
    }
}
