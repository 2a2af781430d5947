package dev.greenlight.sql;

import dev.greenlight.sql.TriggerStatement.EventFilter;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE EVENT TRIGGER and ALTER EVENT TRIGGER. */
final class EventTriggerParser {
    private EventTriggerParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "event", "trigger");
        Name name = NameParser.name(cursor);
        cursor.expectWord("on");
        Name event = NameParser.label(cursor);
        List<EventFilter> filters = filters(cursor);
        cursor.expectWord("execute");
        cursor.expectAnyWord("function", "procedure");
        ObjectName function = NameParser.functionName(cursor);
        cursor.expect(TokenKind.LEFT_PAREN);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new TriggerStatement.CreateEventTrigger(name, event, filters, function, cursor.spanFrom(start));
    }

    private static List<EventFilter> filters(Cursor cursor) {
        List<EventFilter> filters = new ArrayList<>();
        if (cursor.acceptWords("when")) {
            do {
                filters.add(filter(cursor));
            } while (cursor.acceptWords("and"));
        }
        return filters;
    }

    private static EventFilter filter(Cursor cursor) {
        int start = cursor.position();
        Name variable = NameParser.name(cursor);
        cursor.expectWord("in");
        List<Token> values = cursor.parenthesized(() -> SettingParser.string(cursor));
        return new EventFilter(variable, values, cursor.spanFrom(start));
    }

    /** Begins behind the name. */
    static Statement alter(Cursor cursor, int start, ObjectName name) {
        AlterTableAction.Switch state = SwitchParser.state(cursor);
        return new TriggerStatement.SwitchEventTrigger(name.parts().getLast(), state, cursor.spanFrom(start));
    }
}
