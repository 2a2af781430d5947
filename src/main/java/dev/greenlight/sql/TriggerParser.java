package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CREATE TRIGGER. */
final class TriggerParser {
    private TriggerParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        boolean orReplace = cursor.acceptWords("or", "replace");
        boolean constraint = !orReplace && cursor.acceptWords("constraint");
        cursor.expectWord("trigger");
        Name name = NameParser.name(cursor);
        String timing = timing(cursor, constraint);
        Events events = events(cursor);
        cursor.expectWord("on");
        ObjectName table = NameParser.objectName(cursor);
        ObjectName referenced = constraint ? constraintClauses(cursor) : null;
        List<TriggerStatement.TransitionTable> transitions = transitionTables(cursor, constraint);
        boolean forEachRow = forEachRow(cursor, constraint);
        Expression when = when(cursor);
        ObjectName function = execute(cursor);
        return new TriggerStatement.CreateTrigger(
                name,
                table,
                orReplace,
                constraint,
                timing,
                events.names(),
                events.columns(),
                referenced,
                transitions,
                forEachRow,
                when,
                function,
                cursor.spanFrom(start));
    }

    private static String timing(Cursor cursor, boolean constraint) {
        if (constraint) {
            cursor.expectWord("after");
            return "after";
        }
        String timing = cursor.expectAnyWord("before", "after", "instead");
        if (!timing.equals("instead")) {
            return timing;
        }
        cursor.expectWord("of");
        return "instead of";
    }

    /** @param columns those of {@code UPDATE OF} */
    private record Events(List<String> names, List<Name> columns) {}

    private static Events events(Cursor cursor) {
        List<String> names = new ArrayList<>();
        List<Name> columns = new ArrayList<>();
        boolean repeated = false;
        do {
            String event = cursor.expectAnyWord("insert", "update", "delete", "truncate");
            repeated |= names.contains(event);
            names.add(event);
            if (event.equals("update") && cursor.acceptWords("of")) {
                columns.addAll(cursor.commaSeparated(() -> NameParser.name(cursor)));
            }
        } while (cursor.acceptWords("or"));
        if (repeated) {
            throw new ParseFailure(cursor.peek(), "duplicate trigger events specified");
        }
        return new Events(names, columns);
    }

    /** {@code [FROM table] [[NOT] DEFERRABLE] [INITIALLY …]}. */
    private static @Nullable ObjectName constraintClauses(Cursor cursor) {
        ObjectName referenced = cursor.acceptWords("from") ? NameParser.objectName(cursor) : null;
        ConstraintAttributesParser.permitted(cursor, "TRIGGER", Set.of("deferrable", "initially deferred"));
        return referenced;
    }

    /** {@code REFERENCING NEW TABLE AS name …}. */
    private static List<TriggerStatement.TransitionTable> transitionTables(Cursor cursor, boolean constraint) {
        List<TriggerStatement.TransitionTable> tables = new ArrayList<>();
        if (constraint || !cursor.acceptWords("referencing")) {
            return tables;
        }
        do {
            boolean isNew = cursor.expectAnyWord("new", "old").equals("new");
            boolean row = cursor.expectAnyWord("table", "row").equals("row");
            cursor.acceptWords("as");
            tables.add(new TriggerStatement.TransitionTable(isNew, row, NameParser.name(cursor)));
        } while (cursor.isAnyWord("new", "old"));
        return tables;
    }

    /** Without the clause a trigger is one for each statement. */
    private static boolean forEachRow(Cursor cursor, boolean constraint) {
        if (constraint) {
            cursor.expectWords("for", "each", "row");
            return true;
        }
        if (!cursor.acceptWords("for")) {
            return false;
        }
        cursor.acceptWords("each");
        return cursor.expectAnyWord("row", "statement").equals("row");
    }

    private static @Nullable Expression when(Cursor cursor) {
        if (!cursor.acceptWords("when")) {
            return null;
        }
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression condition = ExpressionParser.expression(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return condition;
    }

    private static ObjectName execute(Cursor cursor) {
        cursor.expectWord("execute");
        cursor.expectAnyWord("function", "procedure");
        ObjectName function = NameParser.functionName(cursor);
        cursor.expect(TokenKind.LEFT_PAREN);
        if (!cursor.is(TokenKind.RIGHT_PAREN)) {
            cursor.commaSeparated(() -> argument(cursor));
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        return function;
    }

    /** An argument is passed as a string; it may be written as a number or a word. */
    private static Token argument(Cursor cursor) {
        return switch (cursor.peek().kind()) {
            case WORD, QUOTED_IDENTIFIER, PLACEHOLDER, STRING, DOLLAR_STRING, INTEGER, NUMERIC -> cursor.next();
            default -> throw cursor.failExpected("a trigger's argument");
        };
    }
}
