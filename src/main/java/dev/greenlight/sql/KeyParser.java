package dev.greenlight.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads UNIQUE, PRIMARY KEY and EXCLUDE constraints (manual 5.5), behind the name that a constraint may have. */
final class KeyParser {
    private final Cursor cursor;
    private final int start;
    private final @Nullable Name name;

    /**
     * @param start where the constraint begins
     * @param name the constraint's, if one was written
     */
    KeyParser(Cursor cursor, int start, @Nullable Name name) {
        this.cursor = cursor;
        this.start = start;
        this.name = name;
    }

    /** Of a table: {@code (column, …)} or {@code USING INDEX}. */
    Constraint.Unique ofTable() {
        boolean primaryKey = primaryKey();
        String kind = primaryKey ? "PRIMARY KEY" : "UNIQUE";
        if (cursor.acceptWords("using")) {
            cursor.expectWord("index");
            Name index = NameParser.name(cursor);
            ConstraintAttributes attributes = ConstraintAttributesParser.table(cursor, kind);
            return new Constraint.Unique(
                    name,
                    primaryKey,
                    List.of(),
                    false,
                    false,
                    List.of(),
                    List.of(),
                    null,
                    index,
                    attributes,
                    cursor.spanFrom(start));
        }
        boolean nullsNotDistinct = !primaryKey && nullsNotDistinct(cursor);
        cursor.expect(TokenKind.LEFT_PAREN);
        List<Name> columns = cursor.commaSeparated(() -> NameParser.name(cursor));
        boolean withoutOverlaps = cursor.acceptWords("without", "overlaps");
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new Constraint.Unique(
                name,
                primaryKey,
                columns,
                withoutOverlaps,
                nullsNotDistinct,
                include(),
                parameters(),
                indexTablespace(),
                null,
                ConstraintAttributesParser.table(cursor, kind),
                cursor.spanFrom(start));
    }

    /** Of a column. */
    Constraint.Unique ofColumn(Name column) {
        boolean primaryKey = primaryKey();
        boolean nullsNotDistinct = !primaryKey && nullsNotDistinct(cursor);
        return new Constraint.Unique(
                name,
                primaryKey,
                List.of(column),
                false,
                nullsNotDistinct,
                List.of(),
                parameters(),
                indexTablespace(),
                null,
                ConstraintAttributesParser.column(cursor, false),
                cursor.spanFrom(start));
    }

    private boolean primaryKey() {
        if (cursor.expectAnyWord("unique", "primary").equals("unique")) {
            return false;
        }
        cursor.expectWord("key");
        return true;
    }

    /** {@code NULLS NOT DISTINCT}; {@code NULLS DISTINCT} is what holds anyway. */
    static boolean nullsNotDistinct(Cursor cursor) {
        if (!cursor.acceptWords("nulls")) {
            return false;
        }
        boolean not = cursor.acceptWords("not");
        cursor.expectWord("distinct");
        return not;
    }

    Constraint.Exclude exclude() {
        cursor.expectWord("exclude");
        Name method = RelationParser.accessMethod(cursor);
        List<Exclusion> exclusions = cursor.parenthesized(this::exclusion);
        return new Constraint.Exclude(
                name,
                method == null ? "btree" : method.value(),
                exclusions.stream().map(Exclusion::element).toList(),
                exclusions.stream().map(Exclusion::operator).toList(),
                include(),
                parameters(),
                indexTablespace(),
                where(),
                ConstraintAttributesParser.table(cursor, "EXCLUDE"),
                cursor.spanFrom(start));
    }

    private record Exclusion(IndexElement element, String operator) {}

    /** {@code element WITH operator} or {@code element WITH OPERATOR(schema.operator)}. */
    private Exclusion exclusion() {
        IndexElement element = IndexElementParser.parse(cursor);
        cursor.expectWord("with");
        if (!cursor.isWord("operator") || !cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            return new Exclusion(element, OperatorParser.qualified(cursor));
        }
        cursor.next();
        cursor.next();
        String operator = OperatorParser.qualified(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new Exclusion(element, operator);
    }

    private @Nullable Expression where() {
        if (!cursor.acceptWords("where")) {
            return null;
        }
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression condition = ExpressionParser.expression(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return condition;
    }

    private List<Name> include() {
        return cursor.acceptWords("include") ? NameParser.parenthesizedNames(cursor) : List.of();
    }

    private List<Setting> parameters() {
        return cursor.acceptWords("with") ? SettingParser.definition(cursor) : List.of();
    }

    private @Nullable Name indexTablespace() {
        if (!cursor.acceptWords("using")) {
            return null;
        }
        cursor.expectWords("index", "tablespace");
        return NameParser.name(cursor);
    }
}
