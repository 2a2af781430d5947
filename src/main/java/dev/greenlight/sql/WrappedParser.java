package dev.greenlight.sql;

import java.util.List;
import java.util.Set;

/** Reads the statements that wrap another one: EXPLAIN, PREPARE, EXECUTE and DECLARE. */
final class WrappedParser {
    private static final Set<String> OFF = Set.of("false", "off", "0");

    private WrappedParser() {}

    static Statement explain(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("explain");
        boolean runs = isOptions(cursor) ? runs(SettingParser.commandOptions(cursor)) : analyze(cursor);
        Statement inner = explained(cursor);
        return new DataStatement.Wrapped("EXPLAIN", runs, inner, cursor.spanFrom(start));
    }

    /** A parenthesis opens the options, or the query. */
    private static boolean isOptions(Cursor cursor) {
        return cursor.is(TokenKind.LEFT_PAREN)
                && !cursor.peek(1).is(TokenKind.LEFT_PAREN)
                && !cursor.isWordAt(1, "select")
                && !cursor.isWordAt(1, "with")
                && !cursor.isWordAt(1, "table")
                && !cursor.isWordAt(1, "values");
    }

    private static boolean runs(List<Setting> options) {
        return options.stream()
                .filter(option ->
                        option.name().equals("analyze") || option.name().equals("analyse"))
                .reduce((first, last) -> last)
                .filter(WrappedParser::isOn)
                .isPresent();
    }

    /** Whether a boolean option of a command is on: it is where no value is written. */
    static boolean isOn(Setting option) {
        return !OFF.contains(option.text());
    }

    private static boolean analyze(Cursor cursor) {
        boolean analyze = cursor.acceptAnyWord("analyze", "analyse").isPresent();
        cursor.acceptWords("verbose");
        return analyze;
    }

    private static Statement explained(Cursor cursor) {
        Token first = cursor.peek();
        Statement inner = Parser.statement(cursor);
        return switch (inner) {
            case DataStatement.Copy copy -> throw notTaken(first, copy);
            case DataStatement.Wrapped wrapped when !isExplained(wrapped) -> throw notTaken(first, wrapped);
            case DataStatement data -> data;
            case TableStatement.CreateTableAs table -> table;
            case ViewStatement.CreateMaterializedView view -> view;
            case ViewStatement.RefreshMaterializedView refresh -> refresh;
            default -> throw notTaken(first, inner);
        };
    }

    private static boolean isExplained(DataStatement.Wrapped wrapped) {
        return wrapped.kind().equals("EXECUTE") || wrapped.kind().equals("DECLARE CURSOR");
    }

    private static ParseFailure notTaken(Token at, Statement statement) {
        return new ParseFailure(at, "EXPLAIN does not take " + statement.kind());
    }

    static Statement prepare(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("prepare");
        NameParser.name(cursor);
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            cursor.parenthesized(() -> TypeNameParser.type(cursor));
        }
        cursor.expectWord("as");
        Statement inner = DataParser.parse(cursor);
        return new DataStatement.Wrapped("PREPARE", false, inner, cursor.spanFrom(start));
    }

    /** EXECUTE in place of a query, as CREATE TABLE AS takes it. */
    static Query executed(Cursor cursor) {
        int start = cursor.position();
        execute(cursor);
        return new Query(cursor.tokensFrom(start));
    }

    static Statement execute(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("execute");
        NameParser.name(cursor);
        if (cursor.accept(TokenKind.LEFT_PAREN)) {
            ExpressionParser.skipList(cursor);
            cursor.expect(TokenKind.RIGHT_PAREN);
        }
        return new DataStatement.Wrapped("EXECUTE", true, null, cursor.spanFrom(start));
    }

    static Statement declare(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("declare");
        NameParser.name(cursor);
        while (!cursor.acceptWords("cursor")) {
            if (!cursor.acceptWords("no", "scroll")) {
                cursor.expectAnyWord("cursor", "binary", "insensitive", "asensitive", "scroll");
            }
        }
        if (cursor.acceptAnyWord("with", "without").isPresent()) {
            cursor.expectWord("hold");
        }
        cursor.expectWord("for");
        Token first = cursor.peek();
        Statement inner = DataParser.parse(cursor);
        if (inner instanceof DataStatement && !(inner instanceof DataStatement.Select)) {
            throw new ParseFailure(first, "DECLARE CURSOR does not take " + inner.kind());
        }
        return new DataStatement.Wrapped("DECLARE CURSOR", true, inner, cursor.spanFrom(start));
    }
}
