package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.plpgsql.CodeStatement.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a block's EXCEPTION does (manual 41.6.8): the first handler that an error fits runs, on the database as it was
 * when the block began.
 */
final class CodeHandlers {
    /** The conditions that stand for a whole class of errors (manual, appendix A). */
    private static final Map<String, String> CLASSES = Map.of(
            "case_not_found", "20",
            "data_exception", "22",
            "feature_not_supported", "0A",
            "integrity_constraint_violation", "23",
            "invalid_transaction_state", "25",
            "object_not_in_prerequisite_state", "55",
            "plpgsql_error", "P0",
            "savepoint_exception", "3B",
            "syntax_error_or_access_rule_violation", "42");

    private static final String ASSERT_FAILURE = "P0004";

    private final CodeRun run;
    private final CodeFrame frame;

    CodeHandlers(CodeRun run, CodeFrame frame) {
        this.run = run;
        this.frame = frame;
    }

    /**
     * @param begin the database when the block began
     * @param mark what had run then
     */
    CodeFlow handle(List<Handler> handlers, Database begin, CodeFlow flow, int mark) {
        CodeFlow handled = new CodeFlow(flow.next(), others(flow));
        for (CodeExit.Raised raised : flow.errors()) {
            Optional<Handler> handler = handlers.stream()
                    .filter(one -> fits(one.conditions(), raised.code()))
                    .findFirst();
            if (handler.isEmpty()) {
                handled = handled.or(CodeFlow.out(raised));
            } else {
                if (handled.next() == null) {
                    frame.ledger().rollBackTo(mark);
                }
                handled = handled.or(run(handler.get(), begin, raised, handled));
            }
        }
        return handled;
    }

    private static List<CodeExit> others(CodeFlow flow) {
        List<CodeExit> others = new ArrayList<>(flow.exits());
        others.removeIf(CodeExit.Raised.class::isInstance);
        return others;
    }

    /** In a handler a lone RAISE throws the same error again. */
    private CodeFlow run(Handler handler, Database begin, CodeExit.Raised raised, CodeFlow others) {
        CodeState state = raised.state().with(begin);
        CodeState apart = state.apartFrom(others);
        CodeVariables variables = apart.variables().with("sqlstate", unknown()).with("sqlerrm", unknown());
        CodeFlow flow = new CodeRun(frame.handling(raised)).statements(handler.statements(), apart.with(variables));
        CodeState next = flow.next();
        List<String> names = List.of("sqlstate", "sqlerrm");
        CodeState left = next == null ? null : next.with(next.variables().leaving(state.variables(), names));
        return new CodeFlow(left, flow.exits());
    }

    private static Value unknown() {
        return new Value.Unknown("the error that was caught");
    }

    private static boolean fits(List<String> conditions, @Nullable String code) {
        return conditions.stream().anyMatch(condition -> fits(condition, code));
    }

    private static boolean fits(String condition, @Nullable String code) {
        if (condition.equals("others")) {
            return !ASSERT_FAILURE.equals(code);
        }
        if (code == null) {
            return false;
        }
        String kind = CLASSES.get(condition);
        return condition.equalsIgnoreCase(code)
                || SqlState.of(condition)
                        .filter(state -> state.code().equals(code))
                        .isPresent()
                || kind != null && code.startsWith(kind);
    }
}
