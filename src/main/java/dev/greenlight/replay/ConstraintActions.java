package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.ChosenNames;
import dev.greenlight.postgres.Deferral;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.Name;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs the actions of ALTER TABLE on constraints, on the table and on those that inherit from it. Each says whether it
 * did something: IF EXISTS may leave nothing to do.
 */
final class ConstraintActions {
    private final Execution execution;
    private final Table table;
    private final boolean only;

    ConstraintActions(Execution execution, Table table, boolean only) {
        this.execution = execution;
        this.table = table;
        this.only = only;
    }

    boolean add(AlterTableAction.AddConstraint action) {
        boolean inherited = action.constraint() instanceof Constraint.Check check
                && !check.attributes().noInherit();
        if (only && inherited && hasChildren()) {
            String message = "constraint must be added to child tables too";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, action.span());
        }
        NewConstraints.ofTable(execution, only).add(table, action.constraint());
        return true;
    }

    private boolean hasChildren() {
        return execution.catalog().childrenOf(table.oid()).findAny().isPresent();
    }

    boolean validate(AlterTableAction.ValidateConstraint action) {
        Name name = action.constraint();
        Optional<TableConstraint> found = table.constraint(name.value());
        if (found.isEmpty()) {
            lateNotNull(name)
                    .or(() -> notNullOrMissing(name, action.span()))
                    .ifPresent(column -> new ColumnChanges(execution).unmarkLate(table, column));
            unseen(action);
            return true;
        }
        TableConstraint constraint = found.get();
        if (constraint instanceof TableConstraint.Unique || constraint instanceof TableConstraint.Exclusion) {
            String kinds = execution.version().isAtLeast(18)
                    ? "foreign key, check, or not-null constraint"
                    : "foreign key or check constraint";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, words(name) + " is not a " + kinds, name.span());
        }
        if (only && !constraint.validated() && isPassedOn(constraint) && hasChildren()) {
            String message = "constraint must be validated on child tables too";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, action.span());
        }
        execution.add(new ConstraintOperation.ValidateConstraint(table, constraint, action.span()));
        replaceAll(table, constraint.name(), TableConstraint::asValidated);
        return true;
    }

    private Optional<Column> lateNotNull(Name name) {
        return table.lateNotNulls().stream()
                .filter(late -> late.name().equals(name.value()))
                .flatMap(late -> table.column(late.column()).stream())
                .findFirst();
    }

    /** In PostgreSQL 18 NOT NULL is a constraint too; those are kept at their columns, without their names. */
    private Optional<Column> notNullOrMissing(Name name, Span span) {
        Optional<Column> column = notNull(name.value());
        if (column.isEmpty() && !execution.names().mayHave(table, name.value())) {
            throw missing(name, span);
        }
        return column;
    }

    private Optional<Column> notNull(String constraint) {
        return !execution.version().isAtLeast(18)
                ? Optional.empty()
                : table.columns().stream()
                        .filter(Column::notNull)
                        .filter(column -> ChosenNames.makeObjectName(
                                        table.name().name(), column.name(), "not_null")
                                .equals(constraint))
                        .findFirst();
    }

    private Rejected missing(Name name, Span span) {
        return execution.rejectMissing(
                SqlState.UNDEFINED_OBJECT,
                words(name) + " does not exist",
                name.span(),
                new Missing(Names.typeOf(table), table.name(), name.value()));
    }

    private String words(Name constraint) {
        return "constraint \"" + constraint.value() + "\" of relation \""
                + table.name().name() + "\"";
    }

    private void replaceAll(Table in, String name, UnaryOperator<TableConstraint> change) {
        in.constraint(name).ifPresent(constraint -> {
            Table current = execution.current(in);
            execution.put(current.withConstraints(
                    Lists.replace(current.constraints(), constraint, change.apply(constraint))));
        });
        execution.catalog().childrenOf(in.oid()).toList().forEach(child -> replaceAll(child, name, change));
    }

    boolean drop(AlterTableAction.DropConstraint action) {
        Name name = action.constraint();
        Optional<TableConstraint> found = table.constraint(name.value());
        if (found.isPresent()) {
            drop(found.get(), action);
            return true;
        }
        Optional<Column> notNull = notNull(name.value());
        if (notNull.isPresent()) {
            execution.add(new ColumnOperation.DropNotNull(table, notNull.get(), only, action.span()));
            new ColumnChanges(execution).setNotNull(table, notNull.get(), false);
            return true;
        }
        if (action.ifExists()) {
            return false;
        }
        notNullOrMissing(name, action.span());
        unseen(action);
        return true;
    }

    /** One that the history does not show. */
    private void unseen(AlterTableAction action) {
        execution.add(new TableOperation.ChangeTable(table, action, only, action.span()));
    }

    private void drop(TableConstraint constraint, AlterTableAction.DropConstraint action) {
        if (isInherited(constraint)) {
            String message = "cannot drop inherited constraint \"" + constraint.name() + "\" of relation \""
                    + table.name().name() + "\"";
            throw execution.reject(
                    SqlState.INVALID_TABLE_DEFINITION,
                    message,
                    action.constraint().span());
        }
        boolean refusesOnly = table.kind() == Table.Kind.PARTITIONED
                && isPassedOn(constraint)
                && !execution.version().isAtLeast(18);
        if (only && refusesOnly && hasChildren()) {
            String message = "cannot remove constraint from only the partitioned table when partitions exist";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, action.span());
        }
        new Dropping(execution, action.span())
                .drop(List.of(new ObjectAddress.OfConstraint(table.oid(), constraint.name())), action.behavior());
        if (!only) {
            execution.quietly(inner -> dropInChildren(table, constraint, action, inner));
        }
    }

    /** A check has its parent's name; what a partition has of its parent's may have another. */
    private boolean isInherited(TableConstraint constraint) {
        return table.parents().stream()
                .flatMap(parent -> execution.catalog().table(parent).stream())
                .anyMatch(parent -> parent.constraints().stream()
                        .filter(ConstraintActions::isPassedOn)
                        .anyMatch(other -> counterpart(other, parent, table)
                                .filter(constraint::equals)
                                .isPresent()));
    }

    private static boolean isPassedOn(TableConstraint constraint) {
        return !(constraint instanceof TableConstraint.Check check) || !check.noInherit();
    }

    private static void dropInChildren(
            Table parent, TableConstraint constraint, AlterTableAction.DropConstraint action, Execution execution) {
        for (Table child : execution.catalog().childrenOf(parent.oid()).toList()) {
            counterpart(constraint, parent, child).ifPresent(own -> {
                new Dropping(execution, action.span())
                        .drop(List.of(new ObjectAddress.OfConstraint(child.oid(), own.name())), action.behavior());
                dropInChildren(child, own, action, execution);
            });
        }
    }

    /** A child's checks have their parent's names; a partition's keys need not. */
    private static Optional<TableConstraint> counterpart(TableConstraint constraint, Table parent, Table child) {
        return switch (constraint) {
            case TableConstraint.Check check ->
                child.constraint(check.name()).filter(TableConstraint.Check.class::isInstance);
            case TableConstraint.ForeignKey key -> alike(key, parent, child);
            case TableConstraint.Unique unique -> alike(unique, parent, child);
            case TableConstraint.Exclusion exclusion -> alike(exclusion, parent, child);
        };
    }

    private static Optional<TableConstraint> alike(TableConstraint constraint, Table parent, Table child) {
        List<Integer> columns = NewConstraints.numbers(constraint.columns(), parent, child);
        return child.constraints().stream()
                .filter(other -> child.partition()
                        && other.getClass() == constraint.getClass()
                        && other.columns().equals(columns))
                .findFirst();
    }

    boolean change(AlterTableAction.AlterConstraint action) {
        Name name = action.constraint();
        Optional<TableConstraint> found = table.constraint(name.value());
        if (found.isEmpty()) {
            notNullOrMissing(name, action.span());
            unseen(action);
            return true;
        }
        boolean attributes = action.attributes().stream().noneMatch(word -> word.contains("inherit"));
        if (attributes && !(found.get() instanceof TableConstraint.ForeignKey)) {
            String message = words(name) + " is not a foreign key constraint";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, name.span());
        }
        if (attributes && isInherited(found.get())) {
            String message = "cannot alter " + words(name);
            throw execution.reject(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, message, name.span());
        }
        execution.add(new ConstraintOperation.ChangeConstraint(table, found.get(), action.attributes(), action.span()));
        if (attributes && found.get() instanceof TableConstraint.ForeignKey key) {
            Table current = execution.current(table);
            execution.put(current.withConstraints(
                    Lists.replace(current.constraints(), key, key.withDeferral(deferral(action.attributes())))));
        }
        return true;
    }

    /** What is not written is as if it had never been (manual ALTER TABLE, ALTER CONSTRAINT). */
    private static Deferral deferral(List<String> attributes) {
        return Deferral.of(attributes.contains("deferrable"), attributes.contains("initially deferred"));
    }
}
