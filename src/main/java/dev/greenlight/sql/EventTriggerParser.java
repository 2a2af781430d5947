package dev.greenlight.sql;

/** Reads CREATE EVENT TRIGGER and ALTER EVENT TRIGGER. */
final class EventTriggerParser {
    private EventTriggerParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "event", "trigger");
        Name name = NameParser.name(cursor);
        cursor.expectWord("on");
        Name event = NameParser.label(cursor);
        if (cursor.acceptWords("when")) {
            do {
                filter(cursor);
            } while (cursor.acceptWords("and"));
        }
        cursor.expectWord("execute");
        cursor.expectAnyWord("function", "procedure");
        ObjectName function = NameParser.functionName(cursor);
        cursor.expect(TokenKind.LEFT_PAREN);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new TriggerStatement.CreateEventTrigger(name, event, function, cursor.spanFrom(start));
    }

    private static void filter(Cursor cursor) {
        NameParser.name(cursor);
        cursor.expectWord("in");
        cursor.parenthesized(() -> SettingParser.string(cursor));
    }

    /** Begins behind the name. */
    static Statement alter(Cursor cursor, int start, ObjectName name) {
        int action = cursor.position();
        if (cursor.expectAnyWord("enable", "disable").equals("enable")) {
            cursor.acceptAnyWord("replica", "always");
        }
        return new TriggerStatement.AlterEventTrigger(
                name.parts().getLast(), cursor.tokensFrom(action), cursor.spanFrom(start));
    }
}
