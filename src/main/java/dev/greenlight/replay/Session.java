package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.Section;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.SourceFile;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.TransactionStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The connection on which a tool runs its scripts: it carries the database from statement to statement and wraps them
 * in transactions as the tool would.
 */
final class Session {
    private final Premises premises;
    private Database database;
    private @Nullable Transaction transaction;
    /** Whether the tool has begun the transaction that holds a whole run. */
    private boolean run;

    private int transactions;
    /** What a statement of this migration has missed and a later one makes: missed again by the next migration. */
    private final Set<QualifiedName> awaited = new LinkedHashSet<>();

    Session(Premises premises, Database database) {
        this.premises = premises;
        this.database = database;
    }

    /** Another session on a copy of what this one sees, outside of its transaction. */
    Session fork() {
        Session copy = new Session(premises, database);
        copy.transactions = transactions;
        return copy;
    }

    Database database() {
        return database;
    }

    /** Runs a migration; another one finds the search path as it was at first. */
    MigrationRun run(Script script) {
        List<Step> steps = statements(script);
        forgetAwaited();
        if (!run) {
            database = database.endOfSession();
        }
        return new MigrationRun(script.migration(), steps);
    }

    /** Runs what stands before a history; the search path that it sets is the one that migrations begin with. */
    void prepare(Script script) {
        statements(script);
        enter(TransactionMode.NONE);
        database = database.with(database.settings().asInitial());
    }

    private List<Step> statements(Script script) {
        List<Step> steps = new ArrayList<>();
        for (List<Script.Entry> entries : sections(script.entries())) {
            runSection(script.migration().file(), entries, steps);
        }
        return steps;
    }

    private static List<List<Script.Entry>> sections(List<Script.Entry> entries) {
        List<List<Script.Entry>> sections = new ArrayList<>();
        @Nullable Section last = null;
        for (Script.Entry entry : entries) {
            if (!entry.section().equals(last)) {
                sections.add(new ArrayList<>());
                last = entry.section();
            }
            sections.getLast().add(entry);
        }
        return sections;
    }

    private void runSection(SourceFile file, List<Script.Entry> entries, List<Step> steps) {
        TransactionMode mode = entries.getFirst().section().transaction();
        boolean several = entries.stream()
                        .filter(entry -> entry.text().kind() == StatementText.Kind.SQL)
                        .count()
                > 1;
        enter(mode);
        for (Script.Entry entry : entries) {
            if (mode == TransactionMode.IMPLICIT && several && transaction == null) {
                begin(true);
            }
            steps.add(step(file, entry));
        }
        if (mode != TransactionMode.RUN) {
            commit();
        }
    }

    private void enter(TransactionMode mode) {
        if (mode == TransactionMode.RUN) {
            if (!run) {
                begin(false);
            }
            run = true;
            return;
        }
        commit();
        run = false;
        if (mode == TransactionMode.MIGRATION) {
            begin(false);
        }
    }

    private void begin(boolean implicit) {
        transaction = Transaction.begin(++transactions, implicit, database);
    }

    private void commit() {
        transaction = null;
        database = database.endOfTransaction();
    }

    private Step step(SourceFile file, Script.Entry entry) {
        Statement statement = entry.statement();
        if (statement instanceof TransactionStatement.Begin && transaction == null) {
            begin(false);
        }
        Transaction current = transaction;
        Database before = database;
        int number = current == null ? ++transactions : current.number();
        SortedSet<Long> created = current == null ? Collections.emptySortedSet() : current.created();
        Execution execution = new Execution(premises, file, before, current);
        Outcome outcome = outcome(execution, statement);
        if (transaction == null) {
            database = database.endOfTransaction();
        }
        noteCreated(before.catalog(), outcome);
        boolean applied = outcome instanceof Outcome.Applied;
        return new Step(
                file,
                entry,
                before.catalog(),
                database.catalog(),
                outcome,
                applied ? execution.operations() : List.of(),
                execution.references(),
                number,
                current != null,
                created);
    }

    private Outcome outcome(Execution execution, Statement statement) {
        try {
            if (statement instanceof TransactionStatement control) {
                control(control, execution);
            } else {
                allow(statement, execution);
                Dispatch.apply(statement, execution);
                database = execution.database();
            }
            return execution.outcome();
        } catch (Rejected rejected) {
            SqlError error = rejected.error();
            await(error.missing());
            boolean refused = error.state() == SqlState.ACTIVE_SQL_TRANSACTION
                    || error.state() == SqlState.NO_ACTIVE_SQL_TRANSACTION;
            database = refused
                    ? Aftermath.asIfAllowed(execution, database, statement, error)
                    : Aftermath.of(execution, database, statement, error);
            return new Outcome.Failed(error);
        }
    }

    private void await(@Nullable Missing missing) {
        if (missing != null
                && missing.part() == null
                && premises.foreknowledge().makesToStay(missing.name().name())) {
            awaited.add(missing.name());
        }
    }

    /** One mistake gives one finding within a migration; what runs too early in another one is another mistake. */
    private void forgetAwaited() {
        Catalog catalog = database.catalog();
        for (QualifiedName name : awaited) {
            Optional<Relation> assumed = catalog.relation(name).filter(relation -> !Names.isCertain(relation));
            catalog = assumed.isPresent() ? catalog.without(assumed.get()) : catalog;
        }
        awaited.clear();
        database = database.with(catalog);
    }

    private void allow(Statement statement, Execution execution) {
        Optional<String> outside = TransactionRules.onlyOutside(statement);
        if (transaction != null && outside.isPresent()) {
            String message = outside.get() + " cannot run inside a transaction block";
            throw execution.reject(SqlState.ACTIVE_SQL_TRANSACTION, message, statement.span());
        }
        Optional<String> inside = TransactionRules.onlyInside(statement);
        if (transaction == null && inside.isPresent()) {
            throw outsideOfBlock(inside.get(), statement, execution);
        }
    }

    private static Rejected outsideOfBlock(String words, Statement statement, Execution execution) {
        String message = words + " can only be used in transaction blocks";
        return execution.reject(SqlState.NO_ACTIVE_SQL_TRANSACTION, message, statement.span());
    }

    /** What BEGIN and COMMIT do where they are out of place is only to warn (manual BEGIN, COMMIT). */
    private void control(TransactionStatement statement, Execution execution) {
        switch (statement) {
            case TransactionStatement.Begin begin -> transaction = opened().explicit();
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
                transaction = explicit("SAVEPOINT", statement, execution)
                        .withSavepoint(savepoint.name().value(), database);
            case TransactionStatement.ReleaseSavepoint release -> {
                Transaction open = explicit("RELEASE SAVEPOINT", statement, execution);
                transaction = open.released(savepoint(open, release.name(), execution));
            }
            case TransactionStatement.RollbackTo back -> {
                Transaction open = explicit("ROLLBACK TO SAVEPOINT", statement, execution);
                Transaction.Savepoint savepoint = savepoint(open, back.name(), execution);
                transaction = open.rolledBackTo(savepoint);
                database = savepoint.database();
            }
            case TransactionStatement.TwoPhase twoPhase -> twoPhase(twoPhase, execution);
        }
    }

    private Transaction opened() {
        return transaction == null ? Transaction.begin(++transactions, false, database) : transaction;
    }

    private void requireChain(boolean chain, String words, Statement statement, Execution execution) {
        if (chain && (transaction == null || transaction.implicit())) {
            throw outsideOfBlock(words, statement, execution);
        }
    }

    private void chain(boolean chain) {
        if (chain) {
            begin(false);
        }
    }

    private void rollback() {
        if (transaction != null) {
            database = transaction.start();
        }
        transaction = null;
    }

    private Transaction explicit(String words, Statement statement, Execution execution) {
        if (transaction == null || transaction.implicit()) {
            throw outsideOfBlock(words, statement, execution);
        }
        return transaction;
    }

    private static Transaction.Savepoint savepoint(Transaction open, Name name, Execution execution) {
        return open.savepoint(name.value())
                .orElseThrow(() -> execution.reject(
                        SqlState.INVALID_SAVEPOINT, "savepoint \"" + name.value() + "\" does not exist", name.span()));
    }

    /** A prepared transaction is taken for a committed one: whether it is, is decided elsewhere. */
    private void twoPhase(TransactionStatement.TwoPhase statement, Execution execution) {
        if (statement.kind().startsWith("PREPARE")) {
            commit();
        } else {
            allow(statement, execution);
        }
    }

    /** What was assumed was there before; what a failed statement would have made counts as made. */
    private void noteCreated(Catalog before, Outcome outcome) {
        if (transaction == null) {
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
        transaction = transaction.withCreated(created);
    }
}
