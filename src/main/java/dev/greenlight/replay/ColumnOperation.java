package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.source.Span;
import org.jspecify.annotations.Nullable;

/** Operations on columns. */
public sealed interface ColumnOperation extends Operation {
    /**
     * @param constrainedDomain whether its type is a domain with constraints, so that each row is looked at
     */
    record AddColumn(Table table, Column column, boolean constrainedDomain, Span span) implements ColumnOperation {}

    /** {@code cascaded}: it goes because something else, such as its type, does. */
    record DropColumn(Table table, Column column, boolean cascaded, Span span) implements ColumnOperation {}

    record RenameColumn(Relation relation, String column, String newName, Span span) implements ColumnOperation {}

    /**
     * @param after the column as it is then
     * @param using whether there is a USING that is more than the column itself or a plain cast of it to the new type
     */
    record ChangeColumnType(Table table, Column column, Column after, boolean using, Span span)
            implements ColumnOperation {}

    /** A default set, or dropped where {@code value} is null. */
    record ChangeDefault(Table table, Column column, Column.@Nullable Value value, Span span)
            implements ColumnOperation {}

    /** @param proven whether a validated CHECK says so already, which spares the scan (manual ALTER TABLE) */
    record SetNotNull(Table table, Column column, boolean proven, Span span) implements ColumnOperation {}

    record DropNotNull(Table table, Column column, Span span) implements ColumnOperation {}

    /** An identity added, changed or dropped; null where there is none. */
    record ChangeIdentity(Table table, Column column, Column.@Nullable Identity identity, Span span)
            implements ColumnOperation {}

    /** A generation expression set, or dropped where {@code expression} is null. */
    record ChangeExpression(Table table, Column column, Column.@Nullable Value expression, Span span)
            implements ColumnOperation {}
}
