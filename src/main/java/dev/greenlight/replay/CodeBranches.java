package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.plpgsql.CodeStatement.Branch;
import java.util.List;
import java.util.function.Function;

/** Takes the way that IF and CASE take (manual 41.6.4), or all that they may take. */
final class CodeBranches {
    private final CodeFrame frame;
    private final CodeRun run;
    private final CodeSql sql;

    CodeBranches(CodeFrame frame, CodeRun run, CodeSql sql) {
        this.frame = frame;
        this.run = run;
        this.sql = sql;
    }

    CodeFlow run(CodeStatement.If condition, CodeState state) {
        return first(condition.branches(), this::isTrue, last -> run.statements(condition.otherwise(), last), state);
    }

    CodeFlow run(CodeStatement.Case choice, CodeState state) {
        Function<CodeState, CodeFlow> none = choice.otherwise() == null
                ? last -> CodeFlow.out(frame.raised(SqlState.CASE_NOT_FOUND, "case not found", choice.span(), last))
                : last -> run.statements(choice.otherwise(), last);
        if (choice.operand() == null) {
            return first(choice.branches(), this::isTrue, none, state);
        }
        Value operand = frame.value(choice.operand(), state);
        return first(
                choice.branches(),
                (branch, here) ->
                        new Decision(CodeFlow.on(here), Truth.equal(operand, frame.value(branch.condition(), here))),
                none,
                state);
    }

    /** Whether a branch is taken, and what came of asking. */
    private record Decision(CodeFlow asked, Truth truth) {}

    private interface Question {
        Decision ask(Branch branch, CodeState state);
    }

    private Decision isTrue(Branch branch, CodeState state) {
        CodeFlow asked = sql.evaluate(branch.condition(), state);
        return new Decision(
                asked, asked.next() == null ? Truth.UNKNOWN : Truth.of(frame.value(branch.condition(), asked.next())));
    }

    private CodeFlow first(
            List<Branch> branches, Question question, Function<CodeState, CodeFlow> none, CodeState state) {
        if (branches.isEmpty()) {
            return none.apply(state);
        }
        Branch branch = branches.getFirst();
        Decision decision = question.ask(branch, state);
        List<Branch> rest = branches.subList(1, branches.size());
        return decision.asked().then(asked -> switch (decision.truth()) {
            case TRUE -> run.statements(branch.statements(), asked);
            case FALSE -> first(rest, question, none, asked);
            case UNKNOWN -> {
                CodeFlow taken = run.statements(branch.statements(), asked);
                yield taken.or(first(rest, question, none, asked.apartFrom(taken)));
            }
        });
    }
}
