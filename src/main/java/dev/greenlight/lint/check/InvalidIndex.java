package dev.greenlight.lint.check;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.rule.Level;
import java.util.stream.Stream;

/** Indexes that no query uses: those on ONLY a partitioned table of which not all parts are there (manual 5.12.2.2). */
final class InvalidIndex implements SchemaCheck {
    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        return schema.tables()
                .flatMap(table -> schema.indexes(table).stream()
                        .filter(index -> index.origin() != null && !index.valid())
                        .map(index -> recommendation(table, index)));
    }

    private static Recommendation recommendation(Table table, Index index) {
        String name = FinalSchema.quoted(index);
        return new Recommendation(
                "invalid-index",
                Level.YELLOW,
                table.name().display(),
                index.origin(),
                index.name().name() + " is invalid: it is kept up to date and no query uses it",
                table.kind() == Table.Kind.PARTITIONED
                        ? "make the index on each partition, and ALTER INDEX " + name + " ATTACH PARTITION …;"
                        : "REINDEX INDEX CONCURRENTLY " + name + ";");
    }
}
