package dev.greenlight.replay;

import dev.greenlight.catalog.Routine;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.query.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which routine of the history a call means, as far as the number of its arguments and what is known of them decide
 * (manual 10.3), and what it is given.
 */
final class CalledRoutine {
    private final Execution execution;
    private final FunctionCall call;

    CalledRoutine(Execution execution, FunctionCall call) {
        this.execution = execution;
        this.call = call;
    }

    /** @param arguments the values of the input parameters, in their order */
    record Found(CodeCalls.Source source, List<Value> arguments) {}

    /** The only routine that can be meant; empty where there are several, or none that the history shows. */
    Optional<Found> found() {
        if (execution.mayBeGone(ObjectType.FUNCTION, call.name().name())) {
            return Optional.empty();
        }
        List<Found> fitting = overloads().stream()
                .flatMap(routine -> CodeCalls.Source.of(routine).stream())
                .filter(this::takes)
                .map(source -> new Found(source, arguments(source)))
                .toList();
        List<Found> likely = fitting.size() > 1
                ? fitting.stream().filter(CalledRoutine::suits).toList()
                : fitting;
        return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
    }

    private List<Routine> overloads() {
        return execution.names().schemas().candidates(call.name()).stream()
                .map(execution.catalog()::routines)
                .filter(routines -> !routines.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether it can be called with so many arguments of these names. */
    private boolean takes(CodeCalls.Source source) {
        List<Parameter> inputs = source.create().inputs();
        boolean variadic = !inputs.isEmpty() && inputs.getLast().mode().equals("variadic");
        if (variadic) {
            return call.arguments().size() >= inputs.size() - 1;
        }
        boolean complete = true;
        for (int i = 0; i < inputs.size(); i++) {
            complete &= inputs.get(i).defaultValue() != null || argument(i, inputs.get(i)) != null;
        }
        return complete && call.arguments().size() <= inputs.size();
    }

    /** Whether arrays are given where arrays are wanted, and nowhere else. */
    private static boolean suits(Found found) {
        List<Parameter> inputs = found.source().create().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            Value value = found.arguments().get(i);
            boolean array = inputs.get(i).type().isArray();
            boolean known = !(value instanceof Value.Unknown) && !(value instanceof Value.Null);
            if (known && array != value instanceof Value.Elements) {
                return false;
            }
        }
        return true;
    }

    private List<Value> arguments(CodeCalls.Source source) {
        List<Value> values = new ArrayList<>();
        for (Parameter parameter : source.create().inputs()) {
            values.add(value(values.size(), parameter));
        }
        return values;
    }

    private Value value(int index, Parameter parameter) {
        FunctionCall.Argument argument = argument(index, parameter);
        if (argument != null && !parameter.mode().equals("variadic")) {
            return value(argument);
        }
        return argument != null || parameter.defaultValue() == null
                ? new Value.Unknown("the parameter " + parameter.called(index + 1))
                : new Answers(execution, name -> null).value(parameter.defaultValue());
    }

    private FunctionCall.@Nullable Argument argument(int index, Parameter parameter) {
        for (FunctionCall.Argument argument : call.arguments()) {
            if (argument.label() != null && argument.label().value().equals(parameter.called(index + 1))) {
                return argument;
            }
        }
        boolean placed =
                index < call.arguments().size() && call.arguments().get(index).label() == null;
        return placed ? call.arguments().get(index) : null;
    }

    /** Behind {@code name =>} where the parameter is named. */
    private Value value(FunctionCall.Argument argument) {
        List<Token> tokens = DoubtReader.significant(execution.file().text(), argument.span());
        List<Token> value =
                argument.label() == null ? tokens : tokens.subList(Math.min(2, tokens.size()), tokens.size());
        return value.isEmpty()
                ? new Value.Unknown("an argument")
                : new Answers(execution, execution.surroundings().values()).value(new Expression(value));
    }
}
