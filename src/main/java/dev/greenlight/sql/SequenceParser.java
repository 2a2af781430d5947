package dev.greenlight.sql;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.sql.SequenceStatement.AlterSequence;
import dev.greenlight.sql.SequenceStatement.CreateSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads CREATE SEQUENCE and the options that sequences and identity columns have. */
final class SequenceParser {
    private static final Set<String> OPTIONS = Set.of(
            "as",
            "cache",
            "cycle",
            "no",
            "increment",
            "logged",
            "unlogged",
            "maxvalue",
            "minvalue",
            "owned",
            "sequence",
            "start",
            "restart");

    private SequenceParser() {}

    static CreateSequence create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        Persistence persistence = RelationParser.persistence(cursor);
        cursor.expectWord("sequence");
        boolean ifNotExists = RelationParser.ifNotExists(cursor);
        ObjectName name = NameParser.objectName(cursor);
        List<Setting> options = options(cursor);
        return new CreateSequence(name, persistence, ifNotExists, options, cursor.spanFrom(start));
    }

    /** What follows {@code ALTER SEQUENCE name} where it is about the sequence's own options. */
    static AlterSequence alter(Cursor cursor, int start, ObjectName name, boolean ifExists) {
        List<Setting> options = new ArrayList<>(List.of(option(cursor)));
        options.addAll(options(cursor));
        return new AlterSequence(name, ifExists, options, cursor.spanFrom(start));
    }

    /** {@code (option …)}. */
    static List<Setting> parenthesizedOptions(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        List<Setting> options = new ArrayList<>(List.of(option(cursor)));
        options.addAll(options(cursor));
        cursor.expect(TokenKind.RIGHT_PAREN);
        return List.copyOf(options);
    }

    private static List<Setting> options(Cursor cursor) {
        List<Setting> options = new ArrayList<>();
        while (isOption(cursor)) {
            options.add(option(cursor));
        }
        return List.copyOf(options);
    }

    static boolean isOption(Cursor cursor) {
        return isOption(cursor, 0);
    }

    static boolean isOption(Cursor cursor, int ahead) {
        Token token = cursor.peek(ahead);
        return token.is(TokenKind.WORD) && OPTIONS.contains(token.value());
    }

    /** One option; its name has the words BY and WITH even where they were left out. */
    static Setting option(Cursor cursor) {
        int start = cursor.position();
        if (!isOption(cursor)) {
            throw cursor.failExpected("a sequence option");
        }
        String word = cursor.next().value();
        return switch (word) {
            case "as" -> setting(cursor, start, "as", tokens(cursor, () -> TypeNameParser.type(cursor)));
            case "cache", "maxvalue", "minvalue" -> number(cursor, start, word);
            case "no" -> no(cursor, start);
            case "increment" -> numberBehind(cursor, start, "increment", "by");
            case "start" -> numberBehind(cursor, start, "start", "with");
            case "restart" -> restart(cursor, start);
            case "owned" -> named(cursor, start, "owned", "by");
            case "sequence" -> named(cursor, start, "sequence", "name");
            default -> setting(cursor, start, word, List.of());
        };
    }

    private static Setting setting(Cursor cursor, int start, String name, List<Token> value) {
        return new Setting(name, value, cursor.spanFrom(start));
    }

    private static List<Token> tokens(Cursor cursor, Runnable read) {
        int start = cursor.position();
        read.run();
        return cursor.tokensFrom(start);
    }

    private static Setting number(Cursor cursor, int start, String name) {
        return setting(cursor, start, name, SettingParser.signedNumber(cursor));
    }

    private static Setting numberBehind(Cursor cursor, int start, String name, String idle) {
        cursor.acceptWords(idle);
        return number(cursor, start, name + " " + idle);
    }

    private static Setting restart(Cursor cursor, int start) {
        boolean hasValue =
                cursor.isWord("with") || cursor.is(TokenKind.OPERATOR) || SettingParser.isNumber(cursor.peek());
        return hasValue ? numberBehind(cursor, start, "restart", "with") : setting(cursor, start, "restart", List.of());
    }

    private static Setting no(Cursor cursor, int start) {
        String what = cursor.expectAnyWord("cycle", "maxvalue", "minvalue");
        return setting(cursor, start, "no " + what, List.of());
    }

    private static Setting named(Cursor cursor, int start, String first, String second) {
        cursor.expectWord(second);
        List<Token> value = tokens(cursor, () -> NameParser.anyName(cursor));
        return setting(cursor, start, first + " " + second, value);
    }
}
