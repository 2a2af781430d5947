package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Schema;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DropBehavior;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Takes objects out of the catalog, and with CASCADE whatever depends on them (manual 5.15), the dependents first. Each
 * is an operation of its own, but for what belongs to a dropped relation alone: its indexes, constraints, triggers.
 */
final class Dropping {
    private final Execution execution;
    private final Span span;
    private final boolean concurrently;

    Dropping(Execution execution, Span span) {
        this(execution, span, false);
    }

    /**
     * @param span what each operation points to
     * @param concurrently whether indexes are dropped so
     */
    Dropping(Execution execution, Span span, boolean concurrently) {
        this.execution = execution;
        this.span = span;
        this.concurrently = concurrently;
    }

    /** Fails with 2BP01 where something depends on the objects and RESTRICT holds. */
    void drop(Collection<? extends ObjectAddress> objects, DropBehavior behavior) {
        Removal removal = Removal.of(execution.catalog(), execution.version(), objects);
        if (behavior == DropBehavior.RESTRICT && removal.obstacles().anyMatch(this::isCertain)) {
            throw refuse(objects);
        }
        for (ObjectAddress object : removal.inOrder()) {
            drop(object, !removal.isRoot(object));
        }
        if (behavior == DropBehavior.CASCADE) {
            doubtWhatMayHaveDepended();
        }
    }

    /** What a statement that could not be followed names may be gone. */
    private boolean isCertain(ObjectAddress object) {
        return !execution.mayBeGone(object.type(execution.catalog()), object.name(execution.catalog()));
    }

    private Rejected refuse(Collection<? extends ObjectAddress> objects) {
        String message = objects.size() == 1
                ? "cannot drop " + objects.iterator().next().words(execution.catalog())
                        + " because other objects depend on it"
                : "cannot drop desired object(s) because other objects depend on them";
        return execution.reject(SqlState.DEPENDENT_OBJECTS_STILL_EXIST, message, span);
    }

    /** A view of which not everything is known that it needs may have gone too. */
    private void doubtWhatMayHaveDepended() {
        List<String> names = execution
                .catalog()
                .views()
                .filter(view -> !view.complete())
                .map(view -> view.name().name())
                .toList();
        if (!names.isEmpty()) {
            execution.doubt(Doubt.ofGone(names));
        }
    }

    private void drop(ObjectAddress object, boolean cascaded) {
        Catalog catalog = execution.catalog();
        switch (object) {
            case ObjectAddress.OfRelation address ->
                catalog.relation(address.oid()).ifPresent(relation -> drop(relation, cascaded));
            case ObjectAddress.OfColumn address ->
                catalog.table(address.table())
                        .ifPresent(table ->
                                table.column(address.number()).ifPresent(column -> drop(table, column, cascaded)));
            case ObjectAddress.OfDefault address ->
                catalog.table(address.table())
                        .ifPresent(table ->
                                table.column(address.column()).ifPresent(column -> dropDefault(table, column)));
            case ObjectAddress.OfConstraint address ->
                catalog.table(address.table())
                        .ifPresent(table -> table.constraint(address.name())
                                .ifPresent(constraint -> drop(table, constraint, cascaded)));
            case ObjectAddress.OfAttachment address ->
                catalog.relation(address.table()).ifPresent(relation -> drop(relation, address, cascaded));
            case ObjectAddress.OfType address -> catalog.type(address.name()).ifPresent(type -> drop(type, cascaded));
            case ObjectAddress.OfAttribute address -> dropAttribute(address);
            case ObjectAddress.OfRoutine address -> drop(address, cascaded);
            case ObjectAddress.OfSchema address ->
                catalog.schema(address.name()).ifPresent(schema -> drop(schema, cascaded));
            case ObjectAddress.OfExtension address -> drop(address);
        }
    }

    private void drop(Relation relation, boolean cascaded) {
        execution.add(
                switch (relation) {
                    case Table table -> new TableOperation.DropTable(table, cascaded, span);
                    case View view -> new ObjectOperation.DropView(view, cascaded, span);
                    case Sequence sequence -> new ObjectOperation.DropSequence(sequence, cascaded, span);
                    case Index index ->
                        new IndexOperation.DropIndex(
                                execution.catalog().table(index.table()).orElse(null),
                                index,
                                concurrently,
                                cascaded,
                                span);
                });
        if (relation instanceof Table || relation instanceof View) {
            execution.catalog().indexesOf(relation.oid()).toList().forEach(execution::remove);
        }
        execution.remove(relation);
        new NamedObjects(execution).dropWith(NamedObjects.part(relation));
    }

    private void drop(Table table, Column column, boolean cascaded) {
        execution.add(new ColumnOperation.DropColumn(table, column, cascaded, span));
        new NamedObjects(execution).dropWith(NamedObjects.part(table, column));
        List<Column> rest = new ArrayList<>(table.columns());
        rest.remove(column);
        execution.put(table.withColumns(rest));
    }

    private void dropDefault(Table table, Column column) {
        execution.add(new ColumnOperation.ChangeDefault(table, column, null, true, span));
        execution.put(table.withColumns(table.columns().stream()
                .map(other -> other == column ? column.withDefault(null) : other)
                .toList()));
    }

    private void drop(Table table, TableConstraint constraint, boolean cascaded) {
        execution.add(new ConstraintOperation.DropConstraint(table, constraint, cascaded, span));
        List<TableConstraint> rest = new ArrayList<>(table.constraints());
        rest.remove(constraint);
        execution.put(table.withConstraints(rest));
        indexOf(constraint).flatMap(execution.catalog()::relation).ifPresent(execution::remove);
    }

    private static Optional<Long> indexOf(TableConstraint constraint) {
        return switch (constraint) {
            case TableConstraint.Unique unique -> Optional.of(unique.index());
            case TableConstraint.Exclusion exclusion -> Optional.of(exclusion.index());
            case TableConstraint.Check ignored -> Optional.empty();
            case TableConstraint.ForeignKey ignored -> Optional.empty();
        };
    }

    private void drop(Relation relation, ObjectAddress.OfAttachment address, boolean cascaded) {
        Attachments.find(relation, address.type(), address.name())
                .ifPresent(gone -> execution.add(new ObjectOperation.DropAttachment(relation, gone, cascaded, span)));
        Attachments.set(relation, Attachments.without(relation, address.type(), address.name()), execution);
    }

    private void drop(Type type, boolean cascaded) {
        execution.add(new ObjectOperation.DropType(type, cascaded, span));
        execution.change(catalog -> catalog.withoutType(type.name()));
    }

    private void dropAttribute(ObjectAddress.OfAttribute address) {
        if (execution.catalog().type(address.type()).orElse(null) instanceof Type.Composite composite) {
            List<Column> rest = new ArrayList<>(composite.attributes());
            rest.removeIf(attribute -> attribute.name().equals(address.name()));
            Type.Composite after = new Type.Composite(composite.name(), rest, composite.origin());
            execution.add(new ObjectOperation.ChangeComposite(after, List.of(), span));
            execution.change(catalog -> catalog.with(after));
        }
    }

    private void drop(ObjectAddress.OfRoutine address, boolean cascaded) {
        execution.catalog().routines(address.name()).stream()
                .filter(routine -> routine.parameters().equals(address.parameters()))
                .findFirst()
                .ifPresent(routine -> {
                    execution.add(new ObjectOperation.DropRoutine(routine, cascaded, span));
                    execution.change(catalog -> catalog.without(routine));
                });
    }

    private void drop(Schema schema, boolean cascaded) {
        execution.add(new ObjectOperation.DropSchema(schema, cascaded, span));
        execution.change(catalog -> catalog.withoutSchema(schema.name()));
        new Roles(execution).forgetSchema(schema.name());
    }

    private void drop(ObjectAddress.OfExtension address) {
        execution.add(new ObjectOperation.DropExtension(address.name(), span));
        execution.change(catalog -> catalog.withoutExtension(address.name()));
    }
}
