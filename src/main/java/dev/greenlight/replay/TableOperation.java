package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.Span;
import dev.greenlight.sql.AlterTableAction;
import java.util.List;

/** Operations on whole tables. */
public sealed interface TableOperation extends Operation {
    /**
     * A new table with its columns; its constraints follow as operations of their own.
     *
     * @param templates the tables that LIKE names
     * @param filled whether it is made with rows in it (CREATE TABLE AS)
     */
    record CreateTable(Table table, List<Table> templates, boolean filled, Span span) implements TableOperation {
        public CreateTable {
            templates = List.copyOf(templates);
        }
    }

    /** {@code cascaded}: it goes because something else does. */
    record DropTable(Table table, boolean cascaded, Span span) implements TableOperation {}

    /** A new name or schema for a table, index, view or sequence. */
    record RenameRelation(Relation relation, QualifiedName newName, Span span) implements TableOperation {}

    /**
     * @param cascaded whether it is emptied because a table that it refers to is
     * @param only whether the tables that inherit from it keep their rows
     * @param restartsSequences whether the sequences that its columns own start anew
     */
    record Truncate(Table table, boolean cascaded, boolean only, boolean restartsSequences, Span span)
            implements TableOperation {}

    /** {@code only}: not those that inherit from it. */
    record LockRelation(Relation relation, LockMode mode, boolean only, Span span) implements TableOperation {}

    /**
     * An action that changes how the table is kept or behaves but nothing that the catalog models; {@code only}: not
     * those that inherit from it.
     */
    record ChangeTable(Relation relation, AlterTableAction action, boolean only, Span span) implements TableOperation {}

    record Inherit(Table child, Table parent, boolean remove, Span span) implements TableOperation {}

    record AttachPartition(Table parent, Table partition, Span span) implements TableOperation {}

    record DetachPartition(Table parent, Table partition, boolean concurrently, Span span) implements TableOperation {}
}
