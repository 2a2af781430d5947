package dev.greenlight.catalog;

import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Table}; used where it is made and where a few of its values change. */
public final class TableBuilder {
    private final long oid;
    private final @Nullable Origin origin;
    private QualifiedName name;
    private Table.Kind kind = Table.Kind.ORDINARY;
    private Persistence persistence = Persistence.PERMANENT;
    private List<Column> columns = List.of();
    private boolean columnsKnown = true;
    private List<TableConstraint> constraints = List.of();
    private List<Table.LateNotNull> lateNotNulls = List.of();
    private List<Table.Attachment> attachments = List.of();
    private List<Long> parents = List.of();
    private boolean partition;
    private boolean defaultPartition;
    private boolean rowSecurity;
    private PartitionKey partitionKey = PartitionKey.NONE;
    private int lastColumn;
    private @Nullable QualifiedName ofType;

    public TableBuilder(long oid, QualifiedName name, @Nullable Origin origin) {
        this.oid = oid;
        this.name = name;
        this.origin = origin;
    }

    TableBuilder(Table table) {
        this(table.oid(), table.name(), table.origin());
        kind = table.kind();
        persistence = table.persistence();
        columns = table.columns();
        columnsKnown = table.columnsKnown();
        constraints = table.constraints();
        lateNotNulls = table.lateNotNulls();
        attachments = table.attachments();
        parents = table.parents();
        partition = table.partition();
        defaultPartition = table.defaultPartition();
        rowSecurity = table.rowSecurity();
        partitionKey = table.partitionKey();
        lastColumn = table.lastColumn();
        ofType = table.ofType();
    }

    public TableBuilder name(QualifiedName value) {
        name = value;
        return this;
    }

    public TableBuilder kind(Table.Kind value) {
        kind = value;
        return this;
    }

    public TableBuilder persistence(Persistence value) {
        persistence = value;
        return this;
    }

    /** Sets the columns; the highest number ever used grows with them. */
    public TableBuilder columns(List<Column> value) {
        columns = value;
        lastColumn = Math.max(
                lastColumn, value.stream().mapToInt(Column::number).max().orElse(0));
        return this;
    }

    public TableBuilder columnsKnown(boolean value) {
        columnsKnown = value;
        return this;
    }

    public TableBuilder constraints(List<TableConstraint> value) {
        constraints = value;
        return this;
    }

    public TableBuilder lateNotNulls(List<Table.LateNotNull> value) {
        lateNotNulls = value;
        return this;
    }

    public TableBuilder attachments(List<Table.Attachment> value) {
        attachments = value;
        return this;
    }

    public TableBuilder parents(List<Long> value) {
        parents = value;
        return this;
    }

    public TableBuilder partition(boolean value) {
        partition = value;
        return this;
    }

    public TableBuilder defaultPartition(boolean value) {
        defaultPartition = value;
        return this;
    }

    public TableBuilder rowSecurity(boolean value) {
        rowSecurity = value;
        return this;
    }

    public TableBuilder partitionKey(PartitionKey value) {
        partitionKey = value;
        return this;
    }

    public TableBuilder ofType(@Nullable QualifiedName value) {
        ofType = value;
        return this;
    }

    public Table build() {
        return new Table(
                oid,
                name,
                kind,
                persistence,
                columns,
                columnsKnown,
                constraints,
                lateNotNulls,
                attachments,
                parents,
                partition,
                defaultPartition,
                rowSecurity,
                partitionKey,
                lastColumn,
                ofType,
                origin);
    }
}
