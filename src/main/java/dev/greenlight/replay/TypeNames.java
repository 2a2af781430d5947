package dev.greenlight.replay;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.postgres.SystemRelations;
import dev.greenlight.postgres.TypeModifiers;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the type that a type name stands for. */
final class TypeNames {
    private final Execution execution;
    private final Schemas schemas;

    TypeNames(Execution execution, Schemas schemas) {
        this.execution = execution;
        this.schemas = schemas;
    }

    DataType resolve(TypeName name) {
        if (name.percentType()) {
            return ofColumn(name.name().parts());
        }
        for (QualifiedName candidate : schemas.candidates(name.name())) {
            if (Schemas.isSystem(candidate.schema())) {
                Optional<DataType> builtIn = builtIn(candidate, name);
                if (builtIn.isPresent()) {
                    requireModifiers(builtIn.get(), name);
                    return builtIn.get();
                }
                continue;
            }
            Optional<QualifiedName> found = at(candidate, name);
            if (found.isPresent()) {
                return typed(found.get(), name);
            }
        }
        return unknown(name);
    }

    /** {@code table.column%TYPE}. */
    private DataType ofColumn(List<Name> parts) {
        if (parts.size() < 2) {
            return DataType.UNKNOWN;
        }
        ObjectName table = new ObjectName(parts.subList(0, parts.size() - 1));
        return execution
                .names()
                .find(table)
                .map(relation -> QueryNames.typeOf(relation, parts.getLast().value()))
                .orElse(DataType.UNKNOWN);
    }

    /** A type of the history, or the row type that comes with a table or view. */
    private Optional<QualifiedName> at(QualifiedName candidate, TypeName name) {
        Optional<Type> type = execution.catalog().type(candidate);
        if (type.isPresent()) {
            return keep(candidate, name, type.get().origin());
        }
        return execution
                .catalog()
                .relation(candidate)
                .filter(relation -> relation instanceof Table || relation instanceof View)
                .flatMap(relation -> keep(candidate, name, relation.origin()));
    }

    private Optional<QualifiedName> keep(QualifiedName found, TypeName name, @Nullable Origin origin) {
        execution.add(new Reference(ObjectType.TYPE, found, null, name.span(), origin));
        return Optional.of(found);
    }

    private static DataType typed(QualifiedName found, TypeName name) {
        return new DataType(found, name.modifiers(), name.isArray());
    }

    /** What the server brings itself; of other schemas than pg_catalog not all is known. */
    private Optional<DataType> builtIn(QualifiedName candidate, TypeName name) {
        if (!candidate.schema().equals(Schemas.SYSTEM)) {
            boolean domain = SystemRelations.domain(candidate).isPresent();
            return Optional.of(domain ? typed(candidate, name) : DataType.UNKNOWN);
        }
        boolean row = SystemRelations.exists(candidate);
        Optional<DataType> found = BuiltInTypes.find(candidate.name(), execution.version());
        if (found.isEmpty() && row) {
            return Optional.of(DataType.UNKNOWN);
        }
        return found.map(type -> new DataType(type.name(), name.modifiers(), type.array() || name.isArray()));
    }

    private void requireModifiers(DataType type, TypeName name) {
        TypeModifiers.complaint(type, execution.version()).ifPresent(complaint -> {
            throw execution.reject(SqlState.INVALID_PARAMETER_VALUE, complaint, name.span());
        });
    }

    private DataType unknown(TypeName name) {
        ObjectName written = name.name();
        QualifiedName likely = schemas.likely(written);
        boolean qualified = written.schema().isPresent();
        List<QualifiedName> candidates = schemas.candidates(written);
        if (execution.mayExist(ObjectType.TYPE, written.name())
                || execution.premises().assumes(qualified, candidates)
                || new ExtensionNames(execution).mayBring(written.name())) {
            schemas.exists(likely.schema());
            execution.premises().noteRelation(likely);
            execution.change(catalog -> catalog.with(new Type.Other(likely, null)));
            return typed(likely, name);
        }
        if (qualified) {
            schemas.require(written.parts().get(written.parts().size() - 2));
        }
        throw execution.rejectMissing(
                SqlState.UNDEFINED_OBJECT,
                "type \"" + written + "\" does not exist",
                name.span(),
                new Missing(ObjectType.TYPE, likely, null));
    }
}
