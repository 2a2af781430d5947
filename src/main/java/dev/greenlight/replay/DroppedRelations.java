package dev.greenlight.replay;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import java.util.Optional;

/** Finds the tables, indexes, views and sequences that a DROP names, and refuses those that belong to another object. */
final class DroppedRelations {
    private final Execution execution;
    private final ObjectStatement.Drop drop;

    DroppedRelations(Execution execution, ObjectStatement.Drop drop) {
        this.execution = execution;
        this.drop = drop;
    }

    Optional<DropReplay.Found> find(ObjectStatement.DropTarget target) {
        Optional<Relation> found = drop.ifExists()
                ? execution.names().relationIfExists(target.name(), drop.type())
                : execution.names().freed(target.name(), drop.type());
        if (found.isEmpty() && drop.ifExists()) {
            return Optional.empty();
        }
        Relation relation = found.orElseThrow(() -> missing(target));
        RelationKinds.require(relation, drop.type(), target.name().span(), execution);
        requireFree(relation, target.name().span());
        return Optional.of(DropReplay.Found.of(new ObjectAddress.OfRelation(relation.oid())));
    }

    /** {@code table "t" does not exist}; for an index or foreign table with 42704. */
    private Rejected missing(ObjectStatement.DropTarget target) {
        Rejected usual = execution.names().missing(target.name(), drop.type());
        if (usual.error().missing() == null) {
            return usual;
        }
        target.name().schema().ifPresent(ignored -> execution.names().schemas().require(schema(target)));
        boolean asObject = drop.type() == ObjectType.INDEX || drop.type() == ObjectType.FOREIGN_TABLE;
        SqlState state = asObject ? SqlState.UNDEFINED_OBJECT : SqlState.UNDEFINED_TABLE;
        String message = drop.type().lowerCaseWords() + " \"" + target.name().name() + "\" does not exist";
        Missing missing = new Missing(drop.type(), execution.names().schemas().likely(target.name()), null);
        return execution.rejectMissing(state, message, target.name().span(), missing);
    }

    private static Name schema(ObjectStatement.DropTarget target) {
        return target.name().parts().get(target.name().parts().size() - 2);
    }

    private void requireFree(Relation relation, Span span) {
        if (relation instanceof Index index && Names.isCertain(index)) {
            requireFree(index, span);
        }
        if (relation instanceof Sequence sequence && sequence.identity()) {
            execution
                    .catalog()
                    .table(sequence.ownerTable())
                    .flatMap(table -> table.column(sequence.ownerColumn()))
                    .filter(column -> column.identity() != null)
                    .ifPresent(column -> {
                        throw required(relation, owner(sequence, column), span);
                    });
        }
    }

    private void requireFree(Index index, Span span) {
        boolean partitioned = execution
                .catalog()
                .table(index.table())
                .filter(table -> table.kind() == Table.Kind.PARTITIONED)
                .filter(table -> table.persistence() != Persistence.TEMPORARY)
                .isPresent();
        if (drop.concurrently() && partitioned) {
            String message = "cannot drop partitioned index \"" + index.name().name() + "\" concurrently";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, span);
        }
        Removal.constraintOf(execution.catalog(), index)
                .or(() -> Optional.of(index.parent()).filter(oid -> oid != 0).map(ObjectAddress.OfRelation::new))
                .filter(owner -> !execution.mayBeGone(owner.type(execution.catalog()), owner.name(execution.catalog())))
                .ifPresent(owner -> {
                    throw required(index, owner.words(execution.catalog()), span);
                });
    }

    private String owner(Sequence sequence, Column column) {
        return new ObjectAddress.OfColumn(sequence.ownerTable(), column.number()).words(execution.catalog());
    }

    private Rejected required(Relation relation, String owner, Span span) {
        String message = "cannot drop " + new ObjectAddress.OfRelation(relation.oid()).words(execution.catalog())
                + " because " + owner + " requires it";
        return execution.reject(SqlState.DEPENDENT_OBJECTS_STILL_EXIST, message, span);
    }
}
