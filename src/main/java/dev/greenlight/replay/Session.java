package dev.greenlight.replay;

import dev.greenlight.catalog.Catalog;
import dev.greenlight.catalog.Relation;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.Section;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.SourceFile;
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
import org.jspecify.annotations.Nullable;

/**
 * The connection on which a tool runs its scripts: it carries the database from statement to statement and wraps them
 * in transactions as the tool would.
 */
final class Session {
    private final Premises premises;
    private final Transactions transactions;
    private final BrokenRoutines routines;
    /** Whether the tool has begun the transaction that holds a whole run. */
    private boolean run;

    /** What a statement of this migration has missed and a later one makes: missed again by the next migration. */
    private final Set<QualifiedName> awaited = new LinkedHashSet<>();

    Session(Premises premises, Database database) {
        this(premises, new Transactions(database));
    }

    private Session(Premises premises, Transactions transactions) {
        this.premises = premises;
        this.transactions = transactions;
        this.routines = new BrokenRoutines(premises);
    }

    /** Another session on a copy of what this one sees, outside of its transaction. */
    Session fork() {
        return new Session(premises, transactions.fork());
    }

    Database database() {
        return transactions.database();
    }

    /** Runs a migration; another one finds the search path as it was at first. */
    MigrationRun run(Script script) {
        List<Step> steps = statements(script);
        forgetAwaited();
        boolean down = script.migration().direction() == Direction.DOWN;
        List<BrokenRoutine> broken = down ? List.of() : routines.of(steps, database());
        if (!run) {
            transactions.set(database().endOfSession());
        }
        return new MigrationRun(script.migration(), steps, broken);
    }

    /** Of the routines that a migration broke those that nothing has mended up to now. */
    MigrationRun withoutMended(MigrationRun run) {
        return run.broken().isEmpty()
                ? run
                : new MigrationRun(run.migration(), run.steps(), routines.unmended(run.broken(), database()));
    }

    /** Runs what stands before a history; the search path that it sets is the one that migrations begin with. */
    List<Step> prepare(Script script) {
        List<Step> steps = statements(script);
        enter(TransactionMode.NONE);
        transactions.set(database().with(database().settings().asInitial()));
        return steps;
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
                        .filter(entry -> entry.text().kind() != StatementText.Kind.META_COMMAND)
                        .count()
                > 1;
        enter(mode);
        for (Script.Entry entry : entries) {
            if (mode == TransactionMode.IMPLICIT && several && transactions.open() == null) {
                transactions.begin(true);
            }
            steps.add(step(file, entry));
        }
        if (mode != TransactionMode.RUN) {
            transactions.commit();
        }
    }

    private void enter(TransactionMode mode) {
        if (mode == TransactionMode.RUN) {
            if (!run) {
                transactions.begin(false);
            }
            run = true;
            return;
        }
        transactions.commit();
        run = false;
        if (mode == TransactionMode.MIGRATION) {
            transactions.begin(false);
        }
    }

    private Step step(SourceFile file, Script.Entry entry) {
        Statement statement = entry.statement();
        if (statement instanceof TransactionStatement.Begin && transactions.open() == null) {
            transactions.begin(false);
        }
        Transaction current = transactions.open();
        Database before = database();
        int number = current == null ? transactions.nextNumber() : current.number();
        SortedSet<Long> created = current == null ? Collections.emptySortedSet() : current.created();
        SortedSet<Long> filled = current == null ? Collections.emptySortedSet() : current.filled();
        Execution execution = new Execution(premises, file, before, current, number);
        Outcome outcome = outcome(execution, entry);
        transactions.endOfStatement();
        transactions.noteCreated(before.catalog(), outcome);
        boolean applied = outcome instanceof Outcome.Applied;
        Step step = new Step(
                file,
                entry,
                before.catalog(),
                database().catalog(),
                outcome,
                applied ? execution.operations() : List.of(),
                execution.references(),
                number,
                current != null,
                created,
                filled,
                outcome instanceof Outcome.Failed ? List.of() : execution.inner(),
                null);
        transactions.noteFilled(step);
        routines.note(step, before.settings());
        return step;
    }

    private Outcome outcome(Execution execution, Script.Entry entry) {
        Statement statement = entry.statement();
        VersionGate gate = VersionGate.of(entry, execution.version());
        try {
            gate.parse();
            if (statement instanceof TransactionStatement control) {
                transactions.control(control, execution);
            } else {
                transactions.allow(statement, execution);
                Dispatch.apply(statement, execution);
                gate.run(execution.outcome());
                transactions.set(execution.database());
            }
            return execution.outcome();
        } catch (Rejected rejected) {
            SqlError error = rejected.error();
            await(error.missing());
            boolean refused = error.state() == SqlState.ACTIVE_SQL_TRANSACTION
                    || error.state() == SqlState.NO_ACTIVE_SQL_TRANSACTION;
            transactions.set(
                    refused
                            ? Aftermath.asIfAllowed(execution, database(), statement, error)
                            : Aftermath.of(execution, database(), statement, error));
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
        Catalog catalog = database().catalog();
        for (QualifiedName name : awaited) {
            Optional<Relation> assumed = catalog.relation(name).filter(relation -> !Names.isCertain(relation));
            catalog = assumed.isPresent() ? catalog.without(assumed.get()) : catalog;
        }
        awaited.clear();
        transactions.set(database().with(catalog));
    }
}
