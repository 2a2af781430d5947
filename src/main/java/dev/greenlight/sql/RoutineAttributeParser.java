package dev.greenlight.sql;

import java.util.List;

/** Reads what may follow a routine's parameters in any order (manual CREATE FUNCTION and ALTER FUNCTION). */
final class RoutineAttributeParser {
    private RoutineAttributeParser() {}

    /** As {@link #attribute}, or what only the routine's definition has: its code, language and transforms. */
    static Setting ofDefinition(Cursor cursor) {
        int start = cursor.position();
        return switch (cursor.peek().value()) {
            case "as" -> code(cursor, start);
            case "language" -> {
                cursor.next();
                Token language = SettingParser.nonReservedOrString(cursor);
                yield new Setting("language", List.of(language), cursor.spanFrom(start));
            }
            case "transform" -> {
                cursor.next();
                yield value(cursor, start, "transform", () -> cursor.commaSeparated(() -> transform(cursor)));
            }
            case "window" -> words(cursor, start, "window");
            default -> attribute(cursor);
        };
    }

    /** {@code AS 'code'} or {@code AS 'file', 'symbol'}. */
    private static Setting code(Cursor cursor, int start) {
        cursor.next();
        Token first = SettingParser.string(cursor);
        List<Token> strings =
                cursor.accept(TokenKind.COMMA) ? List.of(first, SettingParser.string(cursor)) : List.of(first);
        return new Setting("as", strings, cursor.spanFrom(start));
    }

    private static TypeName transform(Cursor cursor) {
        cursor.expectWords("for", "type");
        return TypeNameParser.type(cursor);
    }

    static Setting attribute(Cursor cursor) {
        int start = cursor.position();
        return switch (cursor.peek().value()) {
            case "called" -> words(cursor, start, "called on null input");
            case "returns" -> words(cursor, start, "returns null on null input");
            case "strict", "immutable", "stable", "volatile", "leakproof" ->
                words(cursor, start, cursor.peek().value());
            case "not" -> words(cursor, start, "not leakproof");
            case "external", "security" -> security(cursor, start);
            case "cost", "rows", "support", "parallel" -> valued(cursor, start);
            case "set" -> parameter(cursor, start);
            case "reset" -> {
                cursor.next();
                yield value(cursor, start, "reset", () -> SetParser.resetValue(cursor, start));
            }
            default -> throw cursor.failExpected("an attribute of a routine");
        };
    }

    private static Setting valued(Cursor cursor, int start) {
        String name = cursor.next().value();
        return switch (name) {
            case "support" -> value(cursor, start, name, () -> NameParser.anyName(cursor));
            case "parallel" -> value(cursor, start, name, () -> NameParser.name(cursor));
            default -> value(cursor, start, name, () -> SettingParser.signedNumber(cursor));
        };
    }

    private static Setting security(Cursor cursor, int start) {
        cursor.acceptWords("external");
        cursor.expectWord("security");
        String whose = cursor.expectAnyWord("definer", "invoker");
        return new Setting("security " + whose, List.of(), cursor.spanFrom(start));
    }

    private static Setting parameter(Cursor cursor, int start) {
        cursor.next();
        return value(cursor, start, "set", () -> SetParser.value(cursor, start, false));
    }

    private static Setting words(Cursor cursor, int start, String words) {
        cursor.expectWords(words.split(" "));
        return new Setting(words, List.of(), cursor.spanFrom(start));
    }

    private static Setting value(Cursor cursor, int start, String name, Runnable reader) {
        int from = cursor.position();
        reader.run();
        return new Setting(name, cursor.tokensFrom(from), cursor.spanFrom(start));
    }
}
