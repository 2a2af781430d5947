package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.OperatorStatement;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.Setting;
import java.util.Set;

/** What a definition of an operator must say ({@code operatorcmds.c}). */
final class OperatorRules {
    private static final int WITHOUT_POSTFIX = 14;
    private static final int CHANGEABLE = 17;

    private final Execution execution;

    OperatorRules(Execution execution) {
        this.execution = execution;
    }

    void require(OperatorStatement.CreateOperator create) {
        for (Parameter operand : create.operands()) {
            if (operand.type().setOf()) {
                throw rejected("SETOF type not allowed for operator argument", operand.span());
            }
        }
        if (create.function() == null) {
            throw rejected("operator function must be specified", create.span());
        }
        boolean left = Setting.find(create.options(), "leftarg").isPresent();
        boolean right = Setting.find(create.options(), "rightarg").isPresent();
        if (!left && !right) {
            throw rejected("operator argument types must be specified", create.span());
        }
        if (!right && execution.version().isAtLeast(WITHOUT_POSTFIX)) {
            throw rejected("operator right argument type must be specified", create.span());
        }
    }

    /** Before 17 only how its selectivity is guessed. */
    void require(OperatorStatement.AlterOperator alter) {
        Set<String> fixed = execution.version().isAtLeast(CHANGEABLE)
                ? Set.of("leftarg", "rightarg", "function", "procedure")
                : Set.of("leftarg", "rightarg", "function", "procedure", "commutator", "negator", "hashes", "merges");
        alter.options().stream()
                .filter(option -> fixed.contains(option.name()))
                .findFirst()
                .ifPresent(option -> {
                    String message = "operator attribute \"" + option.name() + "\" cannot be changed";
                    throw execution.reject(SqlState.SYNTAX_ERROR, message, option.span());
                });
    }

    private Rejected rejected(String message, Span span) {
        return execution.reject(SqlState.INVALID_FUNCTION_DEFINITION, message, span);
    }
}
