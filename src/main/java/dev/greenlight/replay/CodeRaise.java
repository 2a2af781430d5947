package dev.greenlight.replay;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.plpgsql.CodeStatement;
import dev.greenlight.sql.plpgsql.CodeStatement.RaiseOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
        List<Expression> values = Stream.concat(
                        raise.values().stream(), raise.options().stream().map(RaiseOption::value))
                .toList();
        CodeFlow evaluated = sql.evaluate(values, from);
        CodeState state = evaluated.next();
        if (state == null || !raise.level().equals("exception")) {
            return evaluated;
        }
        CodeExit.Raised caught = frame.handled();
        CodeExit exit = raise.again() && caught != null
                ? new CodeExit.Raised(caught.code(), caught.error(), state)
                : raised(raise, state);
        return CodeFlow.out(exit).after(evaluated.exits());
    }

    private CodeExit raised(CodeStatement.Raise raise, CodeState state) {
        String code = code(raise, state);
        SqlState known =
                code == null ? SqlState.RAISE_EXCEPTION : SqlState.of(code).orElse(SqlState.RAISE_EXCEPTION);
        CodeExit.Raised raised = frame.raised(known, message(raise), raise.span(), state);
        return new CodeExit.Raised(code, raised.error(), state);
    }

    /** That of USING ERRCODE or of the condition; null where it is not known. */
    private @Nullable String code(CodeStatement.Raise raise, CodeState state) {
        for (RaiseOption option : raise.options()) {
            if (option.name().equals("errcode")) {
                return frame.value(option.value(), state) instanceof Value.Text text ? code(text.value()) : null;
            }
        }
        return raise.condition() == null ? SqlState.RAISE_EXCEPTION.code() : code(raise.condition());
    }

    /** Five capital letters and digits are an SQLSTATE, anything else is a condition's name. */
    private static @Nullable String code(String condition) {
        boolean five = condition.length() == 5 && condition.equals(condition.toUpperCase(Locale.ROOT));
        return five ? condition : SqlState.of(condition).map(SqlState::code).orElse(null);
    }

    private static String message(CodeStatement.Raise raise) {
        if (raise.format() != null) {
            return "RAISE EXCEPTION: " + raise.format();
        }
        return "RAISE EXCEPTION" + (raise.condition() == null ? "" : ": " + raise.condition());
    }
}
