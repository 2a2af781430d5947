package dev.greenlight.sql;

/** Reads MERGE. */
final class MergeParser {
    private MergeParser() {}

    static Statement parse(Cursor cursor, DataParser.With with) {
        cursor.expectWords("merge", "into");
        ObjectName table = RelationParser.target(cursor).name();
        UpdateParser.alias(cursor, "using");
        QueryParser.orTemplate(cursor, () -> rest(cursor));
        return new DataStatement.Merge(
                table, with.changes(), new Query(cursor.tokensFrom(with.start())), cursor.spanFrom(with.start()));
    }

    private static boolean rest(Cursor cursor) {
        cursor.expectWord("using");
        FromParser.entry(cursor);
        cursor.expectWord("on");
        ExpressionParser.skip(cursor);
        do {
            when(cursor);
        } while (cursor.isWord("when"));
        SetListParser.returning(cursor);
        return true;
    }

    /** {@code WHEN [NOT] MATCHED [BY SOURCE | TARGET] [AND condition] THEN …}. */
    private static void when(Cursor cursor) {
        cursor.expectWord("when");
        boolean noTarget = cursor.acceptWords("not");
        cursor.expectWord("matched");
        if (noTarget && cursor.acceptWords("by")) {
            noTarget = cursor.expectAnyWord("source", "target").equals("target");
        }
        if (cursor.acceptWords("and")) {
            ExpressionParser.skip(cursor);
        }
        cursor.expectWord("then");
        if (cursor.acceptWords("do")) {
            cursor.expectWord("nothing");
        } else if (noTarget) {
            insert(cursor);
        } else {
            change(cursor);
        }
    }

    private static void change(Cursor cursor) {
        if (cursor.expectAnyWord("update", "delete").equals("update")) {
            cursor.expectWord("set");
            SetListParser.assignments(cursor);
        }
    }

    private static void insert(Cursor cursor) {
        cursor.expectWord("insert");
        if (cursor.acceptWords("default", "values")) {
            return;
        }
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            SetListParser.columns(cursor);
        }
        InsertParser.overriding(cursor);
        cursor.expectWord("values");
        cursor.parenthesized(() -> ExpressionParser.expression(cursor));
    }
}
