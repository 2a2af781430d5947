package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.migration.Script;
import dev.greenlight.source.SourceFile;
import dev.greenlight.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One statement run on the catalog.
 *
 * @param file where it stands
 * @param operations what it did, in order; empty unless it was applied
 * @param references what it names that must be there already
 * @param transaction steps with the same number share a transaction; each statement outside one has its own
 * @param transactionBlock whether it runs inside a transaction that holds more than it, explicit or implicit
 * @param newInTransaction the oids of the relations that its transaction has made so far, itself not counted
 */
public record Step(
        SourceFile file,
        Script.Entry entry,
        Catalog before,
        Catalog after,
        Outcome outcome,
        List<Operation> operations,
        List<Reference> references,
        int transaction,
        boolean transactionBlock,
        SortedSet<Long> newInTransaction) {
    public Step {
        operations = List.copyOf(operations);
        references = List.copyOf(references);
    }

    public Statement statement() {
        return entry.statement();
    }

    public Optional<SqlError> error() {
        return outcome instanceof Outcome.Failed failed ? Optional.of(failed.error()) : Optional.empty();
    }

    /** Whether the relation was there before the statement; one that is only assumed always was. */
    public boolean existedBefore(Relation relation) {
        return relation.origin() == null || before.relation(relation.oid()).isPresent();
    }

    /**
     * Whether nobody else can know the relation yet: made in this transaction or statement, or temporary. What is done
     * to it blocks nobody.
     */
    public boolean isPrivate(Relation relation) {
        return newInTransaction.contains(relation.oid())
                || !existedBefore(relation)
                || relation.name().schema().equals(Schemas.TEMPORARY);
    }
}
