package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;

/** Whether what is dropped is there again under the same name when the transaction ends, so that nobody misses it. */
final class MadeAgain {
    private MadeAgain() {}

    static boolean is(Change change, Operation drop) {
        Catalog after = change.afterTransaction();
        return switch (drop) {
            case ObjectOperation.DropView gone ->
                after.relation(gone.view().name()).isPresent();
            case TableOperation.DropTable gone ->
                after.relation(gone.table().name()).isPresent();
            case ObjectOperation.DropSequence gone ->
                after.relation(gone.sequence().name())
                        .filter(Sequence.class::isInstance)
                        .isPresent();
            case ObjectOperation.DropType gone -> after.type(gone.type().name()).isPresent();
            case ObjectOperation.DropRoutine gone -> hasRoutine(after, gone.routine());
            case ObjectOperation.DropAttachment gone -> hasAttachment(after, gone.relation(), gone.attachment());
            case IndexOperation.DropIndex gone ->
                after.relation(gone.index().name())
                        .filter(Index.class::isInstance)
                        .isPresent();
            case ConstraintOperation.DropConstraint gone ->
                after.table(gone.table().oid())
                        .filter(table -> hasConstraint(table, gone.constraint()))
                        .isPresent();
            default -> false;
        };
    }

    private static boolean hasRoutine(Catalog catalog, Routine routine) {
        return catalog.routines(routine.name()).stream()
                .anyMatch(other -> other.parameters().equals(routine.parameters()));
    }

    static boolean hasAttachment(Catalog catalog, Relation relation, Table.Attachment attachment) {
        return catalog.relation(relation.oid()).stream()
                .flatMap(there -> there.attachments().stream())
                .anyMatch(other ->
                        other.type() == attachment.type() && other.name().equals(attachment.name()));
    }

    /** Under whatever name: one of the same kind on the same columns takes its place, and so does another primary key. */
    private static boolean hasConstraint(Table table, TableConstraint constraint) {
        return table.constraints().stream()
                .anyMatch(other -> other.name().equals(constraint.name())
                        || other.getClass() == constraint.getClass()
                                && (other.columns().equals(constraint.columns())
                                        || isPrimaryKey(other) && isPrimaryKey(constraint)));
    }

    private static boolean isPrimaryKey(TableConstraint constraint) {
        return constraint instanceof TableConstraint.Unique unique && unique.primaryKey();
    }
}
