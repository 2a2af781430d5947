package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.DataType;
import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on columns. They reach the tables that inherit from theirs, but for those that are {@code only}. */
public sealed interface ColumnOperation extends Operation {
    /**
     * @param constrainedDomain whether its type is a domain with constraints, so that each row is looked at
     * @param defaulted whether a default is written or follows from the type, if only NULL
     */
    record AddColumn(Table table, Column column, boolean constrainedDomain, boolean defaulted, Span span)
            implements ColumnOperation {}

    /** {@code cascaded}: it goes because something else, such as its type, does. */
    record DropColumn(Table table, Column column, boolean cascaded, Span span) implements ColumnOperation {}

    record RenameColumn(Relation relation, String column, String newName, Span span) implements ColumnOperation {}

    /**
     * @param after the column as it is then
     * @param casts the types that USING casts the column to, one after the other, before the new one
     * @param computed whether there is a USING that is more than the column and casts of it
     * @param collated whether a collation is written
     */
    record ChangeColumnType(
            Table table,
            Column column,
            Column after,
            List<DataType> casts,
            boolean computed,
            boolean collated,
            Span span)
            implements ColumnOperation {}

    /** A default set, or dropped where {@code value} is null. */
    record ChangeDefault(Table table, Column column, Column.@Nullable Value value, boolean only, Span span)
            implements ColumnOperation {}

    /** @param proven whether a validated CHECK says so already, which spares the scan (manual ALTER TABLE) */
    record SetNotNull(Table table, Column column, boolean proven, boolean only, Span span) implements ColumnOperation {}

    record DropNotNull(Table table, Column column, boolean only, Span span) implements ColumnOperation {}

    /** An identity added, changed or dropped; null where there is none. */
    record ChangeIdentity(Table table, Column column, Column.@Nullable Identity identity, boolean ofSequence, Span span)
            implements ColumnOperation {}

    /** A generation expression set, or dropped where {@code expression} is null. */
    record ChangeExpression(Table table, Column column, Column.@Nullable Value expression, Span span)
            implements ColumnOperation {}
}
