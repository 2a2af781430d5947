package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/** Reads constraints as a table has them, in CREATE TABLE and ALTER TABLE (manual 5.5). */
final class TableConstraintParser {
    private TableConstraintParser() {}

    /** Whether a constraint begins here, and not a column. */
    static boolean isConstraint(Cursor cursor) {
        return cursor.isAnyWord("constraint", "check", "unique", "primary", "foreign")
                || cursor.isWord("not", "null")
                || cursor.isWord("exclude", "using")
                || cursor.isWord("exclude") && cursor.peek(1).is(TokenKind.LEFT_PAREN);
    }

    static Constraint parse(Cursor cursor) {
        int start = cursor.position();
        Name name = name(cursor);
        return switch (cursor.peek().value()) {
            case "check" -> check(cursor, start, name);
            case "not" -> notNull(cursor, start, name);
            case "unique", "primary" -> new KeyParser(cursor, start, name).ofTable();
            case "exclude" -> new KeyParser(cursor, start, name).exclude();
            case "foreign" -> new ForeignKeyParser(cursor, start, name).ofTable();
            default -> throw cursor.failExpected("a constraint");
        };
    }

    /** {@code CONSTRAINT name}, if it stands here. */
    static @Nullable Name name(Cursor cursor) {
        return cursor.acceptWords("constraint") ? NameParser.name(cursor) : null;
    }

    private static Constraint check(Cursor cursor, int start, @Nullable Name name) {
        Expression condition = condition(cursor);
        ConstraintAttributes attributes = ConstraintAttributesParser.table(cursor, "CHECK");
        return new Constraint.Check(name, condition, attributes, cursor.spanFrom(start));
    }

    /** {@code CHECK (condition)}. */
    static Expression condition(Cursor cursor) {
        cursor.expectWord("check");
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression condition = ExpressionParser.expression(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return condition;
    }

    private static Constraint notNull(Cursor cursor, int start, @Nullable Name name) {
        cursor.expectWords("not", "null");
        Name column = NameParser.name(cursor);
        ConstraintAttributes attributes = ConstraintAttributesParser.table(cursor, "NOT NULL");
        return new Constraint.NotNull(name, column, attributes, cursor.spanFrom(start));
    }
}
