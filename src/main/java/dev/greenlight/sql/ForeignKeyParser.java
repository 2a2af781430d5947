package dev.greenlight.sql;

import dev.greenlight.postgres.ReferentialAction;
import dev.greenlight.sql.Constraint.ForeignKey;
import dev.greenlight.sql.Constraint.Match;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads foreign keys (manual 5.5.5), behind the name that a constraint may have. */
final class ForeignKeyParser {
    private final Cursor cursor;
    private final int start;
    private final @Nullable Name name;
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private List<Name> setOnDelete = List.of();
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;

    /**
     * @param start where the constraint begins
     * @param name the constraint's, if one was written
     */
    ForeignKeyParser(Cursor cursor, int start, @Nullable Name name) {
        this.cursor = cursor;
        this.start = start;
        this.name = name;
    }

    /** Of a table: {@code FOREIGN KEY (…) REFERENCES …}. */
    ForeignKey ofTable() {
        cursor.expectWords("foreign", "key");
        Columns referencing = columns();
        ForeignKey key = references(referencing.names(), true);
        return with(key, referencing.period(), ConstraintAttributesParser.table(cursor, "FOREIGN KEY"));
    }

    /** Of a column: {@code REFERENCES …}. */
    ForeignKey ofColumn(Name column) {
        ForeignKey key = references(List.of(column), false);
        return with(key, false, ConstraintAttributesParser.column(cursor, false));
    }

    private record Columns(List<Name> names, boolean period) {}

    /** {@code (column, …, PERIOD column)}. */
    private Columns columns() {
        cursor.expect(TokenKind.LEFT_PAREN);
        List<Name> names = new ArrayList<>(List.of(NameParser.name(cursor)));
        boolean period = false;
        while (!period && cursor.accept(TokenKind.COMMA)) {
            period = cursor.isWord("period") && NameParser.isName(cursor.peek(1), Keywords::mayNameColumn);
            if (period) {
                cursor.next();
            }
            names.add(NameParser.name(cursor));
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        return new Columns(names, period);
    }

    private ForeignKey references(List<Name> columns, boolean mayHavePeriod) {
        cursor.expectWord("references");
        ObjectName table = NameParser.objectName(cursor);
        Columns referenced = referenced(mayHavePeriod);
        Match match = match();
        actions();
        return new ForeignKey(
                name,
                columns,
                table,
                referenced.names(),
                referenced.period(),
                match,
                onDelete,
                setOnDelete,
                onUpdate,
                ConstraintAttributes.NONE,
                cursor.spanFrom(start));
    }

    private Columns referenced(boolean mayHavePeriod) {
        if (!cursor.is(TokenKind.LEFT_PAREN)) {
            return new Columns(List.of(), false);
        }
        return mayHavePeriod ? columns() : new Columns(NameParser.parenthesizedNames(cursor), false);
    }

    private ForeignKey with(ForeignKey key, boolean period, ConstraintAttributes attributes) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                key.period() || period,
                key.match(),
                key.onDelete(),
                key.setOnDelete(),
                key.onUpdate(),
                attributes,
                cursor.spanFrom(start));
    }

    private Match match() {
        if (!cursor.acceptWords("match")) {
            return Match.SIMPLE;
        }
        return switch (cursor.expectAnyWord("simple", "full", "partial")) {
            case "simple" -> Match.SIMPLE;
            case "full" -> Match.FULL;
            default -> throw new ParseFailure(cursor.peek(-1), "MATCH PARTIAL not yet implemented");
        };
    }

    /** {@code ON DELETE …} and {@code ON UPDATE …}, each at most once, in any order. */
    private void actions() {
        Set<String> seen = new HashSet<>();
        while (cursor.isWord("on", "delete") || cursor.isWord("on", "update")) {
            if (!seen.add(cursor.peek(1).value())) {
                throw cursor.failExpected("each of ON DELETE and ON UPDATE only once");
            }
            Token on = cursor.next();
            if (cursor.next().isWord("delete")) {
                onDelete = action();
                setOnDelete = setsColumns(onDelete) ? NameParser.optionalNames(cursor) : List.of();
            } else {
                onUpdate = action();
                requireNoColumns(on);
            }
        }
    }

    /** Once the list is read, PostgreSQL points at where the action begins (gram.y, {@code key_update}). */
    private void requireNoColumns(Token on) {
        if (setsColumns(onUpdate) && !NameParser.optionalNames(cursor).isEmpty()) {
            throw new ParseFailure(
                    on,
                    "a column list with " + onUpdate.name().replace('_', ' ')
                            + " is only supported for ON DELETE actions");
        }
    }

    private static boolean setsColumns(ReferentialAction action) {
        return action == ReferentialAction.SET_NULL || action == ReferentialAction.SET_DEFAULT;
    }

    private ReferentialAction action() {
        return switch (cursor.expectAnyWord("no", "restrict", "cascade", "set")) {
            case "no" -> {
                cursor.expectWord("action");
                yield ReferentialAction.NO_ACTION;
            }
            case "restrict" -> ReferentialAction.RESTRICT;
            case "cascade" -> ReferentialAction.CASCADE;
            default ->
                cursor.expectAnyWord("null", "default").equals("null")
                        ? ReferentialAction.SET_NULL
                        : ReferentialAction.SET_DEFAULT;
        };
    }
}
