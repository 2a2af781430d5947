package dev.greenlight.catalog;

import dev.greenlight.postgres.Deferral;
import dev.greenlight.postgres.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constraint in the catalog (manual 52.13), with the columns it is about by number. */
public sealed interface TableConstraint {
    String name();

    /** The table's own columns that it needs, by number; a check's are those that its condition names. */
    List<Integer> columns();

    boolean validated();

    @Nullable
    Origin origin();

    TableConstraint withName(String newName);

    TableConstraint asValidated();

    /**
     * @param condition as written
     * @param provesNotNull the columns that its condition says are not null, as {@code a IS NOT NULL} does and an AND
     *     of such: what spares SET NOT NULL its scan (manual ALTER TABLE)
     * @param needs what its condition names beside the columns
     */
    record Check(
            String name,
            List<Integer> columns,
            String condition,
            List<Integer> provesNotNull,
            boolean noInherit,
            boolean validated,
            Needs needs,
            @Nullable Origin origin)
            implements TableConstraint {
        @Override
        public Check withName(String newName) {
            return new Check(newName, columns, condition, provesNotNull, noInherit, validated, needs, origin);
        }

        public Check withNeeds(Needs newNeeds) {
            return new Check(name, columns, condition, provesNotNull, noInherit, validated, newNeeds, origin);
        }

        @Override
        public Check asValidated() {
            return new Check(name, columns, condition, provesNotNull, noInherit, true, needs, origin);
        }
    }

    /** A unique constraint or primary key; {@code index} is the oid of the index that serves it. */
    record Unique(
            String name,
            boolean primaryKey,
            List<Integer> columns,
            Deferral deferral,
            long index,
            @Nullable Origin origin)
            implements TableConstraint {
        @Override
        public boolean validated() {
            return true;
        }

        @Override
        public Unique withName(String newName) {
            return new Unique(newName, primaryKey, columns, deferral, index, origin);
        }

        @Override
        public Unique asValidated() {
            return this;
        }
    }

    record Exclusion(
            String name,
            List<Integer> columns,
            long index,
            @Nullable Origin origin) implements TableConstraint {
        @Override
        public boolean validated() {
            return true;
        }

        @Override
        public Exclusion withName(String newName) {
            return new Exclusion(newName, columns, index, origin);
        }

        @Override
        public Exclusion asValidated() {
            return this;
        }
    }

    /**
     * @param referencedTable its oid
     * @param referencedColumns by number, in the order of {@code columns}; empty where the table's columns are unknown
     * @param referencedIndex the oid of the index that serves the referenced key; 0 where it is unknown
     */
    record ForeignKey(
            String name,
            List<Integer> columns,
            long referencedTable,
            List<Integer> referencedColumns,
            long referencedIndex,
            ReferentialAction onDelete,
            ReferentialAction onUpdate,
            Deferral deferral,
            boolean validated,
            @Nullable Origin origin)
            implements TableConstraint {
        @Override
        public ForeignKey withName(String newName) {
            return with(newName, columns, deferral, validated);
        }

        public ForeignKey withDeferral(Deferral newDeferral) {
            return with(name, columns, newDeferral, validated);
        }

        /** The same of another table, under a name of its own. */
        public ForeignKey of(String newName, List<Integer> newColumns) {
            return with(newName, newColumns, deferral, validated);
        }

        @Override
        public ForeignKey asValidated() {
            return with(name, columns, deferral, true);
        }

        /** With another value for whatever of it may change. */
        private ForeignKey with(String newName, List<Integer> newColumns, Deferral newDeferral, boolean nowValidated) {
            return new ForeignKey(
                    newName,
                    newColumns,
                    referencedTable,
                    referencedColumns,
                    referencedIndex,
                    onDelete,
                    onUpdate,
                    newDeferral,
                    nowValidated,
                    origin);
        }
    }
}
