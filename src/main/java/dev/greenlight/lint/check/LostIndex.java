package dev.greenlight.lint.check;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Table;
import dev.greenlight.replay.ColumnOperation.DropColumn;
import dev.greenlight.replay.IndexOperation.DropIndex;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Indexes of several columns that went when one of these was dropped, which the server does without a word (manual
 * ALTER TABLE, DROP COLUMN), where nothing finds the other columns since.
 */
final class LostIndex implements SchemaCheck {
    @Override
    public Stream<Recommendation> look(FinalSchema schema) {
        return schema.knowsAllIndexes()
                ? schema.steps().flatMap(step -> look(schema, step)).distinct()
                : Stream.empty();
    }

    private static Stream<Recommendation> look(FinalSchema schema, Step step) {
        List<DropColumn> dropped = only(step, DropColumn.class);
        return dropped.isEmpty()
                ? Stream.empty()
                : only(step, DropIndex.class).stream()
                        .filter(drop -> drop.cascaded() && !drop.index().partial())
                        .flatMap(drop -> look(schema, step, drop, dropped).stream());
    }

    private static <T> List<T> only(Step step, Class<T> kind) {
        return step.operations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Optional<Recommendation> look(
            FinalSchema schema, Step step, DropIndex drop, List<DropColumn> dropped) {
        Index index = drop.index();
        List<Integer> rest = index.keys().stream()
                .map(Index.Key::column)
                .filter(number -> dropped.stream()
                        .noneMatch(column -> column.table().oid() == index.table()
                                && column.column().number() == number))
                .toList();
        return schema.tables()
                .filter(table -> table.oid() == index.table())
                .filter(table -> !rest.isEmpty() && rest.size() < index.keys().size() && isLost(schema, table, rest))
                .findFirst()
                .map(table -> recommendation(table, index, rest, new Origin(step.file(), drop.span())));
    }

    private static boolean isLost(FinalSchema schema, Table table, List<Integer> columns) {
        return columns.stream().allMatch(number -> table.column(number).isPresent())
                && schema.catalog()
                        .indexesOf(table.oid())
                        .noneMatch(index -> index.valid() && beginsWith(index, columns.getFirst()));
    }

    private static boolean beginsWith(Index index, int column) {
        return index.keys().getFirst().column() == column;
    }

    private static Recommendation recommendation(Table table, Index index, List<Integer> rest, Origin place) {
        String columns = FinalSchema.names(table, rest);
        return new Recommendation(
                "lost-index",
                Level.YELLOW,
                table.name().display(),
                place,
                index.name().name() + " went with a column that was dropped here: nothing finds rows by " + columns
                        + " since",
                "CREATE INDEX CONCURRENTLY ON " + FinalSchema.quoted(table) + " (" + FinalSchema.quoted(table, rest)
                        + "); or leave it, if no query needs it");
    }
}
