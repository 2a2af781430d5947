package dev.greenlight.sql;

import dev.greenlight.sql.ColumnDefinition.Generated;
import dev.greenlight.sql.ColumnDefinition.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a column's definition (manual CREATE TABLE). */
final class ColumnParser {
    private final Cursor cursor;
    private final int start;
    private final Name name;
    private final List<Constraint> constraints = new ArrayList<>();
    private @Nullable ObjectName collation;
    private @Nullable Expression defaultValue;
    private @Nullable Generated generated;
    private @Nullable Identity identity;

    private ColumnParser(Cursor cursor) {
        this.cursor = cursor;
        this.start = cursor.position();
        this.name = NameParser.name(cursor);
    }

    /** {@code name type [STORAGE …] [COMPRESSION …] [OPTIONS (…)] constraint …}. */
    static ColumnDefinition parse(Cursor cursor) {
        return new ColumnParser(cursor).untyped();
    }

    /** {@code name [WITH OPTIONS] constraint …}: the type comes from elsewhere. */
    static ColumnDefinition typed(Cursor cursor) {
        ColumnParser column = new ColumnParser(cursor);
        cursor.acceptWords("with", "options");
        return column.definition(null, List.of());
    }

    private ColumnDefinition untyped() {
        TypeName type = TypeNameParser.type(cursor);
        storageOption("storage");
        storageOption("compression");
        List<Setting> options = cursor.acceptWords("options") ? SettingParser.foreignOptions(cursor) : List.of();
        return definition(type, options);
    }

    private void storageOption(String word) {
        if (cursor.acceptWords(word) && !cursor.acceptWords("default")) {
            NameParser.name(cursor);
        }
    }

    private ColumnDefinition definition(@Nullable TypeName type, List<Setting> options) {
        while (isQualifier()) {
            qualifier();
        }
        return new ColumnDefinition(
                name, type, collation, defaultValue, generated, identity, constraints, options, cursor.spanFrom(start));
    }

    private boolean isQualifier() {
        return cursor.isAnyWord(
                "constraint",
                "not",
                "null",
                "unique",
                "primary",
                "check",
                "default",
                "generated",
                "references",
                "deferrable",
                "initially",
                "enforced",
                "collate");
    }

    private void qualifier() {
        if (cursor.acceptWords("collate")) {
            collation = NameParser.anyName(cursor);
        } else if (ConstraintAttributesParser.isColumnAttribute(cursor)) {
            throw misplaced();
        } else {
            int first = cursor.position();
            constraint(first, TableConstraintParser.name(cursor));
        }
    }

    /** PostgreSQL finds it out a little later, when it analyzes the statement, but calls it a syntax error, too. */
    private ParseFailure misplaced() {
        Token at = cursor.peek();
        List<String> words = ConstraintAttributesParser.words(cursor);
        return new ParseFailure(at, "misplaced " + words.getFirst().toUpperCase(Locale.ROOT) + " clause");
    }

    private void constraint(int first, @Nullable Name constraintName) {
        switch (cursor.peek().value()) {
            case "not" -> constraints.add(notNull(first, constraintName));
            case "null" -> nullable();
            case "unique", "primary" -> constraints.add(new KeyParser(cursor, first, constraintName).ofColumn(name));
            case "check" -> constraints.add(check(first, constraintName));
            case "references" -> constraints.add(new ForeignKeyParser(cursor, first, constraintName).ofColumn(name));
            case "default" -> defaultValue = defaultValue();
            case "generated" -> generated();
            default -> throw cursor.failExpected("a column constraint");
        }
    }

    private Constraint notNull(int first, @Nullable Name constraintName) {
        cursor.expectWords("not", "null");
        ConstraintAttributes attributes = ConstraintAttributesParser.column(cursor, true);
        return new Constraint.NotNull(constraintName, name, attributes, cursor.spanFrom(first));
    }

    private void nullable() {
        cursor.expectWord("null");
        ConstraintAttributesParser.column(cursor, false);
    }

    private Constraint check(int first, @Nullable Name constraintName) {
        Expression condition = TableConstraintParser.condition(cursor);
        ConstraintAttributes attributes = ConstraintAttributesParser.column(cursor, true);
        return new Constraint.Check(constraintName, condition, attributes, cursor.spanFrom(first));
    }

    private Expression defaultValue() {
        cursor.expectWord("default");
        return ExpressionParser.restricted(cursor);
    }

    private void generated() {
        int first = cursor.position();
        Token when = cursor.peek(1);
        boolean always = generatedAlways(cursor);
        cursor.expectWord("as");
        if (cursor.isWord("identity")) {
            identity = identity(cursor, first, always);
            return;
        }
        generated = expression(first);
        if (!always) {
            throw new ParseFailure(when, "for a generated column, GENERATED ALWAYS must be specified");
        }
    }

    /** {@code GENERATED ALWAYS} or {@code GENERATED BY DEFAULT}. */
    static boolean generatedAlways(Cursor cursor) {
        cursor.expectWord("generated");
        if (cursor.acceptWords("always")) {
            return true;
        }
        cursor.expectWords("by", "default");
        return false;
    }

    /** {@code IDENTITY (option …)}, behind {@code GENERATED … AS}, which stands at {@code first}. */
    static Identity identity(Cursor cursor, int first, boolean always) {
        cursor.expectWord("identity");
        List<Setting> options =
                cursor.is(TokenKind.LEFT_PAREN) ? SequenceParser.parenthesizedOptions(cursor) : List.of();
        return new Identity(always, options, cursor.spanFrom(first));
    }

    /** From PostgreSQL 18 on VIRTUAL is what holds when neither word is written; before, STORED had to be. */
    private Generated expression(int first) {
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression expression = ExpressionParser.expression(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        boolean stored = cursor.acceptAnyWord("stored", "virtual").equals(Optional.of("stored"));
        return new Generated(expression, stored, cursor.spanFrom(first));
    }
}
