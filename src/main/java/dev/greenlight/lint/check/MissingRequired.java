package dev.greenlight.lint.check;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.rule.Level;
import dev.greenlight.rule.Nearest;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one table or view lacks that the application needs, or that it is not there at all. */
final class MissingRequired {
    private static final String CHECK = "missing-required";

    private final Requirements.Table needed;
    private final List<FinalSchema> schemas;

    MissingRequired(Requirements.Table needed, List<FinalSchema> schemas) {
        this.needed = needed;
        this.schemas = schemas;
    }

    Stream<Recommendation> look() {
        List<Found> found =
                schemas.stream().flatMap(schema -> find(schema).stream()).toList();
        if (found.isEmpty()) {
            return Stream.of(schemas.stream().anyMatch(this::mayHave) ? unknown(needed.name(), null) : noTable());
        }
        return Stream.concat(
                needed.required().stream().flatMap(column -> look(found, column, Level.RED)),
                needed.optional().stream().flatMap(column -> look(found, column, Level.NOTE)));
    }

    /** A table or view in the schema that it was found in. */
    private record Found(FinalSchema schema, Relation relation) {
        boolean has(String column) {
            return columns().contains(column);
        }

        /** Without those that nobody knows of. */
        List<String> columns() {
            return switch (relation) {
                case Table table -> table.columns().stream().map(Column::name).toList();
                case View view -> view.columns() == null ? List.of() : view.columns();
                case Index ignored -> List.of();
                case Sequence ignored -> List.of();
            };
        }

        /** Whether a column may be there that is not known. */
        boolean mayHave(String column) {
            boolean known = switch (relation) {
                case Table table -> table.columnsKnown();
                case View view -> view.columns() != null;
                case Index ignored -> true;
                case Sequence ignored -> true;
            };
            QualifiedName name = new QualifiedName("", column);
            return !known || !schema.run().certainty().isOf(ObjectType.COLUMN, name);
        }
    }

    private Optional<Found> find(FinalSchema schema) {
        return meant(schema).filter(MissingRequired::hasColumns).map(relation -> new Found(schema, relation));
    }

    /** A sequence or an index of the name hides a table that is further down the search path (manual 5.10.3). */
    private Optional<Relation> meant(FinalSchema schema) {
        return names(schema)
                .flatMap(name -> schema.catalog().relation(name).stream())
                .findFirst();
    }

    private static boolean hasColumns(Relation relation) {
        return relation instanceof Table || relation instanceof View;
    }

    /** Where sessions look for it. */
    private Stream<QualifiedName> names(FinalSchema schema) {
        int dot = needed.name().indexOf('.');
        return dot > 0
                ? Stream.of(new QualifiedName(
                        needed.name().substring(0, dot), needed.name().substring(dot + 1)))
                : schema.run().searchPath().stream().map(path -> new QualifiedName(path, needed.name()));
    }

    private boolean mayHave(FinalSchema schema) {
        return names(schema).anyMatch(name -> !schema.run().certainty().isOf(ObjectType.TABLE, name));
    }

    private Stream<Recommendation> look(List<Found> found, String column, Level level) {
        if (found.stream().anyMatch(each -> each.has(column))) {
            return Stream.empty();
        }
        Found first = found.getFirst();
        return Stream.of(
                found.stream().anyMatch(each -> each.mayHave(column))
                        ? unknown(needed.name() + "." + column, first.relation().origin())
                        : noColumn(first, column, level));
    }

    private Recommendation noTable() {
        List<String> known = schemas.stream()
                .flatMap(schema -> schema.catalog().relations().stream())
                .filter(MissingRequired::hasColumns)
                .map(relation -> relation.name().display())
                .distinct()
                .toList();
        Optional<Relation> other =
                schemas.stream().flatMap(schema -> meant(schema).stream()).findFirst();
        return missing(
                Level.RED,
                needed.name(),
                other.map(Relation::origin).orElse(null),
                other.map(relation -> "it is the " + relation.kindWords() + " "
                                + relation.name().display())
                        .orElse("no migration leaves it"),
                needed.name(),
                known);
    }

    private Recommendation noColumn(Found found, String column, Level level) {
        Origin made = found.relation().origin();
        String message = needed.name() + " has no such column";
        return missing(level, needed.name() + "." + column, made, message, column, found.columns());
    }

    private Recommendation missing(
            Level level, String object, @Nullable Origin place, String message, String word, List<String> known) {
        String need = level == Level.RED ? ", and the application needs it" : ", which the application can use";
        return new Recommendation(
                CHECK,
                level,
                object,
                place,
                message + need + " (" + needed.from() + ")",
                "write the migration that makes it" + Nearest.question(word, known));
    }

    private Recommendation unknown(String object, @Nullable Origin place) {
        return new Recommendation(
                CHECK,
                Level.NOTE,
                object,
                place,
                "it is not known whether it is there (" + needed.from() + ")",
                "greenlight lint shows which statements are not followed");
    }
}
