package dev.greenlight.replay;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.FunctionCall;
import dev.greenlight.sql.query.QueryReader;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Statements that run code: DO, CALL and queries that call routines. Where the code cannot be followed, what it may
 * have made and dropped is in doubt from then on.
 */
final class CodeReplay {
    private final Execution execution;

    CodeReplay(Execution execution) {
        this.execution = execution;
    }

    void run(RoutineStatement.Do block) {
        new HandlerNames(execution).requireLanguage(block.language(), block.span());
        Token constant = block.body().token();
        if (constant == null || !block.language().equals("plpgsql")) {
            execution.doubt(DoubtReader.read(block.body().text(), this::bodies));
            execution.opaque("DO block in " + block.language());
            return;
        }
        new CodeCalls(execution).block(constant);
    }

    void call(RoutineStatement.Call call) {
        new RoutineNames(execution).found(call.procedure(), call.procedure().span());
        Span before = new Span(call.span().start(), call.span().start());
        QueryReader.read(Query.selecting(before, call.call().tokens())).functions().stream()
                .filter(inner -> inner.name().span().equals(call.procedure().span()))
                .findFirst()
                .ifPresentOrElse(
                        inner -> follow(inner, true),
                        () -> opaque(call.procedure().name()));
    }

    /**
     * Runs what a query calls that may do anything.
     *
     * @param certain whether each call is made, whatever rows there are
     * @return whether there is any
     */
    boolean query(List<FunctionCall> calls, boolean certain) {
        List<FunctionCall> acting = calls.stream().filter(this::mayAct).toList();
        calls.stream().filter(call -> !acting.contains(call)).forEach(this::doubtArguments);
        acting.forEach(call -> follow(call, certain));
        return !acting.isEmpty();
    }

    private void follow(FunctionCall call, boolean certain) {
        if (!execution.surroundings().follows()) {
            return;
        }
        boolean followed = new CalledRoutine(execution, call)
                .found()
                .filter(called ->
                        new CodeCalls(execution).routine(called.source(), called.arguments(), call.span(), certain))
                .isPresent();
        if (!followed) {
            doubtArguments(call);
            opaque(call.name().name());
        }
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
        relation.attachments().stream()
                .map(Table.Attachment::function)
                .flatMap(function -> Optional.ofNullable(function).stream())
                .filter(function -> bodies(function.name()).stream().anyMatch(CodeReplay::mayDefine))
                .forEach(function -> execution.doubt(DoubtReader.readCall(function.name(), this::bodies)));
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
    List<String> bodies(String routine) {
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
