package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Needs;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.sql.TableStatement;
import java.util.List;

/** What {@code LIKE … INCLUDING} takes from a table beside its columns' names and types (manual CREATE TABLE). */
final class TableTemplate {
    private final Execution execution;
    private final TableStatement.Like like;
    private final Table source;

    TableTemplate(Execution execution, TableStatement.Like like, Table source) {
        this.execution = execution;
        this.like = like;
        this.source = source;
    }

    private static boolean includes(TableStatement.Like like, String what) {
        return (like.including().contains(what) || like.including().contains("all"))
                && !like.excluding().contains(what)
                && !like.excluding().contains("all");
    }

    Table source() {
        return source;
    }

    /** A column as LIKE makes it. */
    static Column copy(Column column, TableStatement.Like like, Origin origin) {
        boolean generated = column.generated() != null;
        boolean value = generated ? includes(like, "generated") : includes(like, "defaults");
        return new Column(
                column.number(),
                column.name(),
                column.type(),
                column.notNull(),
                value ? column.defaultValue() : null,
                includes(like, "identity") ? column.identity() : null,
                value ? column.generated() : null,
                origin);
    }

    /** What generation expressions name is the new table's. */
    void moveNeeds(Table table) {
        execution.put(table.withColumns(
                table.columns().stream().map(column -> moved(column, table)).toList()));
    }

    private Column moved(Column column, Table table) {
        Column.Value value = column.defaultValue();
        if (column.generated() == null || value == null) {
            return column;
        }
        NeedsBuilder needs = new NeedsBuilder();
        value.needs().types().forEach(needs::type);
        value.needs().routines().forEach(needs::routine);
        for (Needs.Part part : value.needs().relations()) {
            boolean own = part.relation() == source.oid();
            needs.column(
                    own ? table.oid() : part.relation(),
                    own ? NewIndexes.number(part.column(), source, table) : part.column());
        }
        return column.withGenerated(
                column.generated(), new Column.Value(value.text(), value.volatility(), needs.build()));
    }

    /** The checks and the sequences of identity columns. */
    void addChecks(Table table) {
        for (Column column : source.columns()) {
            if (column.identity() != null && includes(like, "identity")) {
                Column own = table.column(column.name()).orElseThrow();
                new NewColumns(execution).ownedSequence(table, own, true, like.span());
            }
        }
        if (includes(like, "constraints")) {
            source.constraints().stream()
                    .filter(TableConstraint.Check.class::isInstance)
                    .map(TableConstraint.Check.class::cast)
                    .forEach(check -> addCheck(table, check));
        }
    }

    private void addCheck(Table table, TableConstraint.Check check) {
        Table current = execution.current(table);
        TableConstraint.Check own = NewConstraints.translate(check, source, current);
        execution.add(new ConstraintOperation.AddConstraint(current, own, null, false, List.of(), false, like.span()));
        execution.put(current.withConstraints(Lists.plus(current.constraints(), own)));
    }

    /** The indexes, and the keys and exclusions that they serve, under names chosen anew. */
    void addIndexes(Table table) {
        if (includes(like, "indexes")) {
            NewIndexes indexes = new NewIndexes(execution);
            execution
                    .catalog()
                    .indexesOf(source.oid())
                    .toList()
                    .forEach(index -> indexes.give(
                            execution.current(table),
                            source,
                            shape(index),
                            NewIndexes.deferral(index, source),
                            like.span()));
        }
    }

    private NewIndexes.Shape shape(Index index) {
        return NewIndexes.shape(index, source, execution.version());
    }
}
