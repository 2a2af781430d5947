package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.Extensions;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import java.util.List;
import java.util.Optional;

/** Finds the types and domains that a DROP names, and refuses those that belong to a table or an extension. */
final class DroppedTypes {
    private final Execution execution;
    private final ObjectStatement.Drop drop;

    DroppedTypes(Execution execution, ObjectStatement.Drop drop) {
        this.execution = execution;
        this.drop = drop;
    }

    Optional<DropReplay.Found> find(ObjectStatement.DropTarget target) {
        List<QualifiedName> candidates = execution.names().schemas().candidates(target.name());
        Optional<Type> there = candidates.stream()
                .flatMap(candidate -> execution.catalog().type(candidate).stream())
                .findFirst();
        Optional<Relation> row = execution.names().find(target.name());
        if (there.isEmpty() && row.isEmpty() && drop.ifExists()) {
            return Optional.empty();
        }
        if (there.isEmpty() && row.isPresent() && Names.isCertain(row.get())) {
            throw required(row.get().name(), rowOwner(row.get()), target.span());
        }
        Optional<Type> type = new TypeObjects(execution).require(target.name());
        return Optional.of(type.map(found -> found(found, target.name().span())).orElse(DropReplay.Found.UNKNOWN));
    }

    private String rowOwner(Relation relation) {
        return new ObjectAddress.OfRelation(relation.oid()).words(execution.catalog());
    }

    private DropReplay.Found found(Type type, Span span) {
        boolean domain = type instanceof Type.Domain || type instanceof Type.Other;
        if (drop.type() == ObjectType.DOMAIN && !domain) {
            String message = "\"" + type.name().name() + "\" is not a domain";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, span);
        }
        if (type instanceof Type.Other) {
            extension(type.name()).ifPresent(extension -> {
                throw required(type.name(), "extension " + extension, span);
            });
        }
        return DropReplay.Found.of(new ObjectAddress.OfType(type.name()));
    }

    /** The installed extension that the type came with. */
    private Optional<String> extension(QualifiedName type) {
        return execution.catalog().extensions().stream()
                .filter(name -> execution.catalog().extension(name).equals(Optional.of(type.schema())))
                .filter(name -> Extensions.find(name)
                        .filter(extension -> extension.types().contains(type.name()))
                        .isPresent())
                .findFirst();
    }

    private Rejected required(QualifiedName type, String owner, Span span) {
        String message = "cannot drop type " + type.display() + " because " + owner + " requires it";
        return execution.reject(SqlState.DEPENDENT_OBJECTS_STILL_EXIST, message, span);
    }
}
