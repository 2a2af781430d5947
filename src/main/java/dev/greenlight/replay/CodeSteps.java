package dev.greenlight.replay;

import dev.greenlight.migration.Script;
import dev.greenlight.migration.Section;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.Unread;
import java.util.List;
import java.util.Optional;

/** Runs the statements of SQL in code, each as a {@link Step}. */
final class CodeSteps {
    private final CodeFrame frame;

    CodeSteps(CodeFrame frame) {
        this.frame = frame;
    }

    /** A statement of a text, in the workspace for it. */
    CodeFlow run(Statement statement, SourceFile text, Execution execution, CodeState state) {
        Script.Entry entry = entry(statement, text);
        try {
            attempt(entry, execution);
        } catch (Rejected rejected) {
            return CodeFlow.out(frame.raised(rejected, text, state));
        }
        keep(entry, text, execution, state);
        return CodeFlow.on(state.with(execution.database()));
    }

    /** Throws {@link Rejected} where the server would refuse the statement. */
    void attempt(Script.Entry entry, Execution execution) {
        Statement statement = entry.statement();
        VersionGate gate = VersionGate.of(entry, execution.version());
        requireRead(statement, execution);
        gate.parse();
        requireAllowed(statement, execution);
        Dispatch.apply(statement, execution);
        gate.run(execution.outcome());
    }

    static Script.Entry entry(Statement statement, SourceFile text) {
        Span span = statement.span();
        List<Token> tokens = DoubtReader.significant(text.text(), span);
        StatementText statementText = new StatementText(StatementText.Kind.SQL, span, tokens, List.of(), true, null);
        return new Script.Entry(new Section(null, span, TransactionMode.MIGRATION), statementText, statement);
    }

    /** Text that is put together may be no statement. */
    private static void requireRead(Statement statement, Execution execution) {
        if (statement instanceof Unread.Unparsed unparsed) {
            throw execution.reject(SqlState.SYNTAX_ERROR, unparsed.message(), unparsed.at());
        }
    }

    /** Manual 41.6.8 and the notes of the commands: what wants no transaction around it wants no code either. */
    private static void requireAllowed(Statement statement, Execution execution) {
        Optional<String> refused = TransactionRules.onlyOutside(statement);
        if (refused.isPresent()) {
            throw execution.reject(
                    SqlState.ACTIVE_SQL_TRANSACTION,
                    refused.get() + " cannot be executed from a function",
                    statement.span());
        }
    }

    /** Keeps what a statement has done for who judges it. */
    void keep(Script.Entry entry, SourceFile text, Execution execution, CodeState before) {
        if (execution.outcome() instanceof Outcome.Opaque opaque) {
            frame.ledger().notFollowed(opaque.reason());
        }
        execution.inner().forEach(frame.ledger()::ran);
        Transaction around = frame.transaction(before.database());
        frame.ledger()
                .ran(new Step(
                        text,
                        entry,
                        before.database().catalog(),
                        execution.catalog(),
                        execution.outcome(),
                        execution.outcome() instanceof Outcome.Applied ? execution.operations() : List.of(),
                        execution.references(),
                        around.number(),
                        true,
                        around.created(),
                        around.filled(),
                        List.of(),
                        frame.caller()));
    }
}
