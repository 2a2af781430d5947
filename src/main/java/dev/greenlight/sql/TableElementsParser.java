package dev.greenlight.sql;

import dev.greenlight.sql.TableStatement.Like;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands in the parentheses of CREATE TABLE. */
final class TableElementsParser {
    private final Cursor cursor;
    private final boolean typed;
    private final List<ColumnDefinition> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Like> likes = new ArrayList<>();

    private TableElementsParser(Cursor cursor, boolean typed) {
        this.cursor = cursor;
        this.typed = typed;
    }

    /** {@code (column type …, constraint, LIKE table)}, possibly empty. */
    static TableElements parse(Cursor cursor) {
        if (cursor.is(TokenKind.LEFT_PAREN) && cursor.peek(1).is(TokenKind.RIGHT_PAREN)) {
            cursor.next();
            cursor.next();
            return TableElements.NONE;
        }
        return new TableElementsParser(cursor, false).elements();
    }

    /** {@code (column [WITH OPTIONS] …, constraint)}: the columns have their types from elsewhere. */
    static TableElements parseTyped(Cursor cursor) {
        return new TableElementsParser(cursor, true).elements();
    }

    private TableElements elements() {
        cursor.parenthesized(this::element);
        return new TableElements(columns, constraints, likes);
    }

    private boolean element() {
        if (TableConstraintParser.isConstraint(cursor)) {
            return constraints.add(TableConstraintParser.parse(cursor));
        }
        if (typed) {
            return columns.add(ColumnParser.typed(cursor));
        }
        return cursor.isWord("like") ? likes.add(like()) : columns.add(ColumnParser.parse(cursor));
    }

    private Like like() {
        int start = cursor.position();
        cursor.expectWord("like");
        ObjectName table = NameParser.objectName(cursor);
        List<String> including = new ArrayList<>();
        List<String> excluding = new ArrayList<>();
        while (cursor.isAnyWord("including", "excluding")) {
            List<String> list = cursor.next().isWord("including") ? including : excluding;
            list.add(aspect());
        }
        return new Like(table, including, excluding, cursor.spanFrom(start));
    }

    private String aspect() {
        return cursor.expectAnyWord(
                "comments",
                "compression",
                "constraints",
                "defaults",
                "generated",
                "identity",
                "indexes",
                "statistics",
                "storage",
                "all");
    }
}
