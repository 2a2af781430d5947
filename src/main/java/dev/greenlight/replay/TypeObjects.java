package dev.greenlight.replay;

import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.Optional;

/** Finds the types that statements about types name, and who uses them. */
final class TypeObjects {
    private final Execution execution;

    TypeObjects(Execution execution) {
        this.execution = execution;
    }

    /** Empty for one that is built in or a table's row type; fails with 42704 if there is none. */
    Optional<Type> require(ObjectName name) {
        DataType type = execution.names().type(typeName(name));
        return execution.catalog().type(type.name());
    }

    static TypeName typeName(ObjectName name) {
        return new TypeName(name, List.of(), 0, false, false, name.span());
    }

    /** Empty where nothing is known of it; fails with 42809 if it is no enum. */
    Optional<Type.Enum> requireEnum(ObjectName name) {
        return require(name).flatMap(type -> switch (type) {
            case Type.Enum found -> Optional.of(found);
            case Type.Other ignored -> Optional.empty();
            case Type.Domain other -> throw wrong(other, "an enum", name.span());
            case Type.Composite other -> throw wrong(other, "an enum", name.span());
        });
    }

    Optional<Type.Domain> requireDomain(ObjectName name) {
        return require(name).flatMap(type -> switch (type) {
            case Type.Domain found -> Optional.of(found);
            case Type.Other ignored -> Optional.empty();
            case Type.Enum other -> throw wrong(other, "a domain", name.span());
            case Type.Composite other -> throw wrong(other, "a domain", name.span());
        });
    }

    private Rejected wrong(Type type, String wanted, Span span) {
        String message = type.name().display() + " is not " + wanted;
        return execution.reject(SqlState.WRONG_OBJECT_TYPE, message, span);
    }

    /** The tables with a column of the type, directly, in an array or through a domain or composite type of it. */
    List<Table> users(QualifiedName type) {
        return execution
                .catalog()
                .tables()
                .filter(table -> table.columns().stream().anyMatch(column -> uses(column.type(), type, 0)))
                .toList();
    }

    /** Whether a type is this one, or holds it directly or through others. */
    boolean uses(DataType columnType, QualifiedName type) {
        return uses(columnType, type, 0);
    }

    private boolean uses(DataType columnType, QualifiedName type, int depth) {
        if (columnType.name().equals(type)) {
            return true;
        }
        if (columnType.isBuiltIn() || depth > 10) {
            return false;
        }
        Type of = execution.catalog().type(columnType.name()).orElse(null);
        if (of instanceof Type.Domain domain) {
            return uses(domain.base(), type, depth + 1);
        }
        return of instanceof Type.Composite composite
                && composite.attributes().stream().anyMatch(attribute -> uses(attribute.type(), type, depth + 1));
    }
}
