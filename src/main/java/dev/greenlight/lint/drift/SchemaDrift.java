package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.lint.check.FinalSchema;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.truth.Truth;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What differs between a source of truth and what the histories of a project leave. They make one schema together; a
 * history that has not one of the declared tables is of another database.
 */
final class SchemaDrift {
    private final FinalSchema declared;
    private final Truth.Declared truth;
    private final List<FinalSchema> histories;

    SchemaDrift(List<FinalSchema> histories, FinalSchema declared, Truth.Declared truth) {
        this.declared = declared;
        this.truth = truth;
        List<FinalSchema> sharing = histories.stream()
                .filter(history ->
                        tables(declared).anyMatch(table -> find(history, table).isPresent()))
                .toList();
        this.histories = sharing.isEmpty() ? histories : sharing;
    }

    List<Recommendation> look() {
        List<Recommendation> all = new ArrayList<>();
        tables(declared).forEach(table -> look(table).forEach(all::add));
        for (FinalSchema history : histories) {
            extraTables(history).forEach(all::add);
        }
        Sides sides = sides(histories.getFirst());
        new EnumDrift(sides, histories).look().forEach(all::add);
        new RelationDrift(sides, histories).look().forEach(all::add);
        return all;
    }

    private Sides sides(FinalSchema history) {
        return new Sides(history, declared, truth.expressible(), truth.path());
    }

    private static Stream<Table> tables(FinalSchema schema) {
        return schema.catalog().tables().filter(table -> table.origin() != null);
    }

    private static Optional<Relation> find(FinalSchema history, Table table) {
        return history.catalog()
                .relation(table.name())
                .filter(relation -> relation instanceof Table || relation instanceof View);
    }

    private Stream<Recommendation> look(Table table) {
        if (truth.expressible().tables().contains(table.name())) {
            return Stream.empty();
        }
        for (FinalSchema history : histories) {
            Optional<Relation> found = find(history, table);
            if (found.isPresent()) {
                return found.get() instanceof Table migrated
                        ? new TableDrift(sides(history), migrated, table).look()
                        : Stream.empty();
            }
        }
        return isMissing(table.name().name())
                ? Stream.of(sides(histories.getFirst())
                        .missing(
                                table.name().display(),
                                table.origin(),
                                table.name().display(),
                                undeclared()))
                : Stream.empty();
    }

    private boolean isMissing(String name) {
        return histories.stream().allMatch(history -> sides(history).isMissing(ObjectType.TABLE, name));
    }

    /** The names of the tables that nothing declares, one of which may be meant by one that is missing. */
    private List<String> undeclared() {
        return histories.stream()
                .flatMap(SchemaDrift::tables)
                .map(Table::name)
                .filter(name -> declared.catalog().relation(name).isEmpty())
                .map(QualifiedName::display)
                .toList();
    }

    private Stream<Recommendation> extraTables(FinalSchema history) {
        return tables(history)
                .filter(table -> isOwn(table) && isUndeclared(history, table))
                .map(table -> sides(history)
                        .extra(
                                table.name().display(),
                                table.origin(),
                                table.name().display(),
                                missing()));
    }

    private List<String> missing() {
        return tables(declared)
                .filter(table -> histories.stream()
                        .noneMatch(history -> find(history, table).isPresent()))
                .map(table -> table.name().display())
                .toList();
    }

    /** Partitions are their parents', and what is kept elsewhere is somebody else's. */
    private static boolean isOwn(Table table) {
        return !table.partition()
                && !table.isForeign()
                && table.persistence() != Persistence.TEMPORARY
                && !FinalSchema.isOfExtension(table.origin());
    }

    private boolean isUndeclared(FinalSchema history, Table table) {
        return truth.expressible().schemas().contains(table.name().schema())
                && !truth.expressible().tables().contains(table.name())
                && declared.catalog().relation(table.name()).isEmpty()
                && sides(history).isUndeclared(ObjectType.TABLE, table.name().name());
    }
}
