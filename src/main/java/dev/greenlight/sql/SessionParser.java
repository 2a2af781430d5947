package dev.greenlight.sql;

import java.util.Locale;
import java.util.Set;

/** Reads the statements on the session that no other room asks about: LISTEN, DISCARD, FETCH and their kin. */
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
        String kind = kind(cursor);
        return new SessionStatement.Session(kind, cursor.spanFrom(start));
    }

    private static String kind(Cursor cursor) {
        if (!cursor.isAnyWord(VERBS)) {
            throw cursor.failExpected("a statement");
        }
        String verb = cursor.next().value();
        switch (verb) {
            case "show" -> SetParser.resetName(cursor);
            case "listen" -> NameParser.name(cursor);
            case "notify" -> notification(cursor);
            case "unlisten" -> nameOr(cursor, cursor.acceptOperator("*"));
            case "load" -> SettingParser.string(cursor);
            case "fetch", "move" -> fetch(cursor);
            case "discard" -> {
                return discard(cursor);
            }
            case "deallocate" -> {
                return deallocate(cursor);
            }
            case "close" -> {
                return nameOr(cursor, cursor.acceptWords("all")) ? "CLOSE CURSOR" : "CLOSE CURSOR ALL";
            }
            default -> {}
        }
        return verb.toUpperCase(Locale.ROOT);
    }

    private static String discard(Cursor cursor) {
        String what = cursor.expectAnyWord("all", "plans", "sequences", "temp", "temporary");
        return "DISCARD " + (what.equals("temporary") ? "TEMP" : what.toUpperCase(Locale.ROOT));
    }

    /** Whether it was a name. */
    private static boolean nameOr(Cursor cursor, boolean all) {
        if (!all) {
            NameParser.name(cursor);
        }
        return !all;
    }

    private static void notification(Cursor cursor) {
        NameParser.name(cursor);
        if (cursor.accept(TokenKind.COMMA)) {
            SettingParser.string(cursor);
        }
    }

    /** A prepared statement may itself be called {@code prepare}. */
    private static String deallocate(Cursor cursor) {
        if (!cursor.peek(1).is(TokenKind.WHITESPACE)) {
            cursor.acceptWords("prepare");
        }
        return nameOr(cursor, cursor.acceptWords("all")) ? "DEALLOCATE" : "DEALLOCATE ALL";
    }

    /** {@code [direction] [FROM | IN] cursor} (manual FETCH). */
    private static void fetch(Cursor cursor) {
        if (!isCursorName(cursor)) {
            direction(cursor);
            cursor.acceptAnyWord("from", "in");
        }
        NameParser.name(cursor);
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
