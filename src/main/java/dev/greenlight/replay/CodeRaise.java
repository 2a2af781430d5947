package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.plpgsql.CodeStatement;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** RAISE (manual 41.9.1): below the level of an exception it only says something. */
final class CodeRaise {
    private final CodeFrame frame;
    private final CodeSql sql;

    CodeRaise(CodeFrame frame, CodeSql sql) {
        this.frame = frame;
        this.sql = sql;
    }

    CodeFlow run(CodeStatement.Raise raise, CodeState from) {
        CodeState state = from;
        for (Expression value : raise.values()) {
            CodeFlow evaluated = sql.evaluate(Optional.of(value), state);
            if (evaluated.next() == null) {
                return evaluated;
            }
            state = evaluated.next();
        }
        if (!raise.level().equals("exception")) {
            return CodeFlow.on(state);
        }
        CodeExit.Raised caught = frame.handled();
        if (raise.again() && caught != null) {
            return CodeFlow.out(new CodeExit.Raised(caught.code(), caught.error(), state));
        }
        return CodeFlow.out(raised(raise, state));
    }

    private CodeExit raised(CodeStatement.Raise raise, CodeState state) {
        String message = message(raise);
        CodeExit.Raised raised = frame.raised(SqlState.RAISE_EXCEPTION, message, raise.span(), state);
        return new CodeExit.Raised(code(raise), raised.error(), state);
    }

    /** Five characters are an SQLSTATE as they are. */
    private static @Nullable String code(CodeStatement.Raise raise) {
        String condition = raise.condition();
        if (condition == null) {
            return SqlState.RAISE_EXCEPTION.code();
        }
        return condition.length() == 5 && condition.equals(condition.toUpperCase(Locale.ROOT))
                ? condition
                : SqlState.of(condition).map(SqlState::code).orElse(null);
    }

    private static String message(CodeStatement.Raise raise) {
        if (raise.format() != null) {
            return "RAISE EXCEPTION: " + raise.format();
        }
        return "RAISE EXCEPTION" + (raise.condition() == null ? "" : ": " + raise.condition());
    }
}
