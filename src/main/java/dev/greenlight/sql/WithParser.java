package dev.greenlight.sql;

import java.util.List;
import java.util.Optional;

/** Reads WITH clauses (manual 7.8). */
final class WithParser {
    private WithParser() {}

    /** The statements in it that change rows. */
    static List<DataStatement> parse(Cursor cursor) {
        cursor.expectWord("with");
        if (!isNamed(cursor, "recursive")) {
            cursor.acceptWords("recursive");
        }
        return cursor.commaSeparated(() -> expression(cursor)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether the word is itself the name of a common table expression. */
    private static boolean isNamed(Cursor cursor, String word) {
        return cursor.isWord(word, "as")
                || cursor.isWord(word) && cursor.peek(1).is(TokenKind.LEFT_PAREN);
    }

    private static Optional<DataStatement> expression(Cursor cursor) {
        NameParser.name(cursor);
        NameParser.optionalNames(cursor);
        cursor.expectWord("as");
        if (cursor.acceptWords("not")) {
            cursor.expectWord("materialized");
        } else {
            cursor.acceptWords("materialized");
        }
        cursor.expect(TokenKind.LEFT_PAREN);
        Statement statement = cursor.nested(() -> DataParser.parse(cursor));
        cursor.expect(TokenKind.RIGHT_PAREN);
        search(cursor);
        cycle(cursor);
        return statement instanceof DataStatement data && !(data instanceof DataStatement.Select)
                ? Optional.of(data)
                : Optional.empty();
    }

    private static void search(Cursor cursor) {
        if (cursor.acceptWords("search")) {
            cursor.expectAnyWord("depth", "breadth");
            cursor.expectWords("first", "by");
            names(cursor);
            cursor.expectWord("set");
            NameParser.name(cursor);
        }
    }

    private static void cycle(Cursor cursor) {
        if (!cursor.acceptWords("cycle")) {
            return;
        }
        names(cursor);
        cursor.expectWord("set");
        NameParser.name(cursor);
        if (cursor.acceptWords("to")) {
            ExpressionParser.skip(cursor);
            cursor.expectWord("default");
            ExpressionParser.skip(cursor);
        }
        cursor.expectWord("using");
        NameParser.name(cursor);
    }

    private static void names(Cursor cursor) {
        cursor.commaSeparated(() -> NameParser.name(cursor));
    }
}
