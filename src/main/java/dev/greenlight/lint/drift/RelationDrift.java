package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.View;
import dev.greenlight.lint.check.FinalSchema;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.truth.Expressible.Trait;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.stream.Stream;

/** Views, and sequences that no column owns: which of them are there. A declared view may be a table. */
final class RelationDrift {
    private final Sides sides;
    private final List<FinalSchema> histories;

    RelationDrift(Sides sides, List<FinalSchema> histories) {
        this.sides = sides;
        this.histories = histories;
    }

    Stream<Recommendation> look() {
        return Stream.concat(
                relations(sides.declared())
                        .filter(this::isMissing)
                        .map(relation -> sides.missing(
                                object(relation),
                                relation.origin(),
                                relation.name().display(),
                                names(histories.stream().flatMap(RelationDrift::relations)))),
                histories.stream()
                        .flatMap(RelationDrift::relations)
                        .filter(this::isExtra)
                        .map(relation -> sides.extra(
                                object(relation),
                                relation.origin(),
                                relation.name().display(),
                                names(relations(sides.declared()).filter(this::isMissing)))));
    }

    private static Stream<Relation> relations(FinalSchema schema) {
        return schema.catalog().relations().stream()
                .filter(relation -> relation.origin() != null && !FinalSchema.isOfExtension(relation.origin()))
                .filter(relation -> relation instanceof View
                        || relation instanceof Sequence sequence && sequence.ownerTable() == 0 && !sequence.identity());
    }

    private static List<String> names(Stream<Relation> relations) {
        return relations.map(relation -> relation.name().display()).toList();
    }

    private static String object(Relation relation) {
        return relation.kindWords() + " " + relation.name().display();
    }

    private boolean isMissing(Relation relation) {
        return histories.stream()
                .allMatch(history -> history.catalog().relation(relation.name()).isEmpty()
                        && history.run().certainty().isOf(type(relation), relation.name()));
    }

    private static ObjectType type(Relation relation) {
        return relation instanceof Sequence ? ObjectType.SEQUENCE : ObjectType.VIEW;
    }

    private boolean isExtra(Relation relation) {
        Trait trait = relation instanceof Sequence ? Trait.SEQUENCES : Trait.VIEWS;
        return sides.expressible().has(trait)
                && sides.expressible().schemas().contains(relation.name().schema())
                && sides.declared().catalog().relation(relation.name()).isEmpty()
                && sides.isUndeclared(type(relation), relation.name().name());
    }
}
