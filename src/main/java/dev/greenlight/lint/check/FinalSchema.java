package dev.greenlight.lint.check;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.Identifiers;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a history leaves, and how it got there.
 *
 * @param catalog without what the history's tool keeps its own records in
 */
public record FinalSchema(Catalog catalog, HistoryRun run) {
    /** All steps that go up, those that code ran in front of what ran it. */
    Stream<Step> steps() {
        return run.ups().stream()
                .flatMap(migration -> migration.steps().stream())
                .flatMap(Step::all);
    }

    /** The tables that the history makes and of which it is certain what they have. Partitions are their parents'. */
    Stream<Table> tables() {
        return catalog.tables().filter(this::isCertain).filter(table -> !table.partition());
    }

    private boolean isCertain(Table table) {
        return table.origin() != null
                && table.columnsKnown()
                && !table.isForeign()
                && run.certainty().isOf(ObjectType.TABLE, table.name());
    }

    /** Those of a table that are not parts of its parents'. */
    List<Index> indexes(Table table) {
        return catalog.indexesOf(table.oid())
                .filter(index -> index.parent() == 0)
                .filter(index -> run.certainty().isOf(ObjectType.INDEX, index.name()))
                .toList();
    }

    /** Whether an index may be there that nobody knows of. */
    boolean knowsAllIndexes() {
        return run.certainty().isComplete(ObjectType.INDEX);
    }

    /** Whether a routine that the history makes has a name in its text, and so may need what is called so. */
    boolean isInCode(QualifiedName name, Predicate<Origin> code) {
        return catalog.routines()
                .map(routine -> routine.origin())
                .filter(origin -> origin != null && code.test(origin))
                .anyMatch(origin -> origin.file().text(origin.span()).contains(name.name()));
    }

    /** Whether an extension brought what is from there. */
    public static boolean isOfExtension(@Nullable Origin origin) {
        return origin != null
                && origin.file().text(origin.span()).toLowerCase(Locale.ROOT).contains("extension");
    }

    /** The columns' names as people call them: {@code a, b}. */
    static String names(Table table, List<Integer> columns) {
        return names(table, columns, name -> name);
    }

    /** The columns' names as SQL has them. */
    static String quoted(Table table, List<Integer> columns) {
        return names(table, columns, Identifiers::quote);
    }

    private static String names(Table table, List<Integer> columns, UnaryOperator<String> spelling) {
        return columns.stream()
                .flatMap(number -> table.column(number).stream())
                .map(Column::name)
                .map(spelling)
                .collect(Collectors.joining(", "));
    }

    static String quoted(Relation relation) {
        return quoted(relation.name());
    }

    /** A name as SQL has it. */
    static String quoted(QualifiedName name) {
        return name.schema().equals("public") ? Identifiers.quote(name.name()) : Identifiers.quote(name);
    }
}
