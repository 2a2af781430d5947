package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.sql.ObjectType;
import java.util.List;

/**
 * Something that can be dropped and that others may depend on, as {@code pg_depend} addresses it (manual 52.18). It
 * stands for an object of a catalog and holds none of its state.
 */
sealed interface ObjectAddress {
    /** A table, index, view or sequence. */
    record OfRelation(long oid) implements ObjectAddress {}

    record OfColumn(long table, int number) implements ObjectAddress {}

    record OfDefault(long table, int column) implements ObjectAddress {}

    record OfConstraint(long table, String name) implements ObjectAddress {}

    record OfAttachment(long table, Table.Attachment.Type type, String name) implements ObjectAddress {}

    record OfType(QualifiedName name) implements ObjectAddress {}

    /** An attribute of a composite type. */
    record OfAttribute(QualifiedName type, String name) implements ObjectAddress {}

    record OfRoutine(QualifiedName name, List<DataType> parameters) implements ObjectAddress {
        static OfRoutine of(Routine routine) {
            return new OfRoutine(routine.name(), routine.parameters());
        }
    }

    record OfSchema(String name) implements ObjectAddress {}

    record OfExtension(String name) implements ObjectAddress {}

    /** What it is and is called in PostgreSQL's messages, such as {@code column a of table t}. */
    default String words(Catalog catalog) {
        return switch (this) {
            case OfRelation address -> relation(catalog, address.oid());
            case OfColumn address -> "column " + column(catalog, address.table(), address.number());
            case OfDefault address -> "default value for column " + column(catalog, address.table(), address.column());
            case OfConstraint address -> "constraint " + address.name() + " on " + relation(catalog, address.table());
            case OfAttachment address ->
                address.type().words() + " " + address.name() + " on " + relation(catalog, address.table());
            case OfType address -> "type " + address.name().display();
            case OfAttribute address ->
                "column " + address.name() + " of composite type "
                        + address.type().display();
            case OfRoutine address -> Routines.words(address.name(), address.parameters());
            case OfSchema address -> "schema " + address.name();
            case OfExtension address -> "extension " + address.name();
        };
    }

    /** Its own name, without that of what it belongs to. */
    default String name(Catalog catalog) {
        return switch (this) {
            case OfRelation address ->
                catalog.relation(address.oid())
                        .map(relation -> relation.name().name())
                        .orElse("");
            case OfColumn address -> columnName(catalog, address.table(), address.number());
            case OfDefault address -> columnName(catalog, address.table(), address.column());
            case OfConstraint address -> address.name();
            case OfAttachment address -> address.name();
            case OfType address -> address.name().name();
            case OfAttribute address -> address.name();
            case OfRoutine address -> address.name().name();
            case OfSchema address -> address.name();
            case OfExtension address -> address.name();
        };
    }

    /** The kind of object that it is. */
    default ObjectType type(Catalog catalog) {
        return switch (this) {
            case OfRelation address ->
                catalog.relation(address.oid()).map(Names::typeOf).orElse(ObjectType.TABLE);
            case OfColumn ignored -> ObjectType.COLUMN;
            case OfDefault ignored -> ObjectType.COLUMN;
            case OfConstraint ignored -> ObjectType.CONSTRAINT;
            case OfAttachment address -> Attachments.objectType(address.type());
            case OfType ignored -> ObjectType.TYPE;
            case OfAttribute ignored -> ObjectType.COLUMN;
            case OfRoutine ignored -> ObjectType.FUNCTION;
            case OfSchema ignored -> ObjectType.SCHEMA;
            case OfExtension ignored -> ObjectType.EXTENSION;
        };
    }

    private static String columnName(Catalog catalog, long oid, int number) {
        return catalog.table(oid)
                .flatMap(table -> table.column(number))
                .map(Column::name)
                .orElse("");
    }

    private static String relation(Catalog catalog, long oid) {
        return catalog.relation(oid)
                .map(relation -> relation.kindWords() + " " + relation.name().display())
                .orElse("relation");
    }

    private static String column(Catalog catalog, long oid, int number) {
        return columnName(catalog, oid, number) + " of " + relation(catalog, oid);
    }
}
