package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.DataType;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.ColumnDefinition;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.TableStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Runs ALTER TABLE. PostgreSQL does not take the actions as written but in passes, all drops first and so on
 * (AlterTablePass in tablecmds.c), and each sees what those before it have done.
 */
final class AlterTableReplay {
    /** In PostgreSQL's order. */
    private enum Pass {
        DROP,
        TYPE,
        ADD_COLUMN,
        EXPRESSION,
        ATTRIBUTE,
        TAKE_INDEX,
        KEY,
        CONSTRAINT,
        OTHER
    }

    /** A part of an action: adding a column with constraints has several, in several passes. */
    private record Part(Pass pass, AlterTableAction action) {}

    private final TableStatement.AlterTable statement;
    private final Execution execution;
    private final Table table;
    private int skipped;

    private AlterTableReplay(TableStatement.AlterTable statement, Execution execution, Table table) {
        this.statement = statement;
        this.execution = execution;
        this.table = table;
    }

    static void apply(TableStatement.AlterTable statement, Execution execution) {
        Names names = execution.names();
        Optional<Relation> relation = statement.ifExists()
                ? names.relationIfExists(statement.name(), statement.type())
                : Optional.of(names.relation(statement.name(), statement.type()));
        if (relation.isEmpty()) {
            execution.skip(null);
            return;
        }
        switch (relation.get()) {
            case Table table -> new AlterTableReplay(statement, execution, table).run();
            case Index index -> AlterOtherReplay.apply(statement, index, execution);
            case View view -> AlterOtherReplay.apply(statement, view, execution);
            case Sequence sequence -> AlterOtherReplay.apply(statement, sequence, execution);
        }
    }

    private void run() {
        List<Part> parts = new ArrayList<>();
        statement.actions().forEach(action -> parts.addAll(parts(action)));
        parts.sort(Comparator.comparing(Part::pass));
        for (Part part : parts) {
            run(part.action());
        }
        if (skipped > 0 && skipped == parts.size()) {
            execution.skip(table);
        }
    }

    private List<Part> parts(AlterTableAction action) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(pass(action), action));
        if (action instanceof AlterTableAction.AddColumn add && !isThere(add)) {
            ColumnDefinition column = add.column();
            for (Constraint constraint : column.constraints()) {
                if (!(constraint instanceof Constraint.NotNull)) {
                    parts.add(new Part(pass(constraint), new AlterTableAction.AddConstraint(constraint, add.span())));
                }
            }
        }
        return parts;
    }

    private boolean isThere(AlterTableAction.AddColumn add) {
        return add.ifNotExists() && table.column(add.column().name().value()).isPresent();
    }

    private static Pass pass(AlterTableAction action) {
        return switch (action) {
            case AlterTableAction.DropColumn drop -> Pass.DROP;
            case AlterTableAction.DropDefault drop -> Pass.DROP;
            case AlterTableAction.DropNotNull drop -> Pass.DROP;
            case AlterTableAction.DropExpression drop -> Pass.DROP;
            case AlterTableAction.DropIdentity drop -> Pass.DROP;
            case AlterTableAction.DropConstraint drop -> Pass.DROP;
            case AlterTableAction.AlterColumnType change -> Pass.TYPE;
            case AlterTableAction.AddColumn add -> Pass.ADD_COLUMN;
            case AlterTableAction.SetExpression set -> Pass.EXPRESSION;
            case AlterTableAction.SetNotNull set -> Pass.ATTRIBUTE;
            case AlterTableAction.AddConstraint add -> pass(add.constraint());
            case AlterTableAction.SetDefault set -> Pass.CONSTRAINT;
            case AlterTableAction.AddIdentity add -> Pass.CONSTRAINT;
            default -> Pass.OTHER;
        };
    }

    private static Pass pass(Constraint constraint) {
        return switch (constraint) {
            case Constraint.NotNull notNull -> Pass.ATTRIBUTE;
            case Constraint.Unique unique -> unique.usingIndex() == null ? Pass.KEY : Pass.TAKE_INDEX;
            case Constraint.Exclude exclude -> Pass.KEY;
            case Constraint.Check check -> Pass.CONSTRAINT;
            case Constraint.ForeignKey key -> Pass.CONSTRAINT;
        };
    }

    private void run(AlterTableAction action) {
        Table current = new AssumedColumns(execution).of(action, table);
        if (action instanceof AlterTableAction.OwnerTo owner) {
            new Roles(execution).own(owner.role(), current);
        }
        ColumnActions columns = new ColumnActions(execution, current, statement.only());
        ColumnValueActions values = new ColumnValueActions(execution, current, statement.only());
        ConstraintActions constraints = new ConstraintActions(execution, current, statement.only());
        PartitionActions partitions = new PartitionActions(execution, current);
        boolean done = switch (action) {
            case AlterTableAction.AddColumn add -> columns.add(add);
            case AlterTableAction.DropColumn drop -> columns.drop(drop);
            case AlterTableAction.AlterColumnType change ->
                new ColumnTypeChange(execution, current, table, change).run(statement.only());
            case AlterTableAction.SetDefault set -> values.setDefault(set);
            case AlterTableAction.DropDefault drop -> values.dropDefault(drop);
            case AlterTableAction.SetNotNull set -> columns.setNotNull(set);
            case AlterTableAction.DropNotNull drop -> columns.dropNotNull(drop);
            case AlterTableAction.SetExpression set -> values.setExpression(set);
            case AlterTableAction.DropExpression drop -> values.dropExpression(drop);
            case AlterTableAction.AddIdentity add -> values.addIdentity(add);
            case AlterTableAction.SetIdentity set -> values.setIdentity(set);
            case AlterTableAction.DropIdentity drop -> values.dropIdentity(drop);
            case AlterTableAction.AddConstraint add -> constraints.add(add);
            case AlterTableAction.AlterConstraint change -> constraints.change(change);
            case AlterTableAction.ValidateConstraint validate -> constraints.validate(validate);
            case AlterTableAction.DropConstraint drop -> constraints.drop(drop);
            case AlterTableAction.Inherit inherit -> partitions.inherit(inherit);
            case AlterTableAction.AttachPartition attach -> partitions.attach(attach);
            case AlterTableAction.DetachPartition detach -> partitions.detach(detach);
            default -> TableSettings.apply(action, current, statement.only(), execution);
        };
        skipped += done ? 0 : 1;
    }

    /** See {@link Dispatch#afterFailure}. */
    static void afterFailure(TableStatement.AlterTable statement, Execution execution) {
        execution.names().find(statement.name()).ifPresent(relation -> {
            if (relation instanceof Table table) {
                statement.actions().forEach(action -> doubt(action, execution.current(table), execution));
            }
        });
    }

    /** What an action would have brought may be there, what it would have taken away may be gone. */
    private static void doubt(AlterTableAction action, Table table, Execution execution) {
        switch (action) {
            case AlterTableAction.AddColumn add -> Aftermath.blur(table, execution);
            case AlterTableAction.DropColumn drop -> {
                List<Column> rest = table.columns().stream()
                        .filter(column -> !column.name().equals(drop.column().value()))
                        .toList();
                execution.put(table.copy().columns(rest).columnsKnown(false).build());
            }
            case AlterTableAction.AlterColumnType change ->
                new ColumnChanges(execution)
                        .changeAll(
                                table,
                                change.column().value(),
                                column -> column.withType(DataType.UNKNOWN, column.origin()));
            case AlterTableAction.AddConstraint add -> doubt(add.constraint(), table, execution);
            case AlterTableAction.DropConstraint drop ->
                execution.doubt(Doubt.ofGone(List.of(drop.constraint().value())));
            default -> {}
        }
    }

    private static void doubt(Constraint constraint, Table table, Execution execution) {
        Name name = constraint.name();
        if (name != null) {
            execution.doubt(Doubt.ofMade(List.of(name.value())));
        }
        if (constraint instanceof Constraint.Unique || name == null) {
            Aftermath.blur(table, execution);
        }
    }
}
