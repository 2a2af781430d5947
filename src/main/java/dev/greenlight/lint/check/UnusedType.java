package dev.greenlight.lint.check;

import dev.greenlight.catalog.Type;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Level;
import dev.greenlight.sql.IndexStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TableStatement;
import dev.greenlight.sql.TypeStatement;
import dev.greenlight.sql.ViewStatement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Enums and domains that no column, parameter, expression or other type has. Of composite types and ranges only those that
 * something had once: an application may cast to one that nothing else ever had.
 */
final class UnusedType implements SchemaCheck {
    private static final List<Class<? extends Statement>> MAKERS =
            List.of(TableStatement.class, ViewStatement.class, RoutineStatement.class, IndexStatement.class);

    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        TypeUses uses = new TypeUses(schema);
        return schema.catalog().types().stream()
                .filter(type -> isOfHistory(schema, type))
                .filter(type -> !uses.uses(type))
                .filter(type -> isUnused(schema, uses, type))
                .map(UnusedType::recommendation);
    }

    private static boolean isOfHistory(FinalSchema schema, Type type) {
        return type.origin() != null
                && !FinalSchema.isOfExtension(type.origin())
                && schema.run().certainty().isOf(ObjectType.TYPE, type.name())
                && schema.run().certainty().isComplete(ObjectType.TABLE);
    }

    private static boolean isUnused(FinalSchema schema, TypeUses uses, Type type) {
        return switch (type) {
            case Type.Enum ignored -> true;
            case Type.Domain ignored -> true;
            case Type.Composite ignored -> wasUsed(schema, type);
            case Type.Other ignored -> wasUsed(schema, type) && isUnusedRange(schema, uses, type);
        };
    }

    /** Whether a statement that makes or changes a table, view or routine, or something at one, names it. */
    private static boolean wasUsed(FinalSchema schema, Type type) {
        return schema.steps()
                .filter(step -> MAKERS.stream().anyMatch(kind -> kind.isInstance(step.statement())))
                .anyMatch(step -> hasWord(text(step), type.name().name()));
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
                        .noneMatch(step -> text(step).contains(type.name().name() + "("));
    }

    private static boolean makes(Step step, Type type) {
        return step.statement() instanceof TypeStatement.CreateRange create
                && create.name().name().equals(type.name().name());
    }

    private static String text(Step step) {
        return step.file().text(step.statement().span());
    }

    /** Whether it is there by itself, and not as a part of a longer name. */
    private static boolean hasWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(text.charAt(at - 1));
            if (begins && (end == text.length() || !Character.isJavaIdentifierPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static Recommendation recommendation(Type type) {
        return new Recommendation(
                "unused-type",
                Level.NOTE,
                type.name().display(),
                type.origin(),
                "no column, parameter or expression has this type",
                "DROP " + (type instanceof Type.Domain ? "DOMAIN " : "TYPE ") + FinalSchema.quoted(type.name()) + ";");
    }
}
