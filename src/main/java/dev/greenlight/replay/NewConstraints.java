package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.ChosenNames;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.Name;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds constraints to tables: the same for a new table, a new column and ADD CONSTRAINT. */
final class NewConstraints {
    private final Execution execution;
    private final boolean newTable;
    private final boolean only;

    private NewConstraints(Execution execution, boolean newTable, boolean only) {
        this.execution = execution;
        this.newTable = newTable;
        this.only = only;
    }

    /** For a table that is made by the same statement, so that there is nothing to validate. */
    static NewConstraints ofNewTable(Execution execution) {
        return new NewConstraints(execution, true, false);
    }

    /**
     * @param only whether the table's children are left alone
     */
    static NewConstraints ofTable(Execution execution, boolean only) {
        return new NewConstraints(execution, false, only);
    }

    void add(Table table, Constraint constraint) {
        Table current = execution.current(table);
        switch (constraint) {
            case Constraint.Check check -> check(current, check);
            case Constraint.NotNull notNull -> notNull(current, notNull);
            case Constraint.Unique unique -> new NewKeys(execution, only).unique(current, unique);
            case Constraint.Exclude exclude -> new NewKeys(execution, only).exclude(current, exclude);
            case Constraint.ForeignKey key -> foreignKey(current, key);
        }
    }

    private void foreignKey(Table table, Constraint.ForeignKey key) {
        if (only && table.kind() == Table.Kind.PARTITIONED) {
            String message = "cannot use ONLY for foreign key on partitioned table \""
                    + table.name().name() + "\" referencing relation \""
                    + key.referencedTable().name() + "\"";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, key.span());
        }
        new NewForeignKeys(execution, newTable).add(table, key, only);
    }

    private void check(Table table, Constraint.Check check) {
        TableExpressions.Reading reading =
                TableExpressions.read(check.condition(), table, ExpressionPlace.CHECK, execution);
        String name = name(table, check, reading);
        Table others = isInherited(table, name) ? without(table, name) : table;
        requireFree(others, name, check);
        if (check.attributes().noInherit() && table.kind() == Table.Kind.PARTITIONED) {
            String message = "cannot add NO INHERIT constraint to partitioned table \""
                    + table.name().name() + "\"";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, check.span());
        }
        boolean validated =
                newTable || !check.attributes().notValid() && check.attributes().enforced();
        var added = new TableConstraint.Check(
                name,
                reading.columns(),
                execution.text(check.condition().span()),
                NotNullProof.of(check.condition(), table),
                check.attributes().noInherit(),
                validated,
                reading.needs(),
                execution.origin(check.span()));
        execution.add(new ConstraintOperation.AddConstraint(table, added, null, false, List.of(), only, check.span()));
        execution.put(table.withConstraints(Lists.plus(others.constraints(), added)));
        if (!added.noInherit()) {
            inherit(table, added);
        }
    }

    private String name(Table table, Constraint.Check check, TableExpressions.Reading reading) {
        Name written = check.name();
        if (written != null) {
            return written.value();
        }
        @Nullable
        String column = reading.columns().size() == 1
                ? table.column(reading.columns().getFirst()).map(Column::name).orElse(null)
                : null;
        return new FreeNames(execution.catalog(), table.name()).check(column);
    }

    /**
     * Whether the one of this name is only a parent's, with which the new one is then merged; whether both say the same
     * is not judged.
     */
    private boolean isInherited(Table table, String name) {
        Optional<Origin> origin = table.constraint(name).map(TableConstraint::origin);
        return origin.isPresent()
                && table.parents().stream()
                        .flatMap(parent -> execution.catalog().table(parent).stream())
                        .flatMap(parent -> parent.constraint(name).stream())
                        .anyMatch(other -> origin.get().equals(other.origin()));
    }

    private static Table without(Table table, String constraint) {
        return table.withConstraints(table.constraints().stream()
                .filter(other -> !other.name().equals(constraint))
                .toList());
    }

    private void requireFree(Table table, String name, Constraint constraint) {
        if (table.constraint(name).isEmpty()) {
            return;
        }
        String message = newTable
                ? "check constraint \"" + name + "\" already exists"
                : "constraint \"" + name + "\" for relation \"" + table.name().name() + "\" already exists";
        throw execution.reject(SqlState.DUPLICATE_OBJECT, message, place(constraint));
    }

    static Span place(Constraint constraint) {
        Name name = constraint.name();
        return name == null ? constraint.span() : name.span();
    }

    /** Children have it too (manual 5.11); one that is there already under the name is taken for the same. */
    private void inherit(Table parent, TableConstraint.Check check) {
        for (Table child : execution.catalog().childrenOf(parent.oid()).toList()) {
            TableConstraint.Check own = translate(check, parent, child);
            if (child.constraint(own.name()).isEmpty()) {
                execution.put(child.withConstraints(Lists.plus(child.constraints(), own)));
            }
            inherit(execution.current(child), own);
        }
    }

    /** The check as a child has it, whose columns may have other numbers. */
    static TableConstraint.Check translate(TableConstraint.Check check, Table from, Table to) {
        return new TableConstraint.Check(
                check.name(),
                numbers(check.columns(), from, to),
                check.condition(),
                numbers(check.provesNotNull(), from, to),
                check.noInherit(),
                check.validated(),
                check.needs(),
                check.origin());
    }

    static List<Integer> numbers(List<Integer> columns, Table from, Table to) {
        return columns.stream()
                .map(number -> NewIndexes.number(number, from, to))
                .toList();
    }

    private static String name(Table table, Constraint.NotNull notNull) {
        return notNull.name() == null
                ? ChosenNames.makeObjectName(
                        table.name().name(), notNull.column().value(), "not_null")
                : notNull.name().value();
    }

    /** Behind a table's columns, or added to it, from PostgreSQL 18 on. Its name is not kept. */
    private void notNull(Table table, Constraint.NotNull notNull) {
        if (notNull.name() != null) {
            execution.doubt(Doubt.ofMade(List.of(notNull.name().value())));
        }
        Optional<Column> column = execution.names().column(table, notNull.column());
        if (column.isPresent() && !newTable) {
            boolean proven = notNull.attributes().notValid() || NotNullProof.exists(table, column.get());
            execution.add(new ColumnOperation.SetNotNull(table, column.get(), proven, only, notNull.span()));
            ColumnChanges changes = new ColumnChanges(execution);
            if (notNull.attributes().notValid() && !column.get().notNull()) {
                changes.setNotNull(table, column.get(), true);
                changes.markLate(table, column.get(), name(table, notNull));
            } else {
                changes.setNotNull(table, column.get(), true);
            }
        }
    }
}
