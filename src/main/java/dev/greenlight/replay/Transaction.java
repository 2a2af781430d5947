package dev.greenlight.replay;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/**
 * An open transaction block, explicit or implicit (manual 3.4 and 54.2.2.1), and what a ROLLBACK of it brings back.
 *
 * @param implicit whether it is only there because several statements were sent at once
 * @param created the oids of the relations that it has made
 * @param savepoints the newest first
 */
record Transaction(
        int number, boolean implicit, Database start, SortedSet<Long> created, PStack<Savepoint> savepoints) {

    /** A place to roll back to. */
    record Savepoint(String name, Database database, SortedSet<Long> created) {}

    static Transaction begin(int number, boolean implicit, Database start) {
        return new Transaction(number, implicit, start, new TreeSet<>(), ConsPStack.empty());
    }

    /** BEGIN inside an implicit block makes it an explicit one that holds all since the block's start. */
    Transaction explicit() {
        return new Transaction(number, false, start, created, savepoints);
    }

    Transaction withCreated(SortedSet<Long> more) {
        if (more.isEmpty()) {
            return this;
        }
        SortedSet<Long> all = new TreeSet<>(created);
        all.addAll(more);
        return new Transaction(number, implicit, start, all, savepoints);
    }

    Transaction withSavepoint(String name, Database database) {
        return new Transaction(
                number, implicit, start, created, savepoints.plus(new Savepoint(name, database, created)));
    }

    Optional<Savepoint> savepoint(String name) {
        return savepoints.stream()
                .filter(savepoint -> savepoint.name().equals(name))
                .findFirst();
    }

    /** The savepoint stays, those after it go. */
    Transaction rolledBackTo(Savepoint savepoint) {
        PStack<Savepoint> rest = savepoints.subList(savepoints.indexOf(savepoint));
        return new Transaction(number, implicit, start, savepoint.created(), rest);
    }

    /** The savepoint goes, and those after it. */
    Transaction released(Savepoint savepoint) {
        PStack<Savepoint> rest = savepoints.subList(savepoints.indexOf(savepoint) + 1);
        return new Transaction(number, implicit, start, created, rest);
    }
}
