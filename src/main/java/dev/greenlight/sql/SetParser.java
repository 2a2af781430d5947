package dev.greenlight.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads SET and RESET: of run-time parameters, of the role, of the transaction and of constraints. */
final class SetParser {
    private SetParser() {}

    static Statement set(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("set");
        if (cursor.isWord("constraints") && !isAssigned(cursor, 1)) {
            return constraints(cursor, start);
        }
        boolean local = scope(cursor);
        if (cursor.isWord("transaction") && !isAssigned(cursor, 1)) {
            return transaction(cursor, start);
        }
        if (cursor.isWord("session", "characteristics")) {
            return sessionCharacteristics(cursor, start);
        }
        return value(cursor, start, local);
    }

    /** {@code LOCAL} or {@code SESSION}; the latter also begins the names of two things that are set. */
    private static boolean scope(Cursor cursor) {
        if (isAssigned(cursor, 1)) {
            return false;
        }
        if (!cursor.isWord("session", "characteristics") && !cursor.isWord("session", "authorization")) {
            cursor.acceptWords("session");
        }
        return cursor.acceptWords("local");
    }

    /** Whether what stands before is the name of a parameter. */
    private static boolean isAssigned(Cursor cursor, int ahead) {
        return cursor.isWordAt(ahead, "to")
                || cursor.isOperatorAt(ahead, "=")
                || cursor.isWordAt(ahead, "from", "current")
                || cursor.peek(ahead).is(TokenKind.DOT);
    }

    private static Statement constraints(Cursor cursor, int start) {
        cursor.expectWord("constraints");
        List<ObjectName> names =
                cursor.acceptWords("all") ? List.of() : cursor.commaSeparated(() -> NameParser.objectName(cursor));
        boolean deferred = cursor.expectAnyWord("deferred", "immediate").equals("deferred");
        return new SessionStatement.SetConstraints(names, deferred, cursor.spanFrom(start));
    }

    private static Statement transaction(Cursor cursor, int start) {
        cursor.expectWord("transaction");
        if (cursor.acceptWords("snapshot")) {
            SettingParser.string(cursor);
        } else {
            TransactionParser.modes(cursor);
        }
        return new SessionStatement.SetTransaction(false, cursor.spanFrom(start));
    }

    private static Statement sessionCharacteristics(Cursor cursor, int start) {
        cursor.expectWords("session", "characteristics", "as", "transaction");
        TransactionParser.modes(cursor);
        return new SessionStatement.SetTransaction(true, cursor.spanFrom(start));
    }

    /** What follows SET also in CREATE FUNCTION, ALTER ROLE and ALTER DATABASE. */
    static SessionStatement value(Cursor cursor, int start, boolean local) {
        if (isAssigned(cursor, 1)) {
            return assignment(cursor, start, local);
        }
        return switch (cursor.peek().value()) {
            case "time" -> timeZone(cursor, start, local);
            case "names" -> encoding(cursor, start, local);
            case "schema" -> named(cursor, start, local, "search_path");
            case "xml" -> xmlOption(cursor, start, local);
            case "role" -> role(cursor, start, local);
            case "session" -> sessionAuthorization(cursor, start, local);
            default -> assignment(cursor, start, local);
        };
    }

    private static SessionStatement assignment(Cursor cursor, int start, boolean local) {
        String name = parameterName(cursor);
        if (cursor.acceptWords("from")) {
            cursor.expectWord("current");
            return parameter(cursor, start, name, local, List.of());
        }
        List<Token> values = assigned(cursor);
        return name.equals("role")
                ? roleTo(cursor, start, local, values)
                : parameter(cursor, start, name, local, values);
    }

    /** {@code TO values} or {@code = values}; none for DEFAULT. */
    static List<Token> assigned(Cursor cursor) {
        if (!cursor.acceptWords("to") && !cursor.acceptOperator("=")) {
            throw cursor.failExpected("TO or \"=\"");
        }
        return cursor.acceptWords("default") ? List.of() : cursor.commaSeparated(() -> value(cursor));
    }

    private static SessionStatement parameter(
            Cursor cursor, int start, String name, boolean local, List<Token> values) {
        return new SessionStatement.SetParameter(name, local, false, values, cursor.spanFrom(start));
    }

    /** {@code SET role TO …} is SET ROLE in other words. */
    private static SessionStatement roleTo(Cursor cursor, int start, boolean local, List<Token> values) {
        Name role =
                values.isEmpty() || values.getFirst().value().equals("none") ? null : NameParser.of(values.getFirst());
        return new SessionStatement.SetRole(role, local, false, cursor.spanFrom(start));
    }

    private static Token value(Cursor cursor) {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case STRING, DOLLAR_STRING, QUOTED_IDENTIFIER, PLACEHOLDER -> cursor.next();
            case WORD -> word(cursor);
            default -> number(cursor);
        };
    }

    private static Token word(Cursor cursor) {
        if (!cursor.isAnyWord("true", "false", "on")
                && !Keywords.mayNameRole(cursor.peek().value())) {
            throw cursor.failExpected("a value");
        }
        return cursor.next();
    }

    /** A number with its sign as one token. */
    private static Token number(Cursor cursor) {
        List<Token> number = SettingParser.signedNumber(cursor);
        if (number.size() == 1) {
            return number.getFirst();
        }
        Token digits = number.getLast();
        String value = number.getFirst().value() + digits.value();
        return new Token(digits.kind(), number.getFirst().start(), digits.end(), value);
    }

    /** {@code SET TIME ZONE}, which takes an interval too. */
    private static SessionStatement timeZone(Cursor cursor, int start, boolean local) {
        cursor.expectWords("time", "zone");
        List<Token> values = cursor.acceptAnyWord("default", "local").isPresent() ? List.of() : List.of(zone(cursor));
        return parameter(cursor, start, "timezone", local, values);
    }

    private static Token zone(Cursor cursor) {
        if (!cursor.acceptWords("interval")) {
            return value(cursor);
        }
        if (cursor.accept(TokenKind.LEFT_PAREN)) {
            cursor.expect(TokenKind.INTEGER);
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
        Token interval = SettingParser.string(cursor);
        TypeNameParser.intervalFields(cursor);
        return interval;
    }

    private static SessionStatement encoding(Cursor cursor, int start, boolean local) {
        cursor.expectWord("names");
        List<Token> values = new ArrayList<>();
        if (CallParser.isText(cursor.peek())) {
            values.add(cursor.next());
        } else {
            cursor.acceptWords("default");
        }
        return parameter(cursor, start, "client_encoding", local, values);
    }

    private static SessionStatement named(Cursor cursor, int start, boolean local, String parameter) {
        cursor.next();
        Token value = SettingParser.string(cursor);
        return parameter(cursor, start, parameter, local, List.of(value));
    }

    private static SessionStatement xmlOption(Cursor cursor, int start, boolean local) {
        cursor.expectWords("xml", "option");
        Token value = cursor.peek();
        cursor.expectAnyWord("document", "content");
        return parameter(cursor, start, "xmloption", local, List.of(value));
    }

    private static SessionStatement role(Cursor cursor, int start, boolean local) {
        cursor.expectWord("role");
        Token role = SettingParser.nonReservedOrString(cursor);
        return roleTo(cursor, start, local, List.of(role));
    }

    private static SessionStatement sessionAuthorization(Cursor cursor, int start, boolean local) {
        cursor.expectWords("session", "authorization");
        Name role = cursor.acceptWords("default") ? null : NameParser.of(SettingParser.nonReservedOrString(cursor));
        return new SessionStatement.SetRole(role, local, false, cursor.spanFrom(start));
    }

    static Statement reset(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("reset");
        return resetValue(cursor, start);
    }

    /** What follows RESET also in CREATE FUNCTION, ALTER ROLE and ALTER DATABASE. */
    static SessionStatement resetValue(Cursor cursor, int start) {
        String name = resetName(cursor);
        return name.equals("role") || name.equals("session_authorization")
                ? new SessionStatement.SetRole(null, false, true, cursor.spanFrom(start))
                : new SessionStatement.SetParameter(name, false, true, List.of(), cursor.spanFrom(start));
    }

    /** The parameter that RESET and SHOW name, with the names that have blanks in them. */
    static String resetName(Cursor cursor) {
        if (cursor.acceptWords("all")) {
            return "all";
        }
        if (cursor.acceptWords("time", "zone")) {
            return "timezone";
        }
        if (cursor.acceptWords("transaction", "isolation", "level")) {
            return "transaction_isolation";
        }
        return cursor.acceptWords("session", "authorization") ? "session_authorization" : parameterName(cursor);
    }

    /** A parameter's name; names are compared without regard to case (manual 19.1.1). */
    static String parameterName(Cursor cursor) {
        StringBuilder name = new StringBuilder(NameParser.name(cursor).value());
        while (cursor.accept(TokenKind.DOT)) {
            name.append('.').append(NameParser.name(cursor).value());
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
