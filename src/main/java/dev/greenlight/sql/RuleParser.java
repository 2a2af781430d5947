package dev.greenlight.sql;

/** Reads CREATE RULE. */
final class RuleParser {
    private RuleParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("create");
        boolean orReplace = cursor.acceptWords("or", "replace");
        cursor.expectWord("rule");
        Name name = NameParser.name(cursor);
        cursor.expectWords("as", "on");
        String event = cursor.expectAnyWord("select", "insert", "update", "delete");
        cursor.expectWord("to");
        ObjectName table = NameParser.objectName(cursor);
        int body = cursor.position();
        if (cursor.acceptWords("where")) {
            ExpressionParser.skip(cursor);
        }
        cursor.expectWord("do");
        cursor.acceptAnyWord("also", "instead");
        actions(cursor);
        return new TriggerStatement.CreateRule(
                name, table, orReplace, event, cursor.tokensFrom(body), cursor.spanFrom(start));
    }

    /** {@code NOTHING}, one statement, or several in parentheses with semicolons between them, some of them empty. */
    private static void actions(Cursor cursor) {
        if (cursor.acceptWords("nothing")) {
            return;
        }
        if (!isList(cursor)) {
            action(cursor);
            return;
        }
        cursor.expect(TokenKind.LEFT_PAREN);
        do {
            if (!QueryParser.isEnd(cursor)) {
                action(cursor);
            }
        } while (cursor.accept(TokenKind.SEMICOLON));
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    /** A parenthesis opens a list of statements, or a query that is joined with another. */
    private static boolean isList(Cursor cursor) {
        int start = cursor.position();
        if (!cursor.is(TokenKind.LEFT_PAREN)) {
            return false;
        }
        cursor.skipBalanced();
        boolean list = !cursor.isAnyWord("union", "intersect", "except", "order", "limit", "offset", "fetch", "for");
        cursor.backTo(start);
        return list;
    }

    private static void action(Cursor cursor) {
        Token first = cursor.peek();
        Statement action = Parser.statement(cursor);
        if (!(action instanceof DataStatement) && !(action instanceof SessionStatement.Notify)) {
            throw new ParseFailure(first, "CREATE RULE does not take " + action.kind());
        }
    }
}
