package dev.greenlight.replay;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.FunctionCall;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        calls.forEach(this::doubtArguments);
        acting.ifPresent(call -> opaque(call.name().name()));
        return acting.isPresent();
    }

    /** A statement that changes rows is known for what it is, whatever it calls besides. */
    void called(List<FunctionCall> calls) {
        calls.stream()
                .filter(this::mayAct)
                .forEach(
                        call -> execution.doubt(DoubtReader.readCall(call.name().name(), this::bodies)));
        calls.forEach(this::doubtArguments);
    }

    /** An extension's functions may make what their arguments name, such as columns and partitions. */
    private void doubtArguments(FunctionCall call) {
        if (BuiltInFunctions.exists(call.name().name())) {
            return;
        }
        List<String> constants = call.arguments().stream()
                .map(FunctionCall.Argument::constant)
                .flatMap(constant -> Optional.ofNullable(constant).stream())
                .map(Token::value)
                .toList();
        if (!constants.isEmpty()) {
            execution.doubt(Doubt.ofMade(constants));
        }
    }

    /** The triggers of a table that is written to run their functions. */
    void fireTriggers(Relation relation) {
        if (relation instanceof Table table) {
            table.attachments().stream()
                    .map(Table.Attachment::function)
                    .flatMap(function -> Optional.ofNullable(function).stream())
                    .filter(function -> bodies(function.name()).stream().anyMatch(CodeReplay::mayDefine))
                    .forEach(function -> execution.doubt(DoubtReader.readCall(function.name(), this::bodies)));
        }
    }

    private static boolean mayDefine(String body) {
        String lowerCase = body.toLowerCase(Locale.ROOT);
        return lowerCase.contains("create") || lowerCase.contains("alter") || lowerCase.contains("drop");
    }

    /** {@code set_config('search_path', …, is_local)} is SET as a function (manual 9.28.1). */
    void searchPath(List<FunctionCall> calls) {
        for (FunctionCall call : calls) {
            boolean sets = call.name().name().equals("set_config")
                    && call.constant(0).filter("search_path"::equalsIgnoreCase).isPresent();
            if (sets) {
                call.constant(1).ifPresent(value -> searchPath(value, call));
            }
        }
    }

    private void searchPath(String value, FunctionCall call) {
        boolean local = call.arguments().size() > 2
                && execution
                        .text(call.arguments().get(2).span())
                        .toLowerCase(Locale.ROOT)
                        .contains("t");
        List<String> path = DoubtReader.significant(value).stream()
                .filter(token -> !token.is(TokenKind.COMMA))
                .map(Token::value)
                .toList();
        SettingReplay.searchPath(path, local, execution);
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
