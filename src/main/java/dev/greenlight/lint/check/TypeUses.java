package dev.greenlight.lint.check;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.CastStatement;
import dev.greenlight.sql.OperatorStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TypeStatement;
import org.jspecify.annotations.Nullable;

/** Whether something in a schema has a type, or may have it: what is only told by a text counts where its name is there. */
final class TypeUses {
    private final FinalSchema schema;
    private final Catalog catalog;

    TypeUses(FinalSchema schema) {
        this.schema = schema;
        this.catalog = schema.catalog();
    }

    boolean uses(Type type) {
        QualifiedName name = type.name();
        return catalog.usersOfType(name).findAny().isPresent()
                || catalog.relations().stream().anyMatch(relation -> has(relation, name))
                || catalog.types().stream().anyMatch(other -> !isSame(other, type) && has(other, name))
                || catalog.routines().anyMatch(routine -> names(routine.needs(), name))
                || schema.isInCode(name, origin -> true)
                || schema.steps().anyMatch(step -> names(step, name));
    }

    /** A multirange is of the statement that made its range. */
    private static boolean isSame(Type one, Type other) {
        return one.name().equals(other.name())
                || one.origin() != null && one.origin().equals(other.origin());
    }

    private static boolean has(Relation relation, QualifiedName name) {
        return relation.attachments().stream().anyMatch(attachment -> names(attachment.needs(), name))
                || switch (relation) {
                    case Table table ->
                        name.equals(table.ofType())
                                || !table.columnsKnown()
                                || table.columns().stream()
                                        .anyMatch(column -> column.type().name().equals(name));
                    case View view ->
                        !view.complete()
                                || names(view.needs(), name)
                                || view.types().stream()
                                        .anyMatch(type -> type.name().equals(name));
                    case Sequence ignored -> false;
                    case Index index -> names(index.expressions(), name);
                };
    }

    private static boolean has(Type other, QualifiedName name) {
        return switch (other) {
            case Type.Domain domain -> domain.base().name().equals(name) || isIn(domain.origin(), name);
            case Type.Composite composite ->
                composite.attributes().stream()
                        .anyMatch(attribute -> attribute.type().name().equals(name));
            case Type.Enum ignored -> false;
            case Type.Other range -> isIn(range.origin(), name);
        };
    }

    private static boolean isIn(@Nullable Origin origin, QualifiedName name) {
        return origin != null && origin.file().text(origin.span()).contains(name.name());
    }

    /** Of what these make the catalog does not hold which types it has. */
    private static boolean names(Step step, QualifiedName name) {
        Statement statement = step.statement();
        boolean hasTypes = statement instanceof CastStatement
                || statement instanceof OperatorStatement
                || statement instanceof TypeStatement.AlterDomain;
        return hasTypes && step.file().text(statement.span()).contains(name.name());
    }

    private static boolean names(Needs needs, QualifiedName name) {
        return needs.types().contains(name);
    }
}
