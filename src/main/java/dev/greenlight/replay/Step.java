package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.migration.Script;
import dev.greenlight.source.SourceFile;
import dev.greenlight.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One statement run on the catalog. A statement that runs code, such as DO, holds the statements that the code ran as
 * steps of their own.
 *
 * @param file where it stands
 * @param operations what it did, in order; empty unless it was applied
 * @param references what it names that must be there already
 * @param transaction steps with the same number share a transaction; each statement outside one has its own
 * @param transactionBlock whether it runs inside a transaction that holds more than it, explicit or implicit
 * @param newInTransaction the oids of the relations that its transaction has made so far, itself not counted
 * @param filledInTransaction those that it has put rows into so far, of a number that no statement says
 * @param inner what the code that it runs has run, in order, and may be only may have run; their files are made from
 *     this one's, and hold none of their own
 * @param caller the routine that ran it; null for one that stands in a file or in a DO block
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
        SortedSet<Long> newInTransaction,
        SortedSet<Long> filledInTransaction,
        List<Step> inner,
        @Nullable Caller caller) {
    public Step {
        operations = List.copyOf(operations);
        references = List.copyOf(references);
        inner = List.copyOf(inner);
    }

    /** Whether a name is known in full, and not put together by code that runs later. */
    public static boolean isKnown(String name) {
        return !name.contains(Value.HOLE);
    }

    /** A routine that the history made. */
    public record Caller(String name, @Nullable Origin origin) {}

    /** What the code that it runs has run, and itself. */
    public Stream<Step> all() {
        return Stream.concat(inner.stream(), Stream.of(this));
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

    /** Whether nobody else can know it, and it holds no more rows than were written out. */
    public boolean isNearlyEmpty(Relation relation) {
        return isPrivate(relation) && !filledInTransaction.contains(relation.oid());
    }
}
