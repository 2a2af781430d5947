package dev.greenlight.sql;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the statements on the session but SET and RESET: LISTEN, DISCARD, FETCH and their kin. */
final class SessionParser {
    private static final String[] VERBS = {
        "checkpoint", "close", "deallocate", "discard", "fetch", "listen", "load", "move", "notify", "show", "unlisten"
    };
    private static final Set<String> DIRECTIONS =
            Set.of("next", "prior", "first", "last", "absolute", "relative", "forward", "backward");

    private static final Set<String> COUNTED = Set.of("absolute", "relative");

    private SessionParser() {}

    static Statement parse(Cursor cursor) {
        int start = cursor.position();
        if (!cursor.isAnyWord(VERBS)) {
            throw cursor.failExpected("a statement");
        }
        String verb = cursor.next().value();
        return switch (verb) {
            case "listen", "notify", "unlisten" -> channel(cursor, start, verb);
            case "close", "fetch", "move" -> cursor(cursor, start, verb);
            case "show" -> {
                String parameter = SetParser.resetName(cursor);
                yield new SessionStatement.Show(parameter, cursor.spanFrom(start));
            }
            case "discard" -> {
                String what = discarded(cursor);
                yield new SessionStatement.Discard(what, cursor.spanFrom(start));
            }
            case "deallocate" -> deallocate(cursor, start);
            case "load" -> {
                Token library = SettingParser.string(cursor);
                yield new SessionStatement.Load(library, cursor.spanFrom(start));
            }
            default -> new SessionStatement.Checkpoint(cursor.spanFrom(start));
        };
    }

    private static Statement channel(Cursor cursor, int start, String verb) {
        if (verb.equals("unlisten")) {
            Name channel = cursor.acceptOperator("*") ? null : NameParser.name(cursor);
            return new SessionStatement.Unlisten(channel, cursor.spanFrom(start));
        }
        Name channel = NameParser.name(cursor);
        if (verb.equals("listen")) {
            return new SessionStatement.Listen(channel, cursor.spanFrom(start));
        }
        Token payload = cursor.accept(TokenKind.COMMA) ? SettingParser.string(cursor) : null;
        return new SessionStatement.Notify(channel, payload, cursor.spanFrom(start));
    }

    private static Statement cursor(Cursor cursor, int start, String verb) {
        if (verb.equals("close")) {
            Name closed = nameOrAll(cursor);
            return new SessionStatement.CloseCursor(closed, cursor.spanFrom(start));
        }
        Name read = fetched(cursor);
        return new SessionStatement.Fetch(verb.equals("move"), read, cursor.spanFrom(start));
    }

    private static String discarded(Cursor cursor) {
        String what = cursor.expectAnyWord("all", "plans", "sequences", "temp", "temporary");
        return what.equals("temporary") ? "TEMP" : what.toUpperCase(Locale.ROOT);
    }

    private static @Nullable Name nameOrAll(Cursor cursor) {
        return cursor.acceptWords("all") ? null : NameParser.name(cursor);
    }

    /** A prepared statement may itself be called {@code prepare}. */
    private static Statement deallocate(Cursor cursor, int start) {
        if (!cursor.peek(1).is(TokenKind.WHITESPACE)) {
            cursor.acceptWords("prepare");
        }
        Name statement = nameOrAll(cursor);
        return new SessionStatement.Deallocate(statement, cursor.spanFrom(start));
    }

    /** {@code [direction] [FROM | IN] cursor} (manual FETCH). */
    private static Name fetched(Cursor cursor) {
        if (!isCursorName(cursor)) {
            direction(cursor);
            cursor.acceptAnyWord("from", "in");
        }
        return NameParser.name(cursor);
    }

    private static boolean isCursorName(Cursor cursor) {
        return cursor.peek(1).is(TokenKind.WHITESPACE)
                || NameParser.isName(cursor.peek(), Keywords::mayNameColumn)
                        && !DIRECTIONS.contains(cursor.peek().value());
    }

    private static void direction(Cursor cursor) {
        if (cursor.isAnyWord("from", "in")) {
            return;
        }
        if (cursor.isAnyWord("forward", "backward")) {
            cursor.next();
            if (!cursor.acceptWords("all") && isNumber(cursor)) {
                SettingParser.signedNumber(cursor);
            }
        } else if (COUNTED.contains(cursor.peek().value())) {
            cursor.next();
            SettingParser.signedNumber(cursor);
        } else if (isNumber(cursor)) {
            SettingParser.signedNumber(cursor);
        } else {
            cursor.expectAnyWord("next", "prior", "first", "last", "all");
        }
    }

    private static boolean isNumber(Cursor cursor) {
        return cursor.is(TokenKind.OPERATOR) || SettingParser.isNumber(cursor.peek());
    }
}
