package dev.greenlight.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the keys of indexes, exclusion constraints and partitions (manual CREATE INDEX). */
final class IndexElementParser {
    private IndexElementParser() {}

    /** {@code column | function(…) | (expression)}, then collation, operator class with parameters, and order. */
    static IndexElement parse(Cursor cursor) {
        int start = cursor.position();
        Key key = key(cursor);
        ObjectName collation = RelationParser.collation(cursor);
        ObjectName operatorClass = operatorClass(cursor);
        String order = cursor.acceptAnyWord("asc", "desc").orElse(null);
        String nulls = SortParser.nulls(cursor);
        return new IndexElement(
                key.column(), key.expression(), collation, operatorClass, order, nulls, cursor.spanFrom(start));
    }

    /** As {@link #parse}, without parameters and order. */
    static IndexElement partitionKey(Cursor cursor) {
        int start = cursor.position();
        Key key = key(cursor);
        ObjectName collation = RelationParser.collation(cursor);
        ObjectName operatorClass = isOperatorClass(cursor) ? NameParser.anyName(cursor) : null;
        return new IndexElement(
                key.column(), key.expression(), collation, operatorClass, null, null, cursor.spanFrom(start));
    }

    private static @Nullable ObjectName operatorClass(Cursor cursor) {
        if (!isOperatorClass(cursor)) {
            return null;
        }
        ObjectName name = NameParser.anyName(cursor);
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            SettingParser.parenthesized(cursor);
        }
        return name;
    }

    private static boolean isOperatorClass(Cursor cursor) {
        return NameParser.isName(cursor.peek(), Keywords::mayNameColumn) && !isNullsOrder(cursor);
    }

    /** {@code nulls} is a name like any other, but PostgreSQL looks one word ahead. */
    private static boolean isNullsOrder(Cursor cursor) {
        return cursor.isWord("nulls", "first") || cursor.isWord("nulls", "last");
    }

    /** As {@link #parse}, with nothing behind the column or expression. */
    static IndexElement bare(Cursor cursor) {
        int start = cursor.position();
        Key key = key(cursor);
        return new IndexElement(key.column(), key.expression(), null, null, null, null, cursor.spanFrom(start));
    }

    private record Key(@Nullable Name column, @Nullable Expression expression) {}

    private static Key key(Cursor cursor) {
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            return parenthesized(cursor);
        }
        if (isColumn(cursor)) {
            return new Key(NameParser.name(cursor), null);
        }
        int start = cursor.position();
        OperandParser.skipCall(cursor);
        return new Key(null, new Expression(cursor.tokensFrom(start)));
    }

    private static boolean isColumn(Cursor cursor) {
        return NameParser.isName(cursor.peek(), Keywords::mayNameColumn)
                && !isNullsOrder(cursor)
                && !cursor.peek(1).is(TokenKind.LEFT_PAREN)
                && !cursor.peek(1).is(TokenKind.DOT);
    }

    /** PostgreSQL takes {@code (column)} for the column itself. */
    private static Key parenthesized(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression expression = ExpressionParser.expression(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        List<Token> tokens = expression.tokens();
        return tokens.size() == 1 && NameParser.isName(tokens.getFirst(), Keywords::mayNameColumn)
                ? new Key(NameParser.of(tokens.getFirst()), null)
                : new Key(null, expression);
    }
}
