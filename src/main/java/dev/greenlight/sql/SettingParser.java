package dev.greenlight.sql;

import java.util.List;
import java.util.Locale;

/** Reads lists of named options. */
final class SettingParser {
    private SettingParser() {}

    /** {@code (name = value, schema.name = value, name)}: storage parameters and their kin. */
    static List<Setting> parenthesized(Cursor cursor) {
        return cursor.parenthesized(() -> assignment(cursor, true));
    }

    /** {@code (name = value, name)}: what an object is defined by. */
    static List<Setting> definition(Cursor cursor) {
        return cursor.parenthesized(() -> assignment(cursor, false));
    }

    private static Setting assignment(Cursor cursor, boolean mayBeQualified) {
        int start = cursor.position();
        String name = label(cursor);
        if (mayBeQualified && cursor.accept(TokenKind.DOT)) {
            name += "." + label(cursor);
        }
        List<Token> value = cursor.acceptOperator("=") ? value(cursor) : List.of();
        return new Setting(name, value, cursor.spanFrom(start));
    }

    private static String label(Cursor cursor) {
        return NameParser.label(cursor).value().toLowerCase(Locale.ROOT);
    }

    /** A type's name, a key word, an operator, a number or a string. */
    static List<Token> value(Cursor cursor) {
        int start = cursor.position();
        switch (cursor.peek().kind()) {
            case STRING, DOLLAR_STRING -> cursor.next();
            case WORD -> word(cursor);
            case QUOTED_IDENTIFIER, PLACEHOLDER -> TypeNameParser.routineType(cursor);
            default -> number(cursor);
        }
        return cursor.tokensFrom(start);
    }

    private static void word(Cursor cursor) {
        Token token = cursor.peek();
        boolean alone = token.isWord("none") || Keywords.RESERVED.contains(token.value());
        if (alone) {
            cursor.next();
        } else if (token.isWord("operator") && cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            OperatorParser.skip(cursor);
        } else {
            TypeNameParser.routineType(cursor);
        }
    }

    private static void number(Cursor cursor) {
        if (cursor.is(TokenKind.OPERATOR) && !isNumber(cursor.peek(1))) {
            cursor.next();
            return;
        }
        signedNumber(cursor);
    }

    /** {@code 1}, {@code -1}, {@code +1.5}. */
    static List<Token> signedNumber(Cursor cursor) {
        int start = cursor.position();
        if (cursor.isOperator("-") || cursor.isOperator("+")) {
            cursor.next();
        }
        if (!isNumber(cursor.peek())) {
            throw cursor.failExpected("a number");
        }
        cursor.next();
        return cursor.tokensFrom(start);
    }

    static boolean isNumber(Token token) {
        return token.is(TokenKind.INTEGER) || token.is(TokenKind.NUMERIC) || token.is(TokenKind.PLACEHOLDER);
    }

    /** {@code (name 'value', …)}: the options of a foreign object. */
    static List<Setting> foreignOptions(Cursor cursor) {
        return cursor.parenthesized(() -> foreignOption(cursor));
    }

    private static Setting foreignOption(Cursor cursor) {
        int start = cursor.position();
        String name = NameParser.label(cursor).value();
        Token value = string(cursor);
        return new Setting(name, List.of(value), cursor.spanFrom(start));
    }

    /** {@code (ADD name 'value', SET name 'value', DROP name)}; all three words may also be an option's name. */
    static List<Setting> foreignOptionChanges(Cursor cursor) {
        return cursor.parenthesized(() -> foreignOptionChange(cursor));
    }

    private static Setting foreignOptionChange(Cursor cursor) {
        if (CallParser.isText(cursor.peek(1))) {
            return foreignOption(cursor);
        }
        int start = cursor.position();
        String verb = cursor.expectAnyWord("add", "set", "drop");
        if (!verb.equals("drop")) {
            Setting option = foreignOption(cursor);
            return new Setting(option.name(), option.value(), cursor.spanFrom(start));
        }
        return new Setting(NameParser.label(cursor).value(), List.of(), cursor.spanFrom(start));
    }

    /** A string constant with whatever quotes. */
    static Token string(Cursor cursor) {
        if (CallParser.isText(cursor.peek()) || cursor.is(TokenKind.PLACEHOLDER)) {
            return cursor.next();
        }
        throw cursor.failExpected("a string");
    }

    /** A word that is not reserved or a string constant, which mean the same as a language or a provider. */
    static Token nonReservedOrString(Cursor cursor) {
        Token token = cursor.peek();
        if (CallParser.isText(token)) {
            return cursor.next();
        }
        NameParser.nonReserved(cursor);
        return token;
    }

    /** As {@link #nonReservedOrString}, or one of the reserved words TRUE, FALSE and ON. */
    static Token booleanOrString(Cursor cursor) {
        return cursor.isAnyWord("true", "false", "on") ? cursor.next() : nonReservedOrString(cursor);
    }

    /** {@code (name, name value, …)}: the options of EXPLAIN, REINDEX, VACUUM and their kin. */
    static List<Setting> commandOptions(Cursor cursor) {
        return cursor.parenthesized(() -> commandOption(cursor));
    }

    private static Setting commandOption(Cursor cursor) {
        int start = cursor.position();
        String name = commandOptionName(cursor).value().toLowerCase(Locale.ROOT);
        return new Setting(name, commandOptionValue(cursor), cursor.spanFrom(start));
    }

    /** ANALYZE is an option though it is reserved. */
    private static Name commandOptionName(Cursor cursor) {
        return cursor.isAnyWord("analyze", "analyse") ? NameParser.label(cursor) : NameParser.nonReserved(cursor);
    }

    private static List<Token> commandOptionValue(Cursor cursor) {
        int start = cursor.position();
        switch (cursor.peek().kind()) {
            case COMMA, RIGHT_PAREN -> {
                return List.of();
            }
            case WORD, STRING, DOLLAR_STRING, QUOTED_IDENTIFIER -> booleanOrString(cursor);
            default -> signedNumber(cursor);
        }
        return cursor.tokensFrom(start);
    }
}
