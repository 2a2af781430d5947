package dev.greenlight.graph;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.Missing;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Reference;
import dev.greenlight.replay.SqlError;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gathers what a statement is about: what it names, and what decides on its effect without being named, such as the
 * constraints of a column and the indexes that are built anew with it.
 */
final class Subjects {
    private final Set<Subject> subjects = new LinkedHashSet<>();
    private final Catalog catalog;

    private Subjects(Catalog catalog) {
        this.catalog = catalog;
    }

    static Set<Subject> of(Step step) {
        Subjects subjects = new Subjects(step.before());
        step.all().forEach(subjects::add);
        return subjects.subjects;
    }

    private void add(Step step) {
        step.references().forEach(this::add);
        step.operations().forEach(this::add);
        step.error().ifPresent(error -> add(error, step.references()));
        if (step.outcome() instanceof Outcome.Skipped skipped && skipped.existing() != null) {
            add(Subject.relation(skipped.existing().name()));
        }
    }

    private void add(Subject subject) {
        subjects.add(subject.whole());
        subjects.add(subject);
    }

    private void add(Reference reference) {
        add(Subject.of(reference));
    }

    private void add(SqlError error, List<Reference> references) {
        Missing missing = error.missing();
        if (missing != null) {
            add(Subject.of(missing));
        }
        if (error.state().equals(SqlState.DEPENDENT_OBJECTS_STILL_EXIST)) {
            references.forEach(reference -> dependents(reference.name()));
        }
    }

    private void dependents(QualifiedName name) {
        catalog.relation(name).stream()
                .flatMap(relation -> catalog.usersOf(relation.oid()))
                .map(Relation::name)
                .map(Subject::relation)
                .forEach(this::add);
        catalog.usersOfType(name).map(Relation::name).map(Subject::relation).forEach(this::add);
    }

    private void add(Operation operation) {
        Events.of(operation).forEach(event -> add(Subject.of(event)));
        switch (operation) {
            case ColumnOperation column -> decide(column);
            case ConstraintOperation constraint -> decide(constraint);
            case IndexOperation.CreateIndex create -> {
                add(Subject.relation(create.table().name()));
                columns(create.table(), create.index().needs());
            }
            case IndexOperation ignored -> {}
            case TableOperation ignored -> {}
            case ObjectOperation ignored -> {}
            case DataOperation ignored -> {}
        }
    }

    private void decide(ColumnOperation operation) {
        switch (operation) {
            case ColumnOperation.ChangeColumnType change -> covering(change.table(), change.column(), true);
            case ColumnOperation.DropColumn drop -> covering(drop.table(), drop.column(), true);
            case ColumnOperation.SetNotNull set -> covering(set.table(), set.column(), false);
            case ColumnOperation.DropNotNull drop -> covering(drop.table(), drop.column(), false);
            case ColumnOperation.AddColumn ignored -> {}
            case ColumnOperation.RenameColumn ignored -> {}
            case ColumnOperation.ChangeDefault ignored -> {}
            case ColumnOperation.ChangeIdentity ignored -> {}
            case ColumnOperation.ChangeExpression ignored -> {}
        }
    }

    /** The constraints, and perhaps the indexes, that have the column in them. */
    private void covering(Table table, Column column, boolean indexes) {
        constraints(table)
                .filter(constraint -> constraint.columns().contains(column.number()))
                .forEach(constraint -> add(Subject.partOf(table.name(), constraint.name())));
        if (indexes) {
            catalog.indexesOf(table.oid())
                    .filter(index -> index.needs().contains(column.number()))
                    .forEach(index -> add(Subject.relation(index.name())));
        }
    }

    private Stream<TableConstraint> constraints(Table table) {
        return catalog.table(table.oid()).stream().flatMap(before -> before.constraints().stream());
    }

    private void decide(ConstraintOperation operation) {
        if (operation instanceof ConstraintOperation.AddConstraint add) {
            decide(add.table(), add.constraint());
            if (add.usingIndex() && add.index() != null) {
                usedIndex(add.index());
            }
        } else if (operation instanceof ConstraintOperation.ValidateConstraint validate) {
            decide(validate.table(), validate.constraint());
        }
    }

    /** A constraint gives the index its own name. */
    private void usedIndex(Index index) {
        catalog.relation(index.oid()).ifPresent(before -> add(Subject.relation(before.name())));
    }

    private void decide(Table table, TableConstraint constraint) {
        columns(table, constraint.columns());
        if (constraint instanceof TableConstraint.ForeignKey key) {
            catalog.table(key.referencedTable()).ifPresent(referenced -> {
                columns(referenced, key.referencedColumns());
                catalog.relation(key.referencedIndex())
                        .ifPresent(index -> add(
                                Subject.partOf(referenced.name(), index.name().name())));
            });
        }
    }

    private void columns(Table table, List<Integer> numbers) {
        List<Integer> known = new ArrayList<>(numbers);
        known.removeIf(number -> table.column(number).isEmpty());
        known.forEach(number -> add(
                Subject.partOf(table.name(), table.column(number).orElseThrow().name())));
    }
}
