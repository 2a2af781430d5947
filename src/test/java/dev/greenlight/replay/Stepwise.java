package dev.greenlight.replay;

import dev.greenlight.migration.Script;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.TransactionStatement;
import dev.greenlight.sql.Unread;
import java.util.List;

/**
 * A session of psql on the model: each statement runs where the one before has left the database, and one that fails
 * leaves it as it was. A {@link Session} goes on differently after an error, because a linter has more to say.
 */
public final class Stepwise {
    /** What stands for the SQLSTATE of a statement that goes through. */
    public static final String ACCEPTED = "-";

    private static final SourceFile ROLLBACK = SourceFile.of("rollback.sql", "ROLLBACK");

    private final Premises premises;
    private final Transactions transactions;
    private Database before;
    private Database start;

    /** @param scripts all that is run in this session, so that it is known what is made at some time */
    public Stepwise(PostgresVersion version, List<Script> scripts) {
        ReplayOptions options = ReplayOptions.of(version, ReplayOptions.Openness.CLOSED);
        this.premises = Premises.closed(options, Foreknowledge.of(scripts));
        this.transactions = new Transactions(Database.fresh(options.searchPath()));
        this.before = transactions.database();
        this.start = before;
    }

    /** The SQLSTATE with which the statement fails, or {@link #ACCEPTED}. */
    public String run(SourceFile file, Script.Entry entry) {
        before = transactions.database();
        start = transactions.open() == null ? before : transactions.open().start();
        try {
            return outcome(file, entry);
        } catch (Rejected rejected) {
            transactions.set(before);
            return rejected.error().state().code();
        } finally {
            transactions.endOfStatement();
        }
    }

    private String outcome(SourceFile file, Script.Entry entry) {
        if (entry.statement() instanceof TransactionStatement.Begin && transactions.open() == null) {
            transactions.begin(false);
        }
        Transaction open = transactions.open();
        int number = open == null ? transactions.nextNumber() : open.number();
        Execution execution = new Execution(premises, file, before, open, number);
        VersionGate gate = VersionGate.of(entry, premises.version());
        gate.parse();
        if (entry.statement() instanceof Unread.Unparsed) {
            throw execution.reject(dev.greenlight.postgres.SqlState.SYNTAX_ERROR, "syntax error", new Span(0, 0));
        }
        if (entry.statement() instanceof TransactionStatement control) {
            transactions.control(control, execution);
        } else {
            transactions.allow(entry.statement(), execution);
            Dispatch.apply(entry.statement(), execution);
            gate.run(execution.outcome());
            transactions.set(execution.database());
            transactions.noteCreated(before.catalog(), execution.outcome());
        }
        return ACCEPTED;
    }

    /**
     * Undoes the last statement, which the server has refused.
     *
     * @param inTransaction whether a transaction is open there; one that did not end well is undone as a whole
     */
    public void takeBack(boolean inTransaction) {
        transactions.set(inTransaction || transactions.open() != null ? before : start);
    }

    /** What the last statement would have made counts as made, and nothing more is known of it. */
    public void assume(SourceFile file, Script.Entry entry) {
        Execution execution = new Execution(premises, file, before, transactions.open(), transactions.nextNumber());
        try {
            Dispatch.afterFailure(entry.statement(), execution);
        } catch (Rejected rejected) {
            // Then nothing of it is assumed.
        }
        transactions.set(execution.database());
    }

    public boolean isInTransaction() {
        return transactions.open() != null;
    }

    /** Ends a transaction that has failed. */
    public void rollback() {
        var text = Splitter.split(ROLLBACK.text(), new Span(0, ROLLBACK.text().length())).getFirst();
        if (Parser.parse(text) instanceof TransactionStatement rollback) {
            transactions.control(rollback, new Execution(premises, ROLLBACK, before, transactions.open(), 0));
        }
    }

    /** As psql's {@code \c} does, to the same database. */
    public void reconnect() {
        rollback();
        transactions.set(transactions.database().endOfSession());
    }
}
