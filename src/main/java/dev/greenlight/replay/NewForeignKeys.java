package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.ReferentialAction;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Constraint;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds foreign keys to tables (manual 5.5.5). */
final class NewForeignKeys {
    private final Execution execution;
    private final boolean newTable;

    /**
     * @param newTable whether the table is made by the same statement, so that there is nothing to validate
     */
    NewForeignKeys(Execution execution, boolean newTable) {
        this.execution = execution;
        this.newTable = newTable;
    }

    /** The referenced side; {@code columns} is null where they cannot be known. */
    private record Target(Table table, @Nullable List<Integer> columns, long index) {}

    /** {@code only}: the tables that inherit from it are left alone. */
    void add(Table table, Constraint.ForeignKey key, boolean only) {
        if (key.name() != null) {
            NewKeys.requireFree(table, key.name().value(), key, execution);
        }
        Optional<Table> referenced = referenced(key)
                .map(other -> new AssumedColumns(execution).with(other, key.referencedColumns().stream()));
        if (referenced.isEmpty()) {
            return;
        }
        requirePersistence(table, referenced.get(), key);
        requireValidation(table, referenced.get(), key);
        requireNoSystemColumns(key);
        List<Integer> columns = columns(table, key.columns());
        requireActions(table, columns, key);
        Target target = target(referenced.get(), key);
        int referencing = key.columns().size();
        if (target.columns() != null && target.columns().size() != referencing) {
            String message = "number of referencing and referenced columns for foreign key disagree";
            throw execution.reject(SqlState.INVALID_FOREIGN_KEY, message, key.span());
        }
        requireSetColumns(table, key);
        keep(execution.current(table), key, columns, target, only);
    }

    private void requireNoSystemColumns(Constraint.ForeignKey key) {
        Stream.concat(key.columns().stream(), key.referencedColumns().stream())
                .filter(name -> TableExpressions.SYSTEM_COLUMNS.contains(name.value()))
                .findFirst()
                .ifPresent(name -> {
                    String message = "system columns cannot be used in foreign keys";
                    throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, name.span());
                });
    }

    /** What is computed cannot be set (manual 5.5.5). */
    private void requireActions(Table table, List<Integer> columns, Constraint.ForeignKey key) {
        boolean generated = columns.stream()
                .flatMap(number -> table.column(number).stream())
                .anyMatch(column -> column.generated() != null);
        if (!generated) {
            return;
        }
        Set<ReferentialAction> setting = Set.of(ReferentialAction.SET_NULL, ReferentialAction.SET_DEFAULT);
        boolean update = setting.contains(key.onUpdate()) || key.onUpdate() == ReferentialAction.CASCADE;
        if (update || setting.contains(key.onDelete())) {
            String message = "invalid " + (update ? "ON UPDATE" : "ON DELETE")
                    + " action for foreign key constraint containing generated column";
            throw execution.reject(SqlState.SYNTAX_ERROR, message, key.span());
        }
    }

    /** The columns of {@code ON DELETE SET NULL (…)} are some of the key's. */
    private void requireSetColumns(Table table, Constraint.ForeignKey key) {
        List<String> own = key.columns().stream().map(Name::value).toList();
        columns(table, key.setOnDelete());
        for (Name name : key.setOnDelete()) {
            if (!own.contains(name.value())) {
                String message = "column \"" + name.value()
                        + "\" referenced in ON DELETE SET action must be part of foreign key";
                throw execution.reject(SqlState.INVALID_COLUMN_REFERENCE, message, name.span());
            }
        }
    }

    private void requireTypes(
            Table table, Constraint.ForeignKey key, String name, List<Integer> columns, Target target) {
        if (target.columns() == null || columns.size() != target.columns().size()) {
            return;
        }
        KeyTypes types = new KeyTypes(execution.catalog());
        for (int i = 0; i < columns.size(); i++) {
            Column own = table.column(columns.get(i)).orElseThrow();
            Optional<Column> other = target.table().column(target.columns().get(i));
            if (other.isPresent() && types.differ(own.type(), other.get().type())) {
                String message = "foreign key constraint \"" + name + "\" cannot be implemented";
                throw execution.reject(SqlState.DATATYPE_MISMATCH, message, key.span());
            }
        }
    }

    /** Empty where it is assumed and turns out to be no table. */
    private Optional<Table> referenced(Constraint.ForeignKey key) {
        Relation relation = execution.names().relation(key.referencedTable(), ObjectType.TABLE);
        if (relation instanceof Table table) {
            return Optional.of(table);
        }
        if (!Names.isCertain(relation)) {
            return Optional.empty();
        }
        String message = "referenced relation \"" + relation.name().name() + "\" is not a table";
        throw execution.reject(
                SqlState.WRONG_OBJECT_TYPE, message, key.referencedTable().span());
    }

    private void requirePersistence(Table table, Table referenced, Constraint.ForeignKey key) {
        boolean allowed = switch (table.persistence()) {
            case PERMANENT -> referenced.persistence() == Persistence.PERMANENT;
            case UNLOGGED -> referenced.persistence() != Persistence.TEMPORARY;
            case TEMPORARY -> referenced.persistence() == Persistence.TEMPORARY;
        };
        if (!allowed && Names.isCertain(referenced)) {
            throw execution.reject(
                    SqlState.INVALID_TABLE_DEFINITION,
                    persistenceMessage(table.persistence()),
                    key.referencedTable().span());
        }
    }

    private static String persistenceMessage(Persistence persistence) {
        return switch (persistence) {
            case PERMANENT -> "constraints on permanent tables may reference only permanent tables";
            case UNLOGGED -> "constraints on unlogged tables may reference only permanent or unlogged tables";
            case TEMPORARY -> "constraints on temporary tables may reference only temporary tables";
        };
    }

    /** Before PostgreSQL 18 a partitioned table's foreign keys cannot be left to validate. */
    private void requireValidation(Table table, Table referenced, Constraint.ForeignKey key) {
        boolean refused = !newTable
                && key.attributes().notValid()
                && table.kind() == Table.Kind.PARTITIONED
                && !execution.version().isAtLeast(18);
        if (refused) {
            String message = "cannot add NOT VALID foreign key on partitioned table \""
                    + table.name().name() + "\" referencing relation \""
                    + referenced.name().name() + "\"";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, key.span());
        }
    }

    /** By number; those that are not known to be there are left out. */
    private List<Integer> columns(Table table, List<Name> names) {
        List<Integer> numbers = new ArrayList<>();
        for (Name name : names) {
            String missing = "column \"" + name.value() + "\" referenced in foreign key constraint does not exist";
            execution.names().column(table, name, missing).map(Column::number).ifPresent(numbers::add);
        }
        return numbers;
    }

    private Target target(Table referenced, Constraint.ForeignKey key) {
        if (key.referencedColumns().isEmpty()) {
            return primaryKey(referenced, key);
        }
        List<Integer> columns = columns(referenced, key.referencedColumns());
        if (columns.size() < key.referencedColumns().size()) {
            return new Target(referenced, null, 0);
        }
        return new Target(referenced, columns, index(referenced, columns, key.span()));
    }

    private Target primaryKey(Table referenced, Constraint.ForeignKey key) {
        Optional<TableConstraint.Unique> primary = referenced.primaryKey();
        boolean doubtful = !referenced.columnsKnown()
                || execution.mayExist(ObjectType.TABLE, referenced.name().name());
        if (primary.isEmpty() && doubtful) {
            return new Target(referenced, null, 0);
        }
        TableConstraint.Unique found = primary.orElseThrow(() -> {
            String message = "there is no primary key for referenced table \""
                    + referenced.name().name() + "\"";
            return execution.reject(
                    SqlState.UNDEFINED_OBJECT, message, key.referencedTable().span());
        });
        return new Target(referenced, referenced.columnsKnown() ? found.columns() : null, found.index());
    }

    /** The unique index, of a constraint or not, that has just these columns, in whatever order. */
    private long index(Table referenced, List<Integer> columns, Span span) {
        Set<Integer> wanted = new TreeSet<>(columns);
        if (wanted.size() < columns.size()) {
            String message = "foreign key referenced-columns list must not contain duplicates";
            throw execution.reject(SqlState.INVALID_FOREIGN_KEY, message, span);
        }
        List<Index> matching = execution
                .catalog()
                .indexesOf(referenced.oid())
                .filter(index -> serves(index, wanted))
                .toList();
        Optional<Index> immediate = matching.stream()
                .filter(index -> !isDeferrable(referenced, index))
                .findFirst();
        if (immediate.isPresent() || !referenced.columnsKnown() || mayBeKey(referenced, columns)) {
            return immediate.map(Index::oid).orElse(0L);
        }
        throw noKey(referenced, !matching.isEmpty(), span);
    }

    /** Whether a statement that could not be followed may have made a key of these columns. */
    private boolean mayBeKey(Table referenced, List<Integer> columns) {
        return NewKeys.names(referenced, columns).stream()
                .allMatch(name -> execution.mayExist(ObjectType.COLUMN, name));
    }

    private static boolean serves(Index index, Set<Integer> columns) {
        Set<Integer> keys =
                new TreeSet<>(index.keys().stream().map(Index.Key::column).toList());
        return index.unique()
                && index.valid()
                && !index.partial()
                && index.keys().size() == columns.size()
                && keys.equals(columns);
    }

    private static boolean isDeferrable(Table table, Index index) {
        return table.constraints().stream()
                .anyMatch(constraint -> constraint instanceof TableConstraint.Unique unique
                        && unique.index() == index.oid()
                        && unique.deferral().deferrable());
    }

    private Rejected noKey(Table referenced, boolean deferrable, Span span) {
        String table = "referenced table \"" + referenced.name().name() + "\"";
        return deferrable
                ? execution.reject(
                        SqlState.OBJECT_NOT_IN_PREREQUISITE_STATE,
                        "cannot use a deferrable unique constraint for " + table,
                        span)
                : execution.reject(
                        SqlState.INVALID_FOREIGN_KEY,
                        "there is no unique constraint matching given keys for " + table,
                        span);
    }

    private void keep(Table table, Constraint.ForeignKey key, List<Integer> columns, Target target, boolean only) {
        List<String> names = key.columns().stream().map(Name::value).toList();
        Name written = key.name();
        String name =
                written == null ? new FreeNames(execution.catalog(), table.name()).foreignKey(names) : written.value();
        requireTypes(table, key, name, columns, target);
        boolean validated =
                newTable || !key.attributes().notValid() && key.attributes().enforced();
        var added = new TableConstraint.ForeignKey(
                name,
                columns,
                target.table().oid(),
                target.columns() == null ? List.of() : target.columns(),
                target.index(),
                key.onDelete(),
                key.onUpdate(),
                key.attributes().deferral(),
                validated,
                execution.origin(key.span()));
        execution.add(new ConstraintOperation.AddConstraint(table, added, null, false, List.of(), only, key.span()));
        execution.put(table.withConstraints(Lists.plus(table.constraints(), added)));
        cascade(table, added);
    }

    /** Partitions have their parent's foreign keys, under the same name where it is free. */
    private void cascade(Table table, TableConstraint.ForeignKey key) {
        if (table.kind() == Table.Kind.PARTITIONED) {
            execution.catalog().childrenOf(table.oid()).toList().forEach(partition -> give(partition, table, key));
        }
    }

    void give(Table partition, Table parent, TableConstraint.ForeignKey key) {
        if (partition.kind() == Table.Kind.FOREIGN) {
            return;
        }
        List<Integer> columns = NewConstraints.numbers(key.columns(), parent, partition);
        boolean there = partition.constraints().stream()
                .anyMatch(constraint -> constraint instanceof TableConstraint.ForeignKey other
                        && other.columns().equals(columns)
                        && other.referencedTable() == key.referencedTable()
                        && other.referencedColumns().equals(key.referencedColumns()));
        if (there) {
            return;
        }
        String name = partition.constraint(key.name()).isEmpty()
                ? key.name()
                : new FreeNames(execution.catalog(), partition.name()).foreignKey(NewKeys.names(partition, columns));
        TableConstraint.ForeignKey own = key.of(name, columns);
        execution.put(partition.withConstraints(Lists.plus(partition.constraints(), own)));
        cascade(execution.current(partition), own);
    }
}
