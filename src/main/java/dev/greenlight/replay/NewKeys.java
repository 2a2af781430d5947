package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds unique constraints, primary keys and exclusions to tables, each with its index. */
final class NewKeys {
    private final Execution execution;
    private final boolean only;
    private final NewIndexes indexes;

    /**
     * @param only whether a partitioned table's partitions are left alone: its index is then not valid
     */
    NewKeys(Execution execution, boolean only) {
        this.execution = execution;
        this.only = only;
        this.indexes = new NewIndexes(execution);
    }

    void unique(Table given, Constraint.Unique unique) {
        if (unique.usingIndex() != null) {
            usingIndex(given, unique, unique.usingIndex());
            return;
        }
        IndexKeys keys = new IndexKeys.Reader(execution, given)
                .constraint(unique.columns(), unique.primaryKey() ? "primary key" : "unique")
                .include(unique.include())
                .done();
        Table table = withoutPrimaryKey(given, unique);
        String method = unique.withoutOverlaps() ? "gist" : "btree";
        NewIndexes.Serves serves = unique.primaryKey() ? NewIndexes.Serves.PRIMARY_KEY : NewIndexes.Serves.UNIQUE;
        boolean valid =
                !only || execution.catalog().childrenOf(table.oid()).findAny().isEmpty();
        var shape = new NewIndexes.Shape(keys, true, method, false, unique.nullsNotDistinct(), serves, valid);
        Index index = index(table, unique, shape);
        keep(table, unique, index, keys.columns(), false);
        if (!only) {
            indexes.cascade(execution.current(table), shape, unique.attributes().deferral(), unique.span());
        }
    }

    /** The table as it is without one that may be gone: it is, if this succeeds. */
    private Table withoutPrimaryKey(Table table, Constraint.Unique unique) {
        Optional<TableConstraint.Unique> there = table.primaryKey().filter(key -> unique.primaryKey());
        if (there.isEmpty()) {
            return table;
        }
        TableConstraint.Unique key = there.get();
        if (!execution.mayBeGone(ObjectType.CONSTRAINT, key.name())) {
            String message = "multiple primary keys for table \"" + table.name().name() + "\" are not allowed";
            throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, unique.span());
        }
        execution.catalog().relation(key.index()).ifPresent(execution::remove);
        execution.put(table.withConstraints(Lists.minus(table.constraints(), key)));
        return execution.current(table);
    }

    private Index index(Table table, Constraint constraint, NewIndexes.Shape shape) {
        Name written = constraint.name();
        QualifiedName name = written == null
                ? indexes.choose(table, shape)
                : new QualifiedName(table.name().schema(), written.value());
        Index index = indexes.put(table, name, shape, NewConstraints.place(constraint), constraint.span());
        requireFree(table, name.name(), constraint, execution);
        return index;
    }

    static void requireFree(Table table, String name, Constraint constraint, Execution execution) {
        if (table.constraint(name).isPresent()) {
            String message =
                    "constraint \"" + name + "\" for relation \"" + table.name().name() + "\" already exists";
            throw execution.reject(SqlState.DUPLICATE_OBJECT, message, NewConstraints.place(constraint));
        }
    }

    /** A primary key makes its columns NOT NULL, which its rows must be looked at for unless something proves it. */
    private void keep(Table table, Constraint.Unique unique, Index index, List<Integer> columns, boolean taken) {
        List<Integer> becomesNotNull = !unique.primaryKey()
                ? List.of()
                : columns.stream().filter(number -> mayBeNull(table, number)).toList();
        var added = new TableConstraint.Unique(
                index.name().name(),
                unique.primaryKey(),
                columns,
                unique.attributes().deferral(),
                index.oid(),
                execution.origin(unique.span()));
        execution.add(
                new ConstraintOperation.AddConstraint(table, added, index, taken, becomesNotNull, only, unique.span()));
        execution.put(table.withConstraints(Lists.plus(table.constraints(), added)));
        if (unique.primaryKey()) {
            columns.forEach(number -> setNotNull(table, number));
        }
    }

    /** What is only assumed may be anything, and is not said to be. */
    private static boolean mayBeNull(Table table, int number) {
        return table.column(number)
                .filter(column -> column.origin() != null)
                .filter(column -> !column.notNull() && !NotNullProof.exists(table, column))
                .isPresent();
    }

    private void setNotNull(Table table, int number) {
        table.column(number).ifPresent(column -> new ColumnChanges(execution).setNotNull(table, column, true));
    }

    /** {@code USING INDEX}: the index is taken over and gets the constraint's name. */
    private void usingIndex(Table given, Constraint.Unique unique, Name written) {
        Table table = withoutPrimaryKey(given, unique);
        QualifiedName name = new QualifiedName(table.name().schema(), written.value());
        @Nullable Index index = usable(table, name, written);
        if (index == null) {
            overUnseenIndex(table, unique, written);
            return;
        }
        if (table.kind() == Table.Kind.PARTITIONED) {
            String message = "ALTER TABLE / ADD CONSTRAINT USING INDEX is not supported on partitioned tables";
            throw refuse(SqlState.FEATURE_NOT_SUPPORTED, message, unique.span());
        }
        String constraint =
                unique.name() == null ? index.name().name() : unique.name().value();
        requireFree(table, constraint, unique, execution);
        QualifiedName renamed = new QualifiedName(name.schema(), constraint);
        if (!renamed.equals(name)) {
            new NewNames(execution).requireRelation(renamed, NewConstraints.place(unique));
        }
        Index taken = index.ofConstraint(renamed);
        execution.put(taken);
        List<Integer> columns = index.keys().stream()
                .map(Index.Key::column)
                .filter(number -> number > 0)
                .toList();
        keep(table, unique, taken, columns, true);
    }

    private void overUnseenIndex(Table table, Constraint.Unique unique, Name index) {
        String name = unique.name() == null ? index.value() : unique.name().value();
        var added = new TableConstraint.Unique(
                name,
                unique.primaryKey(),
                List.of(),
                unique.attributes().deferral(),
                0,
                execution.origin(unique.span()));
        execution.add(new ConstraintOperation.AddConstraint(table, added, null, true, List.of(), only, unique.span()));
        if (!table.columnsKnown()) {
            execution.put(table.withConstraints(Lists.plus(table.constraints(), added)));
        }
    }

    /** Null where it is only assumed, so that nothing is known of it. */
    private @Nullable Index usable(Table table, QualifiedName name, Name written) {
        Optional<Relation> found = execution.catalog().relation(name);
        if (found.isEmpty() && execution.names().mayHave(table, written.value())) {
            return null;
        }
        if (found.isEmpty()) {
            throw execution.rejectMissing(
                    SqlState.UNDEFINED_OBJECT,
                    "index \"" + written.value() + "\" does not exist",
                    written.span(),
                    new Missing(ObjectType.INDEX, name, null));
        }
        if (!Names.isCertain(found.get())) {
            return null;
        }
        if (!(found.get() instanceof Index index)) {
            throw refuse(SqlState.WRONG_OBJECT_TYPE, "\"" + written.value() + "\" is not an index", written.span());
        }
        execution.add(new Reference(ObjectType.INDEX, name, null, written.span(), index.origin()));
        requireUsable(table, index, written);
        return index;
    }

    private void requireUsable(Table table, Index index, Name written) {
        String quoted = "\"" + written.value() + "\"";
        Span span = written.span();
        if (index.constraint()) {
            throw prerequisite("index " + quoted + " is already associated with a constraint", span);
        }
        if (index.table() != table.oid()) {
            String owner = table.name().name();
            throw prerequisite("index " + quoted + " does not belong to table \"" + owner + "\"", span);
        }
        if (!index.valid()) {
            throw prerequisite("index " + quoted + " is not valid", span);
        }
        if (!index.unique()) {
            throw refuse(SqlState.WRONG_OBJECT_TYPE, quoted + " is not a unique index", span);
        }
        if (index.partial()) {
            throw refuse(SqlState.WRONG_OBJECT_TYPE, quoted + " is a partial index", span);
        }
        boolean expressions = table.columnsKnown() && index.keys().stream().anyMatch(key -> key.column() == 0);
        if (expressions) {
            throw refuse(SqlState.WRONG_OBJECT_TYPE, "index " + quoted + " contains expressions", span);
        }
    }

    private Rejected prerequisite(String message, Span span) {
        return refuse(SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE, message, span);
    }

    private Rejected refuse(SqlState state, String message, Span span) {
        return execution.reject(state, message, span);
    }

    void exclude(Table table, Constraint.Exclude exclude) {
        new HandlerNames(execution).requireMethod(exclude.method(), exclude.span());
        IndexKeys.Reader reader = new IndexKeys.Reader(execution, table)
                .elements(exclude.elements(), exclude.method())
                .include(exclude.include())
                .operators(exclude.operators());
        if (exclude.where() != null) {
            reader.where(exclude.where());
        }
        IndexKeys keys = reader.done();
        requirePartitionKey(table, exclude, keys);
        boolean partial = exclude.where() != null;
        var shape = new NewIndexes.Shape(keys, false, exclude.method(), partial, false, NewIndexes.Serves.EXCLUSION);
        Index index = index(table, exclude, shape);
        var added = new TableConstraint.Exclusion(
                index.name().name(), keys.columns(), index.oid(), execution.origin(exclude.span()));
        execution.add(
                new ConstraintOperation.AddConstraint(table, added, index, false, List.of(), only, exclude.span()));
        execution.put(table.withConstraints(Lists.plus(table.constraints(), added)));
    }

    /** Rows that may not stand together must be in one partition, if at all (manual 5.12.2.3, Limitations). */
    private void requirePartitionKey(Table table, Constraint.Exclude exclude, IndexKeys keys) {
        if (table.kind() != Table.Kind.PARTITIONED) {
            return;
        }
        if (!execution.version().isAtLeast(17)) {
            String message = "exclusion constraints are not supported on partitioned tables";
            throw refuse(SqlState.FEATURE_NOT_SUPPORTED, message, exclude.span());
        }
        boolean told = table.columnsKnown() && !table.partitionKey().hasExpression();
        for (int column : told ? table.partitionKey().keys() : List.<Integer>of()) {
            int place = keys.columns().indexOf(column);
            if (place < 0 || !exclude.operators().get(place).equals("=")) {
                String message = "unique constraint on partitioned table must include all partitioning columns";
                throw refuse(SqlState.FEATURE_NOT_SUPPORTED, message, exclude.span());
            }
        }
    }

    /** The columns of a key by name, for those of them that are known. */
    static List<String> names(Table table, List<Integer> columns) {
        return columns.stream()
                .flatMap(number -> table.column(number).stream())
                .map(Column::name)
                .toList();
    }
}
