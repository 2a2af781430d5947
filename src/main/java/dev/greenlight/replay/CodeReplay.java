package dev.greenlight.replay;

import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Routine;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.BuiltInFunctions;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.FunctionCall;
import dev.greenlight.sql.query.QueryReader;
import java.util.ArrayList;
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
        List<Token> tokens = new ArrayList<>(call.call().tokens());
        tokens.addFirst(new Token(TokenKind.WORD, call.span().start(), call.span().start(), "select"));
        QueryReader.read(new Query(tokens)).functions().stream()
                .filter(inner -> inner.name().span().equals(call.procedure().span()))
                .findFirst()
                .ifPresentOrElse(
                        inner -> follow(inner, true), () -> opaque(call.procedure().name()));
    }

    /**
     * Runs what a query calls that may do anything.
     *
     * @param certain whether each call is made, whatever rows there are
     * @return whether there is any
     */
    boolean query(List<FunctionCall> calls, boolean certain) {
        List<FunctionCall> acting = calls.stream().filter(this::mayAct).toList();
        calls.forEach(this::doubtArguments);
        acting.forEach(call -> follow(call, certain));
        return !acting.isEmpty();
    }

    private void follow(FunctionCall call, boolean certain) {
        Optional<CodeCalls.Source> source = routine(call).flatMap(CodeCalls.Source::of);
        boolean followed = source.isPresent()
                && new CodeCalls(execution).routine(source.get(), arguments(call, source.get()), call.span(), certain);
        if (!followed) {
            opaque(call.name().name());
        }
    }

    /** The routine that is certainly meant: the only one of its name, or the only one with so many parameters. */
    private Optional<Routine> routine(FunctionCall call) {
        List<Routine> overloads = execution.names().schemas().candidates(call.name()).stream()
                .map(execution.catalog()::routines)
                .filter(routines -> !routines.isEmpty())
                .findFirst()
                .orElse(List.of());
        List<Routine> likely = overloads.size() == 1
                ? overloads
                : overloads.stream()
                        .filter(routine ->
                                routine.parameters().size() == call.arguments().size())
                        .toList();
        boolean gone = execution.mayBeGone(ObjectType.FUNCTION, call.name().name());
        return likely.size() == 1 && !gone ? Optional.of(likely.getFirst()) : Optional.empty();
    }

    /** The values of the input parameters, in their order. */
    private List<Value> arguments(FunctionCall call, CodeCalls.Source source) {
        List<RoutineStatement.Parameter> inputs = source.create().parameters().stream()
                .filter(parameter -> !parameter.mode().equals("out"))
                .toList();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            values.add(argument(call, i, inputs.get(i)));
        }
        return values;
    }

    private Value argument(FunctionCall call, int index, RoutineStatement.Parameter parameter) {
        String name = parameter.name() == null ? "$" + (index + 1) : parameter.name().value();
        Optional<FunctionCall.Argument> labelled = call.arguments().stream()
                .filter(argument -> argument.label() != null && argument.label().value().equals(name))
                .findFirst();
        boolean placed = index < call.arguments().size()
                && call.arguments().get(index).label() == null;
        if (labelled.isPresent() || placed) {
            return value(labelled.orElseGet(() -> call.arguments().get(index)).span());
        }
        return parameter.defaultValue() == null
                ? new Value.Unknown("the parameter " + name)
                : new Answers(execution, name1 -> null).value(parameter.defaultValue());
    }

    private Value value(Span span) {
        List<Token> tokens = DoubtReader.significant(execution.file().text(), span);
        return tokens.isEmpty()
                ? new Value.Unknown("an argument")
                : new Answers(execution, execution.surroundings().values()).value(new Expression(tokens));
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
