package dev.greenlight.lint.check;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.rule.Level;
import dev.greenlight.sql.ObjectType;
import java.util.stream.Stream;

/**
 * Enums and domains that no column, parameter, expression or other type has. Composite types and ranges are none of
 * them, for an application may put rows together of them.
 */
final class UnusedType implements SchemaCheck {
    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        return schema.catalog().types().stream()
                .filter(type -> type instanceof Type.Enum || type instanceof Type.Domain)
                .filter(type -> isUnused(schema, type))
                .map(UnusedType::recommendation);
    }

    private static boolean isUnused(FinalSchema schema, Type type) {
        Catalog catalog = schema.catalog();
        QualifiedName name = type.name();
        return type.origin() != null
                && !FinalSchema.isOfExtension(type.origin())
                && schema.run().certainty().isOf(ObjectType.TYPE, name)
                && schema.run().certainty().isComplete(ObjectType.TABLE)
                && catalog.usersOfType(name).findAny().isEmpty()
                && catalog.relations().stream().noneMatch(relation -> has(relation, name))
                && catalog.types().stream().noneMatch(other -> has(other, name))
                && catalog.routines().noneMatch(routine -> names(routine.needs(), name))
                && !schema.isInCode(name, origin -> true);
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
            case Type.Domain domain -> domain.base().name().equals(name);
            case Type.Composite composite ->
                composite.attributes().stream()
                        .anyMatch(attribute -> attribute.type().name().equals(name));
            case Type.Enum ignored -> false;
            case Type.Other range ->
                range.origin() != null
                        && range.origin().file().text(range.origin().span()).contains(name.name());
        };
    }

    private static boolean names(Needs needs, QualifiedName name) {
        return needs.types().contains(name);
    }

    private static Recommendation recommendation(Type type) {
        String words = type instanceof Type.Domain ? "DOMAIN" : "TYPE";
        return new Recommendation(
                "unused-type",
                Level.NOTE,
                type.name().display(),
                type.origin(),
                "no column, parameter or expression has this type",
                "DROP " + words + " " + FinalSchema.quoted(type.name()) + ";");
    }
}
