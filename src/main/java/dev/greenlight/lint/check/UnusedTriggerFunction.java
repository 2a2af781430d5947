package dev.greenlight.lint.check;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Routine;
import dev.greenlight.rule.Level;
import dev.greenlight.sql.ObjectType;
import java.util.stream.Stream;

/** Functions for triggers that no trigger calls: nothing else can call them (manual 37.1). */
final class UnusedTriggerFunction implements SchemaCheck {
    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        boolean certain = schema.run().certainty().isComplete(ObjectType.TRIGGER);
        return schema.catalog()
                .routines()
                .filter(routine -> certain && routine.returns().is("trigger"))
                .filter(routine -> isUnused(schema, routine))
                .map(UnusedTriggerFunction::recommendation);
    }

    private static boolean isUnused(FinalSchema schema, Routine routine) {
        return routine.origin() != null
                && !FinalSchema.isOfExtension(routine.origin())
                && schema.run().certainty().isOf(ObjectType.FUNCTION, routine.name())
                && !isCalled(schema.catalog(), routine)
                && !schema.isInCode(routine.name(), origin -> !origin.equals(routine.origin()));
    }

    private static boolean isCalled(Catalog catalog, Routine routine) {
        return catalog.relations().stream()
                .flatMap(relation -> relation.attachments().stream())
                .anyMatch(attachment -> routine.name().equals(attachment.function()));
    }

    private static Recommendation recommendation(Routine routine) {
        return new Recommendation(
                "unused-trigger-function",
                Level.NOTE,
                routine.name().display() + "()",
                routine.origin(),
                "no trigger that the migrations leave calls it",
                "DROP FUNCTION " + FinalSchema.quoted(routine.name()) + "();");
    }
}
