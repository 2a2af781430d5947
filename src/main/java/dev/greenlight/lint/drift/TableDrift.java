package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.lint.truth.Expressible.ColumnName;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.stream.Stream;

/** What differs between a table that migrations leave and the declared one. */
final class TableDrift {
    private final Sides sides;
    private final Table migrated;
    private final Table declared;

    TableDrift(Sides sides, Table migrated, Table declared) {
        this.sides = sides;
        this.migrated = migrated;
        this.declared = declared;
    }

    Stream<Recommendation> look() {
        if (!sides.isMissing(ObjectType.TABLE, migrated.name().name())) {
            return Stream.empty();
        }
        return Stream.of(
                        missingColumns(),
                        extraColumns(),
                        commonColumns(),
                        new KeyDrift(sides, migrated, declared).look(),
                        new IndexDrift(sides, migrated, declared).look(),
                        new ForeignKeyDrift(sides, migrated, declared).look(),
                        new AttachmentDrift(sides, migrated, declared).look())
                .flatMap(stream -> stream);
    }

    private Stream<Recommendation> missingColumns() {
        return without(declared, migrated)
                .filter(column -> migrated.columnsKnown() && sides.isMissing(ObjectType.COLUMN, column.name()))
                .map(column -> sides.missing(
                        object(column), column.origin(), column.name(), names(without(migrated, declared))));
    }

    private Stream<Recommendation> extraColumns() {
        return without(migrated, declared)
                .filter(column -> declared.columnsKnown() && sides.isUndeclared(ObjectType.COLUMN, column.name()))
                .map(column -> sides.extra(
                        object(column), column.origin(), column.name(), names(without(declared, migrated))));
    }

    private Stream<Recommendation> commonColumns() {
        return declared.columns().stream()
                .filter(column -> sides.isMissing(ObjectType.COLUMN, column.name()) && isCompared(column))
                .flatMap(column -> migrated.column(column.name()).stream()
                        .flatMap(own -> new ColumnDrift(sides, migrated, own, column).look()));
    }

    /** Those of one table that the other has not. */
    private Stream<Column> without(Table table, Table other) {
        return table.columns().stream()
                .filter(column -> other.column(column.name()).isEmpty() && isCompared(column));
    }

    private boolean isCompared(Column column) {
        return !sides.expressible().columns().contains(new ColumnName(declared.name(), column.name()));
    }

    private static List<String> names(Stream<Column> columns) {
        return columns.map(Column::name).toList();
    }

    private String object(Column column) {
        return declared.name().display() + "." + column.name();
    }
}
