package dev.greenlight.replay;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * An open transaction block, explicit or implicit (manual 3.4 and 54.2.2.1), and what a ROLLBACK of it brings back.
 *
 * @param implicit whether it is only there because several statements were sent at once
 * @param created the oids of the relations that it has made
 * @param filled those of the relations that it has put rows into, of a number that no statement says
 * @param savepoints the newest last; a name may be used again
 */
record Transaction(
        int number,
        boolean implicit,
        Database start,
        PSortedSet<Long> created,
        PSortedSet<Long> filled,
        List<Savepoint> savepoints) {

    Transaction {
        savepoints = List.copyOf(savepoints);
    }

    /** A place to roll back to. */
    record Savepoint(String name, Database database, PSortedSet<Long> created, PSortedSet<Long> filled) {}

    static Transaction begin(int number, boolean implicit, Database start) {
        return new Transaction(number, implicit, start, TreePSet.empty(), TreePSet.empty(), List.of());
    }

    /** BEGIN inside an implicit block makes it an explicit one that holds all since the block's start. */
    Transaction explicit() {
        return new Transaction(number, false, start, created, filled, savepoints);
    }

    Transaction withCreated(SortedSet<Long> more) {
        if (more.isEmpty()) {
            return this;
        }
        return new Transaction(number, implicit, start, created.plusAll(more), filled, savepoints);
    }

    Transaction withFilled(SortedSet<Long> more) {
        return new Transaction(number, implicit, start, created, filled.plusAll(more), savepoints);
    }

    Transaction withSavepoint(String name, Database database) {
        Savepoint savepoint = new Savepoint(name, database, created, filled);
        return new Transaction(number, implicit, start, created, filled, Lists.plus(savepoints, savepoint));
    }

    Optional<Savepoint> savepoint(String name) {
        return savepoints.stream()
                .filter(savepoint -> savepoint.name().equals(name))
                .reduce((older, newer) -> newer);
    }

    /** The savepoint stays, those after it go. */
    Transaction rolledBackTo(Savepoint savepoint) {
        List<Savepoint> left = savepoints.subList(0, savepoints.lastIndexOf(savepoint) + 1);
        return new Transaction(number, implicit, start, savepoint.created(), savepoint.filled(), left);
    }

    /** The savepoint goes, and those after it. */
    Transaction released(Savepoint savepoint) {
        List<Savepoint> left = savepoints.subList(0, savepoints.lastIndexOf(savepoint));
        return new Transaction(number, implicit, start, created, filled, left);
    }
}
