package dev.greenlight.lint.check;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.rule.Level;
import java.util.Optional;
import java.util.stream.Stream;

/** Tables whose rows logical replication cannot find (manual 29.1). What inherits from another table cannot have its primary key. */
final class TableWithoutPrimaryKey implements SchemaCheck {
    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        return schema.knowsAllIndexes()
                ? schema.tables()
                        .filter(table ->
                                table.primaryKey().isEmpty() && table.parents().isEmpty())
                        .map(table -> recommendation(schema, table))
                : Stream.empty();
    }

    private static Recommendation recommendation(FinalSchema schema, Table table) {
        return new Recommendation(
                "table-without-primary-key",
                Level.YELLOW,
                table.name().display(),
                table.origin(),
                "it has no primary key, by which logical replication finds rows",
                remedy(schema, table));
    }

    private static String remedy(FinalSchema schema, Table table) {
        Optional<Index> key = schema.indexes(table).stream()
                .filter(index -> index.unique() && !index.partial() && index.valid())
                .filter(index -> index.keys().stream().allMatch(each -> isRequired(table, each)))
                .findFirst();
        return key.map(index -> "make "
                        + FinalSchema.names(
                                table,
                                index.keys().stream().map(Index.Key::column).toList())
                        + " the primary key: it is unique and never NULL")
                .orElse("ALTER TABLE " + FinalSchema.quoted(table)
                        + " ADD PRIMARY KEY (…); over columns that are unique, or a new identity column");
    }

    private static boolean isRequired(Table table, Index.Key key) {
        return table.column(key.column()).filter(Column::notNull).isPresent();
    }
}
