package dev.greenlight.lint.check;

import dev.greenlight.catalog.Type;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Level;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TypeStatement;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Enums, domains, composite types and ranges that no column, parameter, expression or other type has. Whether the
 * application casts to one nobody here can tell: it is a note, and says so.
 */
final class UnusedType implements SchemaCheck {
    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        TypeUses uses = new TypeUses(schema);
        return schema.catalog().types().stream()
                .filter(type -> isOfHistory(schema, type))
                .filter(type -> !uses.uses(type))
                .filter(type -> !(type instanceof Type.Other) || isUnusedRange(schema, uses, type))
                .map(UnusedType::recommendation);
    }

    private static boolean isOfHistory(FinalSchema schema, Type type) {
        return type.origin() != null
                && !FinalSchema.isOfExtension(type.origin())
                && schema.run().certainty().isOf(ObjectType.TYPE, type.name())
                && schema.run().certainty().isComplete(ObjectType.TABLE);
    }

    /**
     * A range is also used by its multirange and by the functions of its name that make one (manual 8.17.6 and 8.17.2). A
     * base type is never told of: its functions in C are its own.
     */
    private static boolean isUnusedRange(FinalSchema schema, TypeUses uses, Type type) {
        return schema.steps().anyMatch(step -> makes(step, type))
                && schema.catalog().types().stream()
                        .filter(other -> Objects.equals(type.origin(), other.origin()))
                        .noneMatch(uses::uses)
                && schema.steps()
                        .filter(step -> !(step.statement() instanceof TypeStatement))
                        .noneMatch(step -> isNamed(step, type));
    }

    private static boolean makes(Step step, Type type) {
        return step.statement() instanceof TypeStatement.CreateRange create
                && create.name().name().equals(type.name().name());
    }

    private static boolean isNamed(Step step, Type type) {
        Statement statement = step.statement();
        return step.file().text(statement.span()).contains(type.name().name() + "(");
    }

    private static Recommendation recommendation(Type type) {
        boolean cast = type instanceof Type.Composite || type instanceof Type.Other;
        return new Recommendation(
                "unused-type",
                Level.NOTE,
                type.name().display(),
                type.origin(),
                "no column, parameter or expression has this type",
                "DROP " + (type instanceof Type.Domain ? "DOMAIN " : "TYPE ") + FinalSchema.quoted(type.name()) + ";"
                        + (cast ? " or leave it, if the application casts to it" : ""));
    }
}
