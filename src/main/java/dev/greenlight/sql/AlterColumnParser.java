package dev.greenlight.sql;

import dev.greenlight.sql.AlterTableAction.*;
import dev.greenlight.sql.ColumnDefinition.Identity;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code ALTER [COLUMN] …}, an action of ALTER TABLE (manual part VI). */
final class AlterColumnParser {
    private static final int MAX_KEY = 32_767;

    private final Cursor cursor;
    private final int start;
    private final Name column;

    private AlterColumnParser(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position();
        cursor.expectWord("alter");
        cursor.acceptWords("column");
        this.column = column(cursor);
    }

    static AlterTableAction parse(Cursor cursor) {
        return new AlterColumnParser(cursor).action();
    }

    /** A column's name, or an index key's number, which only SET STATISTICS may follow. */
    private static Name column(Cursor cursor) {
        if (!cursor.is(TokenKind.INTEGER)) {
            return NameParser.name(cursor);
        }
        Token number = cursor.next();
        if (!number.value().matches("0*[1-9]\\d{0,4}") || Integer.parseInt(number.value()) > MAX_KEY) {
            throw new ParseFailure(number, "column number must be in range from 1 to " + MAX_KEY);
        }
        if (!cursor.isWord("set", "statistics")) {
            throw cursor.failExpected("SET STATISTICS");
        }
        return NameParser.of(number);
    }

    private AlterTableAction action() {
        return switch (cursor.peek().value()) {
            case "set" -> set();
            case "reset" -> options(true);
            case "drop" -> drop();
            case "type" -> type();
            case "add" -> addIdentity();
            case "restart" -> identity();
            case "options" -> foreignOptions();
            default -> throw cursor.failExpected("SET, DROP, TYPE or another change of a column");
        };
    }

    private AlterTableAction set() {
        if (cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            return options(false);
        }
        if (cursor.isWordAt(1, "generated") || SequenceParser.isOption(cursor, 1)) {
            return identity();
        }
        cursor.expectWord("set");
        return switch (cursor.expectAnyWord(
                "default", "not", "data", "expression", "statistics", "storage", "compression")) {
            case "default" -> setDefault();
            case "not" -> setNotNull();
            case "data" -> type();
            case "expression" -> expression();
            case "statistics" -> statistics();
            case "storage" -> new SetStorage(column, method(), cursor.spanFrom(start));
            default -> new SetCompression(column, method(), cursor.spanFrom(start));
        };
    }

    private AlterTableAction setDefault() {
        Expression value = ExpressionParser.expression(cursor);
        return new SetDefault(column, value, cursor.spanFrom(start));
    }

    private AlterTableAction setNotNull() {
        cursor.expectWord("null");
        return new SetNotNull(column, cursor.spanFrom(start));
    }

    private AlterTableAction type() {
        cursor.expectWord("type");
        TypeName type = TypeNameParser.type(cursor);
        ObjectName collation = RelationParser.collation(cursor);
        Expression using = cursor.acceptWords("using") ? ExpressionParser.expression(cursor) : null;
        return new AlterColumnType(column, type, collation, using, cursor.spanFrom(start));
    }

    private AlterTableAction expression() {
        cursor.expectWord("as");
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression expression = ExpressionParser.expression(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new SetExpression(column, expression, cursor.spanFrom(start));
    }

    private AlterTableAction statistics() {
        String target = cursor.acceptWords("default") ? "default" : text(SettingParser.signedNumber(cursor));
        return new SetStatistics(column, target, cursor.spanFrom(start));
    }

    private static String text(List<Token> tokens) {
        return String.join("", tokens.stream().map(Token::value).toList());
    }

    private String method() {
        return cursor.acceptWords("default")
                ? "default"
                : NameParser.name(cursor).value();
    }

    private AlterTableAction options(boolean reset) {
        cursor.expectWord(reset ? "reset" : "set");
        List<Setting> options = SettingParser.parenthesized(cursor);
        return new SetColumnOptions(column, options, reset, cursor.spanFrom(start));
    }

    private AlterTableAction drop() {
        cursor.expectWord("drop");
        return switch (cursor.expectAnyWord("default", "not", "expression", "identity")) {
            case "default" -> new DropDefault(column, cursor.spanFrom(start));
            case "not" -> dropNotNull();
            case "expression" -> new DropExpression(column, RelationParser.ifExists(cursor), cursor.spanFrom(start));
            default -> new DropIdentity(column, RelationParser.ifExists(cursor), cursor.spanFrom(start));
        };
    }

    private AlterTableAction dropNotNull() {
        cursor.expectWord("null");
        return new DropNotNull(column, cursor.spanFrom(start));
    }

    private AlterTableAction addIdentity() {
        cursor.expectWord("add");
        int first = cursor.position();
        boolean always = ColumnParser.generatedAlways(cursor);
        cursor.expectWord("as");
        Identity identity = ColumnParser.identity(cursor, first, always);
        return new AddIdentity(column, identity, cursor.spanFrom(start));
    }

    /** {@code SET GENERATED …}, {@code SET sequence_option} and {@code RESTART}, with nothing between them. */
    private AlterTableAction identity() {
        List<Setting> settings = new ArrayList<>();
        while (cursor.isAnyWord("set", "restart")) {
            settings.add(identitySetting());
        }
        return new SetIdentity(column, settings, cursor.spanFrom(start));
    }

    private Setting identitySetting() {
        if (!cursor.acceptWords("set")) {
            return SequenceParser.option(cursor);
        }
        if (cursor.isAnyWord("as", "restart", "owned")) {
            throw cursor.failExpected("a sequence option that an identity column has");
        }
        return cursor.isWord("generated") ? generated() : SequenceParser.option(cursor);
    }

    private Setting generated() {
        int first = cursor.position();
        ColumnParser.generatedAlways(cursor);
        List<Token> tokens = cursor.tokensFrom(first);
        return new Setting("generated", tokens.subList(1, tokens.size()), cursor.spanFrom(first));
    }

    private AlterTableAction foreignOptions() {
        cursor.expectWord("options");
        SettingParser.foreignOptionChanges(cursor);
        return new SetForeignOptions(column, cursor.spanFrom(start));
    }
}
