package dev.greenlight.lint.check;

import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint.ForeignKey;
import dev.greenlight.rule.Level;
import java.util.Optional;
import java.util.stream.Stream;

/** Foreign keys whose rows no index finds when a row that they refer to goes (manual 5.5.5). */
final class ForeignKeyWithoutIndex implements SchemaCheck {
    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        return schema.knowsAllIndexes()
                ? schema.tables().flatMap(table -> keys(table).flatMap(key -> look(schema, table, key).stream()))
                : Stream.empty();
    }

    private static Stream<ForeignKey> keys(Table table) {
        return table.constraints().stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .filter(key -> key.origin() != null);
    }

    private static Optional<Recommendation> look(FinalSchema schema, Table table, ForeignKey key) {
        boolean served = schema.catalog()
                .indexesOf(table.oid())
                .anyMatch(index -> IndexService.finds(index, table, key.columns()));
        return served
                ? Optional.empty()
                : schema.catalog().table(key.referencedTable()).map(other -> recommendation(table, key, other));
    }

    private static Recommendation recommendation(Table table, ForeignKey key, Table referenced) {
        String columns = FinalSchema.names(table, key.columns());
        boolean partitioned = table.kind() == Table.Kind.PARTITIONED;
        return new Recommendation(
                "foreign-key-without-index",
                Level.YELLOW,
                table.name().display(),
                key.origin(),
                "each row deleted from " + referenced.name().display()
                        + " makes the server read all of it: no index begins with " + columns,
                "CREATE INDEX " + (partitioned ? "" : "CONCURRENTLY ") + "ON " + FinalSchema.quoted(table) + " ("
                        + FinalSchema.quoted(table, key.columns()) + ");");
    }
}
