package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.PolymorphicTypes;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.typing.Typing;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement.CreateRoutine;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a definition of a function or procedure must obey whatever is in the catalog, in the order of
 * {@code CreateFunction} and {@code interpret_function_parameter_list}: its attributes, its parameters one by one, what
 * it returns. All of it is 42P13, but for attributes that are written twice and
 * defaults of another type.
 */
final class RoutineRules {
    private static final Set<String> FOR_FUNCTIONS = Set.of(
            "immutable",
            "stable",
            "volatile",
            "leakproof",
            "not leakproof",
            "strict",
            "called on null input",
            "returns null on null input",
            "window",
            "cost",
            "rows",
            "support",
            "parallel");

    private static final int OUTPUTS_OF_PROCEDURES = 14;

    private final Execution execution;

    RoutineRules(Execution execution) {
        this.execution = execution;
    }

    void require(CreateRoutine create) {
        if (create.type() == ObjectType.PROCEDURE) {
            requireForProcedure(create.attributes());
        }
        requireParameters(create);
        requireResult(create);
    }

    /** What a procedure cannot have (manual CREATE PROCEDURE). */
    void requireForProcedure(List<Setting> attributes) {
        attributes.stream()
                .filter(attribute -> FOR_FUNCTIONS.contains(attribute.name()))
                .findFirst()
                .ifPresent(attribute -> {
                    throw rejected("invalid attribute in procedure definition", attribute.span());
                });
    }

    private void requireParameters(CreateRoutine create) {
        boolean procedure =
                create.type() == ObjectType.PROCEDURE && execution.version().isAtLeast(OUTPUTS_OF_PROCEDURES);
        List<Parameter> before = new ArrayList<>();
        boolean variadic = false;
        boolean defaults = false;
        for (Parameter parameter : create.parameters()) {
            requireNotSet(parameter);
            if (variadic && (parameter.isInput() || procedure)) {
                throw rejected("VARIADIC parameter must be the last input parameter", parameter.span());
            }
            requireOtherName(parameter, before);
            requireDefault(parameter, defaults, procedure);
            requireFits(parameter);
            variadic |= parameter.mode().equals("variadic");
            defaults |= parameter.defaultValue() != null;
            before.add(parameter);
        }
        Set<String> columns = new HashSet<>();
        for (Parameter column : create.returnsTable()) {
            boolean taken = column.name() != null
                    && (!columns.add(column.name().value())
                            || before.stream().anyMatch(other -> other.isOutput() && hasName(other, column)));
            if (taken) {
                throw usedTwice(column);
            }
        }
    }

    private void requireNotSet(Parameter parameter) {
        if (parameter.type().setOf()) {
            throw rejected("functions cannot accept set arguments", parameter.span());
        }
    }

    /** An input and an output of the same name do not disturb one another. */
    private void requireOtherName(Parameter parameter, List<Parameter> before) {
        boolean taken = before.stream()
                .filter(other -> other.isInput() && parameter.isInput() || other.isOutput() && parameter.isOutput())
                .anyMatch(other -> hasName(other, parameter));
        if (taken) {
            throw usedTwice(parameter);
        }
    }

    private static boolean hasName(Parameter one, Parameter other) {
        return one.name() != null
                && other.name() != null
                && one.name().value().equals(other.name().value());
    }

    private Rejected usedTwice(Parameter parameter) {
        String name = parameter.name() == null ? "" : parameter.name().value();
        return rejected("parameter name \"" + name + "\" used more than once", parameter.span());
    }

    private void requireDefault(Parameter parameter, boolean defaults, boolean procedure) {
        if (parameter.defaultValue() != null && !parameter.isInput()) {
            throw rejected("only input parameters can have default values", parameter.span());
        }
        if (parameter.defaultValue() == null && defaults && parameter.isInput()) {
            throw rejected("input parameters after one with a default value must also have defaults", parameter.span());
        }
        if (parameter.defaultValue() == null && defaults && procedure) {
            throw rejected("procedure OUT parameters cannot appear after one with a default value", parameter.span());
        }
    }

    /** 42804, or what is wrong in the default itself (functioncmds.c, {@code coerce_to_specific_type}). */
    private void requireFits(Parameter parameter) {
        Expression value = parameter.defaultValue();
        if (value == null) {
            return;
        }
        Typing typing = new Typing(new ExecutionKnowledge(execution));
        DataType type = typing.expression(value.tokens());
        QueryTypes.requireNone(typing.mistakes(), execution);
        DataType wanted = execution.names().type(parameter.type());
        if (!QueryTypes.assigns(type, wanted, execution)) {
            String message = "argument of DEFAULT must be type " + wanted.display() + ", not type " + type.display();
            throw execution.reject(SqlState.DATATYPE_MISMATCH, message, value.span());
        }
    }

    private void requireResult(CreateRoutine create) {
        List<Parameter> outputs =
                create.parameters().stream().filter(Parameter::isOutput).toList();
        TypeName returns = create.returns();
        if (returns != null && create.returnsTable().isEmpty() && !outputs.isEmpty()) {
            requireOutputs(returns, outputs);
        }
        List<DataType> inputs = create.inputs().stream()
                .map(Parameter::type)
                .map(execution.names()::type)
                .toList();
        Stream.of(
                        Stream.ofNullable(returns),
                        outputs.stream().map(Parameter::type),
                        create.returnsTable().stream().map(Parameter::type))
                .flatMap(types -> types)
                .filter(type -> !PolymorphicTypes.isDetermined(execution.names().type(type), inputs))
                .findFirst()
                .ifPresent(type -> {
                    throw rejected("cannot determine result data type", type.span());
                });
    }

    private void requireOutputs(TypeName returns, List<Parameter> outputs) {
        DataType written = Routines.withoutModifiers(execution.names().type(returns));
        DataType required = outputs.size() == 1
                ? Routines.withoutModifiers(
                        execution.names().type(outputs.getFirst().type()))
                : DataType.builtIn("record");
        if (written.isKnown() && required.isKnown() && !written.equals(required)) {
            String message = "function result type must be " + required.display() + " because of OUT parameters";
            throw rejected(message, returns.span());
        }
    }

    private Rejected rejected(String message, Span span) {
        return execution.reject(SqlState.INVALID_FUNCTION_DEFINITION, message, span);
    }
}
