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
 * @param savepoints the newest last; a name may be used again
 */
record Transaction(int number, boolean implicit, Database start, PSortedSet<Long> created, List<Savepoint> savepoints) {

    Transaction {
        savepoints = List.copyOf(savepoints);
    }

    /** A place to roll back to. */
    record Savepoint(String name, Database database, PSortedSet<Long> created) {}

    static Transaction begin(int number, boolean implicit, Database start) {
        return new Transaction(number, implicit, start, TreePSet.empty(), List.of());
    }

    /** BEGIN inside an implicit block makes it an explicit one that holds all since the block's start. */
    Transaction explicit() {
        return new Transaction(number, false, start, created, savepoints);
    }

    Transaction withCreated(SortedSet<Long> more) {
        if (more.isEmpty()) {
            return this;
        }
        return new Transaction(number, implicit, start, created.plusAll(more), savepoints);
    }

    Transaction withSavepoint(String name, Database database) {
        return new Transaction(
                number, implicit, start, created, Lists.plus(savepoints, new Savepoint(name, database, created)));
    }

    Optional<Savepoint> savepoint(String name) {
        return savepoints.stream()
                .filter(savepoint -> savepoint.name().equals(name))
                .reduce((older, newer) -> newer);
    }

    /** The savepoint stays, those after it go. */
    Transaction rolledBackTo(Savepoint savepoint) {
        List<Savepoint> left = savepoints.subList(0, savepoints.lastIndexOf(savepoint) + 1);
        return new Transaction(number, implicit, start, savepoint.created(), left);
    }

    /** The savepoint goes, and those after it. */
    Transaction released(Savepoint savepoint) {
        List<Savepoint> left = savepoints.subList(0, savepoints.lastIndexOf(savepoint));
        return new Transaction(number, implicit, start, created, left);
    }
}
