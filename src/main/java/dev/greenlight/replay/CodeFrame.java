package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.query.Scope;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all statements of some code: the statement that runs it, the file that it stands in, and what is
 * kept of it.
 *
 * @param runner the workspace of the statement that runs the code, as it was before
 * @param caller the routine whose code it is; null for a DO block
 * @param returned what the routine says that it returns; null for a DO block and where nobody asks
 * @param handled the error that is being handled, which a lone RAISE throws again; null outside of handlers
 */
record CodeFrame(
        Execution runner,
        CodeText code,
        Step.@Nullable Caller caller,
        @Nullable ReturnedRows returned,
        CodeLedger ledger,
        CodeExit.@Nullable Raised handled) {

    CodeFrame handling(CodeExit.Raised error) {
        return new CodeFrame(runner, code, caller, returned, ledger, error);
    }

    /** The workspace for a statement of the code. */
    Execution execution(CodeState state) {
        return execution(
                code.file(),
                state,
                runner.surroundings().within(state.variables().scope(), state.variables(), ledger.budget()));
    }

    /** As {@link #execution(CodeState)}, for a statement that was put together and sees no variables. */
    Execution dynamic(SourceFile text, CodeState state) {
        return execution(text, state, runner.surroundings().within(Scope.EMPTY, name -> null, ledger.budget()));
    }

    private Execution execution(SourceFile text, CodeState state, Surroundings surroundings) {
        return runner.within(text, state.database(), transaction(state.database()), surroundings);
    }

    /** The transaction around the code, with what the code has made so far. */
    Transaction transaction(Database now) {
        Transaction around = runner.transaction();
        TreeSet<Long> created = new TreeSet<>();
        for (long oid = runner.catalog().nextOid(); oid < now.catalog().nextOid(); oid++) {
            if (now.catalog().relation(oid).filter(Names::isCertain).isPresent()) {
                created.add(oid);
            }
        }
        return around.withCreated(created);
    }

    Value value(Expression expression, CodeState state) {
        return new Answers(execution(state), state.variables()).value(expression);
    }

    /** An error of the code itself. */
    CodeExit.Raised raised(SqlState error, String message, Span span, CodeState state) {
        return new CodeExit.Raised(
                error.code(), new SqlError(error, message, inRunner(code.file(), span), null, null), state);
    }

    /** An error of a statement in the code. */
    CodeExit.Raised raised(Rejected rejected, SourceFile text, CodeState state) {
        SqlError moved = moved(rejected.error(), text, runner.file());
        return new CodeExit.Raised(moved.state().code(), moved, state);
    }

    /** An error with the places that it has in the file that a text was made from. */
    static SqlError moved(SqlError error, SourceFile text, SourceFile file) {
        TooOld tooOld = error.tooOld() == null ? null : error.tooOld().movedBy(span -> text.in(file, span));
        return new SqlError(error.state(), error.message(), text.in(file, error.span()), error.missing(), tooOld);
    }

    private Span inRunner(SourceFile text, Span span) {
        return text.in(runner.file(), span);
    }
}
