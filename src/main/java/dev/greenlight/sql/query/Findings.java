package dev.greenlight.sql.query;

import dev.greenlight.sql.TypeName;
import java.util.Comparator;
import java.util.List;

/** What the marked tokens of a statement name, in the order of the text. */
final class Findings {
    private final Marks marks;

    Findings(Marks marks) {
        this.marks = marks;
    }

    /** Each name that stands for a column; one that nothing said the scope of makes the whole doubtful. */
    List<ColumnReference> columns() {
        return marks.sightings.stream()
                .filter(sighting -> !marks.namesRelation(sighting.index()))
                .sorted(Comparator.comparingInt(Marks.Sighting::index))
                .map(this::column)
                .toList();
    }

    private ColumnReference column(Marks.Sighting sighting) {
        Scope scope = marks.scope(sighting.index());
        if (scope == null) {
            marks.doubt();
            scope = Scope.unknown();
        }
        return new ColumnReference(sighting.qualifier(), sighting.name(), sighting.star(), scope);
    }

    List<FunctionCall> functions() {
        return marks.functions.stream()
                .sorted(Comparator.comparingInt(call -> call.span().start()))
                .toList();
    }

    List<TypeName> types() {
        return marks.types.stream()
                .sorted(Comparator.comparingInt(type -> type.span().start()))
                .toList();
    }

    List<RelationReference> relations() {
        return marks.relations.stream()
                .sorted(Comparator.comparingInt(
                        relation -> relation.name().span().start()))
                .toList();
    }

    /** Ask last. */
    boolean complete() {
        return !marks.isDoubtful();
    }
}
