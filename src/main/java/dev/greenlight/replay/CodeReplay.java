package dev.greenlight.replay;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Routine;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.FunctionCall;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements that run code: DO, CALL and queries that call routines. The code is not followed; what it may have made
 * and dropped is in doubt from then on.
 */
final class CodeReplay {
    /** Words without which a body can neither read nor change a database. */
    private static final Set<String> ACTING = Set.of(
            "alter",
            "analyze",
            "call",
            "comment",
            "copy",
            "create",
            "delete",
            "drop",
            "execute",
            "grant",
            "import",
            "insert",
            "lock",
            "merge",
            "notify",
            "perform",
            "reassign",
            "refresh",
            "reindex",
            "reset",
            "revoke",
            "select",
            "set",
            "table",
            "truncate",
            "update",
            "values",
            "with");

    private final Execution execution;

    CodeReplay(Execution execution) {
        this.execution = execution;
    }

    void run(RoutineStatement.Do block) {
        String body = block.body().text();
        if (doesNothing(body)) {
            return;
        }
        execution.doubt(DoubtReader.read(body, this::bodies));
        execution.opaque("DO block");
    }

    /** Assignments call functions too. */
    private boolean doesNothing(String body) {
        List<Token> tokens = DoubtReader.significant(body);
        return tokens.stream().noneMatch(CodeReplay::acts);
    }

    private static boolean acts(Token token) {
        return token.is(TokenKind.LEFT_PAREN) || token.is(TokenKind.WORD) && ACTING.contains(token.value());
    }

    void call(RoutineStatement.Call call) {
        new RoutineNames(execution).found(call.procedure(), call.procedure().span());
        opaque(call.procedure().name());
    }

    /** Whether a query may do anything because of what it calls; it is opaque then. */
    boolean query(List<FunctionCall> calls) {
        Optional<FunctionCall> acting = calls.stream().filter(this::mayAct).findFirst();
        acting.ifPresent(call -> opaque(call.name().name()));
        return acting.isPresent();
    }

    private void opaque(String routine) {
        execution.doubt(DoubtReader.readCall(routine, this::bodies));
        execution.opaque("calls " + routine + "()");
    }

    /** A routine that promises not to change anything cannot (manual 36.7). */
    private boolean mayAct(FunctionCall call) {
        return new FunctionEffects(execution).mayChangeAnything(call);
    }

    /** The string constants of the statements that made the routines of a name: their bodies are among them. */
    private List<String> bodies(String routine) {
        return execution
                .catalog()
                .routines()
                .filter(candidate -> candidate.name().name().equals(routine))
                .map(Routine::origin)
                .flatMap(origin -> Optional.ofNullable(origin).stream())
                .flatMap(origin -> body(origin).stream())
                .toList();
    }

    private static Optional<String> body(Origin origin) {
        return DoubtReader.significant(origin.file().text(origin.span())).stream()
                .filter(token -> token.is(TokenKind.DOLLAR_STRING) || token.is(TokenKind.STRING))
                .map(Token::value)
                .max(Comparator.comparingInt(String::length));
    }
}
