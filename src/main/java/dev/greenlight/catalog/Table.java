package dev.greenlight.catalog;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table, partitioned table, partition or foreign table.
 *
 * @param columns in their order, dropped ones gone
 * @param columnsKnown {@code false} where there may be columns that the history does not show: the table is only
 *     assumed, or a statement that would have changed it could not be followed
 * @param constraints in the order they were added; NOT NULL is kept at the column
 * @param lateNotNulls the NOT NULL constraints that are NOT VALID (PostgreSQL 18), the others are not kept by name
 * @param attachments what hangs on it by name: triggers, rules, policies
 * @param parents the oids of the tables it inherits from or is a partition of
 * @param lastColumn the highest column number ever used
 * @param ofType the composite type that a typed table has its columns of
 */
public record Table(
        long oid,
        QualifiedName name,
        Kind kind,
        Persistence persistence,
        List<Column> columns,
        boolean columnsKnown,
        List<TableConstraint> constraints,
        List<LateNotNull> lateNotNulls,
        List<Attachment> attachments,
        List<Long> parents,
        boolean partition,
        boolean defaultPartition,
        boolean rowSecurity,
        PartitionKey partitionKey,
        int lastColumn,
        @Nullable QualifiedName ofType,
        @Nullable Origin origin)
        implements Relation {
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        lateNotNulls = List.copyOf(lateNotNulls);
        attachments = List.copyOf(attachments);
        parents = List.copyOf(parents);
    }

    /** A NOT NULL that holds for what is written from now on, and that rows which are there may break. */
    public record LateNotNull(String name, int column) {}

    /** What kind of table it is; a partition is any of them. */
    public enum Kind {
        ORDINARY,
        PARTITIONED,
        FOREIGN
    }

    /**
     * A trigger, rule or policy: its name is unique among those of its kind on its table.
     *
     * @param forEachRow whether it is a trigger for each row, which partitions have with their parent
     * @param inherited whether a partition has it because its parent has
     * @param function the one that a trigger calls
     * @param needs what its conditions and a rule's commands name
     */
    public record Attachment(
            Type type,
            String name,
            boolean forEachRow,
            boolean inherited,
            @Nullable QualifiedName function,
            Needs needs,
            @Nullable Origin origin) {
        /** As a partition has it of its parent. */
        public Attachment asInherited() {
            return new Attachment(type, name, forEachRow, true, function, needs, origin);
        }

        /** Whether a partition has it of a parent that has the other one: under its name, or the one that it had first. */
        public boolean isOf(Attachment other) {
            return inherited
                    && type == other.type
                    && (name.equals(other.name) || origin != null && origin.equals(other.origin));
        }

        public Attachment withName(String newName) {
            return new Attachment(type, newName, forEachRow, inherited, function, needs, origin);
        }

        public Attachment withNeeds(Needs newNeeds) {
            return new Attachment(type, name, forEachRow, inherited, function, newNeeds, origin);
        }

        public enum Type {
            TRIGGER,
            RULE,
            POLICY;

            /** As PostgreSQL's messages write it. */
            public String words() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    public Optional<Column> column(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    public Optional<Column> column(int number) {
        for (Column column : columns) {
            if (column.number() == number) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Whether rows may break that the column is NOT NULL. */
    public boolean isLateNotNull(Column column) {
        return lateNotNulls.stream().anyMatch(late -> late.column() == column.number());
    }

    public Optional<TableConstraint> constraint(String constraintName) {
        return constraints.stream()
                .filter(constraint -> constraint.name().equals(constraintName))
                .findFirst();
    }

    public Optional<TableConstraint.Unique> primaryKey() {
        return constraints.stream()
                .filter(TableConstraint.Unique.class::isInstance)
                .map(TableConstraint.Unique.class::cast)
                .filter(TableConstraint.Unique::primaryKey)
                .findFirst();
    }

    @Override
    public Table withName(QualifiedName newName) {
        return copy().name(newName).build();
    }

    public Table withColumns(List<Column> newColumns) {
        return copy().columns(newColumns).build();
    }

    public Table withConstraints(List<TableConstraint> newConstraints) {
        return copy().constraints(newConstraints).build();
    }

    /** A builder that holds this table's values. */
    public TableBuilder copy() {
        return new TableBuilder(this);
    }

    /** Whether its rows are kept elsewhere (manual 5.13). */
    public boolean isForeign() {
        return kind == Kind.FOREIGN;
    }

    @Override
    public String kindWords() {
        return isForeign() ? "foreign table" : "table";
    }
}
