package dev.greenlight.sql;

import dev.greenlight.sql.TypeStatement.DomainAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads CREATE DOMAIN and ALTER DOMAIN. */
final class DomainParser {
    private DomainParser() {}

    static Statement create(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("create", "domain");
        ObjectName name = NameParser.anyName(cursor);
        cursor.acceptWords("as");
        TypeName base = TypeNameParser.type(cursor);
        ObjectName collation = null;
        Expression defaultValue = null;
        List<Constraint> constraints = new ArrayList<>();
        while (isQualified(cursor)) {
            int qualified = cursor.position();
            if (cursor.isWord("collate") && collation == null) {
                collation = RelationParser.collation(cursor);
                continue;
            }
            Name constraint = cursor.acceptWords("constraint") ? NameParser.name(cursor) : null;
            if (cursor.acceptWords("default")) {
                defaultValue = ExpressionParser.restricted(cursor);
            } else if (!cursor.acceptWords("null")) {
                constraints.add(constraint(cursor, qualified, constraint, name));
            }
        }
        return new TypeStatement.CreateDomain(name, base, collation, defaultValue, constraints, cursor.spanFrom(start));
    }

    private static boolean isQualified(Cursor cursor) {
        return cursor.isAnyWord("collate", "default", "null", "not", "check", "constraint");
    }

    /** {@code CHECK (…)} or {@code NOT NULL}, of which the column is the domain. */
    private static Constraint constraint(Cursor cursor, int start, @Nullable Name name, ObjectName domain) {
        if (cursor.acceptWords("not")) {
            cursor.expectWord("null");
            return new Constraint.NotNull(
                    name, domain.parts().getLast(), ConstraintAttributes.NONE, cursor.spanFrom(start));
        }
        Expression condition = condition(cursor);
        cursor.acceptWords("no", "inherit");
        return new Constraint.Check(name, condition, ConstraintAttributes.NONE, cursor.spanFrom(start));
    }

    private static Expression condition(Cursor cursor) {
        cursor.expectWord("check");
        cursor.expect(TokenKind.LEFT_PAREN);
        Expression condition = ExpressionParser.expression(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return condition;
    }

    /** As {@link #constraint}, with the marks that only ALTER DOMAIN takes. */
    private static Constraint addedConstraint(Cursor cursor, ObjectName domain) {
        int start = cursor.position();
        Name name = cursor.acceptWords("constraint") ? NameParser.name(cursor) : null;
        if (cursor.acceptWords("not")) {
            cursor.expectWord("null");
            var attributes = ConstraintAttributesParser.permitted(cursor, "NOT NULL", Set.of());
            return new Constraint.NotNull(name, domain.parts().getLast(), attributes, cursor.spanFrom(start));
        }
        Expression condition = condition(cursor);
        var attributes = ConstraintAttributesParser.permitted(cursor, "CHECK", Set.of("not valid", "no inherit"));
        return new Constraint.Check(name, condition, attributes, cursor.spanFrom(start));
    }

    /** What ALTER DOMAIN does besides what ALTER does to all kinds of objects. Begins behind the name. */
    static Statement alter(Cursor cursor, int start, ObjectName name) {
        DomainAction action = action(cursor, name);
        return new TypeStatement.AlterDomain(name, action, cursor.spanFrom(start));
    }

    private static DomainAction action(Cursor cursor, ObjectName domain) {
        return switch (cursor.expectAnyWord("set", "drop", "add", "rename", "validate")) {
            case "set" -> set(cursor);
            case "drop" -> drop(cursor);
            case "add" -> new DomainAction.AddConstraint(addedConstraint(cursor, domain));
            case "rename" -> {
                cursor.expectWord("constraint");
                Name constraint = NameParser.name(cursor);
                cursor.expectWord("to");
                yield new DomainAction.RenameConstraint(constraint, NameParser.name(cursor));
            }
            default -> {
                cursor.expectWord("constraint");
                yield new DomainAction.ValidateConstraint(NameParser.name(cursor));
            }
        };
    }

    private static DomainAction set(Cursor cursor) {
        if (cursor.acceptWords("not")) {
            cursor.expectWord("null");
            return new DomainAction.SetNotNull();
        }
        cursor.expectWord("default");
        return new DomainAction.SetDefault(ExpressionParser.expression(cursor));
    }

    private static DomainAction drop(Cursor cursor) {
        if (cursor.acceptWords("default")) {
            return new DomainAction.DropDefault();
        }
        if (cursor.acceptWords("not")) {
            cursor.expectWord("null");
            return new DomainAction.DropNotNull();
        }
        cursor.expectWord("constraint");
        boolean ifExists = RelationParser.ifExists(cursor);
        Name constraint = NameParser.name(cursor);
        DropBehavior behavior = RelationParser.dropBehavior(cursor);
        return new DomainAction.DropConstraint(constraint, ifExists, behavior);
    }
}
