package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TransactionStatement;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a session has in hand: the database as it sees it and the transaction that is open, if one is. Runs what begins,
 * parts and ends transactions (manual 3.4), and says which statements may run inside or outside of one.
 */
final class Transactions {
    private Database database;
    private @Nullable Transaction open;
    private int last;

    Transactions(Database database) {
        this.database = database;
    }

    /** The same database in another session, outside of its transaction. */
    Transactions fork() {
        Transactions copy = new Transactions(database);
        copy.last = last;
        return copy;
    }

    Database database() {
        return database;
    }

    void set(Database changed) {
        database = changed;
    }

    @Nullable
    Transaction open() {
        return open;
    }

    /** The number of a transaction that holds one statement alone. */
    int nextNumber() {
        return ++last;
    }

    void begin(boolean implicit) {
        open = Transaction.begin(++last, implicit, database);
    }

    void commit() {
        open = null;
        database = database.endOfTransaction();
    }

    /** Outside of a block a statement is a transaction of its own, which is then over. */
    void endOfStatement() {
        if (open == null) {
            database = database.endOfTransaction();
        }
    }

    /** Fails with 25001 or 25P01 where PostgreSQL does not take the statement here. */
    void allow(Statement statement, Execution execution) {
        Optional<String> outside = TransactionRules.onlyOutside(statement);
        if (open != null && outside.isPresent()) {
            String message = outside.get() + " cannot run inside a transaction block";
            throw execution.reject(SqlState.ACTIVE_SQL_TRANSACTION, message, statement.span());
        }
        Optional<String> inside = TransactionRules.onlyInside(statement);
        if (open == null && inside.isPresent()) {
            throw outsideOfBlock(inside.get(), statement, execution);
        }
    }

    private static Rejected outsideOfBlock(String words, Statement statement, Execution execution) {
        String message = words + " can only be used in transaction blocks";
        return execution.reject(SqlState.NO_ACTIVE_SQL_TRANSACTION, message, statement.span());
    }

    /** What BEGIN and COMMIT do where they are out of place is only to warn (manual BEGIN, COMMIT). */
    void control(TransactionStatement statement, Execution execution) {
        switch (statement) {
            case TransactionStatement.Begin begin -> open = opened().explicit();
            case TransactionStatement.Commit commit -> {
                requireChain(commit.chain(), "COMMIT AND CHAIN", statement, execution);
                commit();
                chain(commit.chain());
            }
            case TransactionStatement.Rollback rollback -> {
                requireChain(rollback.chain(), "ROLLBACK AND CHAIN", statement, execution);
                rollback();
                chain(rollback.chain());
            }
            case TransactionStatement.Savepoint savepoint ->
                open = explicit("SAVEPOINT", statement, execution)
                        .withSavepoint(savepoint.name().value(), database);
            case TransactionStatement.ReleaseSavepoint release -> {
                Transaction block = explicit("RELEASE SAVEPOINT", statement, execution);
                open = block.released(savepoint(block, release.name(), execution));
            }
            case TransactionStatement.RollbackTo back -> {
                Transaction block = explicit("ROLLBACK TO SAVEPOINT", statement, execution);
                Transaction.Savepoint savepoint = savepoint(block, back.name(), execution);
                open = block.rolledBackTo(savepoint);
                database = savepoint.database();
            }
            case TransactionStatement.TwoPhase twoPhase -> twoPhase(twoPhase, execution);
        }
    }

    private Transaction opened() {
        return open == null ? Transaction.begin(++last, false, database) : open;
    }

    private void requireChain(boolean chain, String words, Statement statement, Execution execution) {
        if (chain && (open == null || open.implicit())) {
            throw outsideOfBlock(words, statement, execution);
        }
    }

    private void chain(boolean chain) {
        if (chain) {
            begin(false);
        }
    }

    private void rollback() {
        if (open != null) {
            database = open.start();
        }
        open = null;
    }

    private Transaction explicit(String words, Statement statement, Execution execution) {
        if (open == null || open.implicit()) {
            throw outsideOfBlock(words, statement, execution);
        }
        return open;
    }

    private static Transaction.Savepoint savepoint(Transaction block, Name name, Execution execution) {
        return block.savepoint(name.value())
                .orElseThrow(() -> execution.reject(
                        SqlState.INVALID_SAVEPOINT_SPECIFICATION,
                        "savepoint \"" + name.value() + "\" does not exist",
                        name.span()));
    }

    /** A prepared transaction is taken for a committed one: whether it is, is decided elsewhere. */
    private void twoPhase(TransactionStatement.TwoPhase statement, Execution execution) {
        if (statement.kind().startsWith("PREPARE")) {
            commit();
        } else {
            allow(statement, execution);
        }
    }

    /** What is written out is a handful of rows. */
    void noteFilled(Step step) {
        SortedSet<Long> filled = new TreeSet<>();
        step.all()
                .flatMap(part -> part.operations().stream())
                .flatMap(operation -> Transactions.filled(operation).stream())
                .forEach(relation -> filled.add(relation.oid()));
        if (open != null && !filled.isEmpty()) {
            open = open.withFilled(filled);
        }
    }

    private static Optional<Relation> filled(Operation operation) {
        return switch (operation) {
            case DataOperation.Write write
            when !write.bounded()
                    && (write.kind() == DataOperation.Kind.INSERT || write.kind() == DataOperation.Kind.COPY) ->
                Optional.of(write.relation());
            case TableOperation.CreateTable create when create.filled() -> Optional.of(create.table());
            default -> Optional.empty();
        };
    }

    /** What was assumed was there before; what a failed statement would have made counts as made. */
    void noteCreated(Catalog before, Outcome outcome) {
        if (open == null || before == database.catalog()) {
            return;
        }
        boolean failed = outcome instanceof Outcome.Failed;
        SortedSet<Long> created = new TreeSet<>();
        for (long oid = before.nextOid(); oid < database.catalog().nextOid(); oid++) {
            Optional<Relation> relation = database.catalog().relation(oid);
            if (relation.isPresent() && (failed || Names.isCertain(relation.get()))) {
                created.add(oid);
            }
        }
        open = open.withCreated(created);
    }
}
