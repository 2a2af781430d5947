package dev.greenlight.replay;

import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.sql.RoutineStatement.CreateRoutine;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.TypeName;
import java.util.List;

/** What the code of a routine finds when it begins: its parameters, by number and by name. */
final class RoutineParameters {
    private final CreateRoutine create;
    private final Execution execution;

    RoutineParameters(CreateRoutine create, Execution execution) {
        this.create = create;
        this.execution = execution;
    }

    /** @param arguments what the inputs are given, as far as it is known */
    CodeVariables variables(List<Value> arguments) {
        return create.language().equals("sql") ? ofSql(arguments) : ofCode(arguments);
    }

    /** A body in SQL sees its inputs and nothing else (functions.c, {@code prepare_sql_fn_parse_info}; manual 36.5.1). */
    private CodeVariables ofSql(List<Value> arguments) {
        CodeVariables variables = CodeVariables.OF_SQL.withLabel(create.name().name());
        for (int i = 0; i < create.inputs().size(); i++) {
            Parameter input = create.inputs().get(i);
            Value value = argument(arguments, i, input);
            DataType type = type(input);
            String number = "$" + (i + 1);
            variables = variables.with(number, value).withType(number, type);
            if (input.name() != null) {
                variables = named(input, value, variables).withType(input.name().value(), type);
            }
        }
        return variables;
    }

    /** What a polymorphic parameter is only a call says (manual 36.2.5). */
    private DataType type(Parameter parameter) {
        DataType type = Routines.withoutModifiers(new ExecutionKnowledge(execution).type(parameter.type()));
        return BuiltInTypes.isPseudo(type) ? DataType.UNKNOWN : type;
    }

    private CodeVariables ofCode(List<Value> arguments) {
        CodeVariables variables = (isTrigger() ? CodeVariables.NONE.ofTrigger() : CodeVariables.NONE)
                .withLabel(create.name().name());
        int input = 0;
        for (Parameter parameter : create.parameters()) {
            Value value = parameter.isInput() ? argument(arguments, input, parameter) : new Value.Null();
            if (parameter.isInput()) {
                input++;
                variables = variables.with("$" + input, value);
            }
            variables = named(parameter, value, variables);
        }
        for (Parameter column : create.returnsTable()) {
            variables = column.name() == null
                    ? variables
                    : variables.with(column.name().value(), new Value.Null());
        }
        return variables;
    }

    private CodeVariables named(Parameter parameter, Value value, CodeVariables variables) {
        if (parameter.name() == null) {
            return variables;
        }
        String name = parameter.name().value();
        return CodeSql.isRow(parameter.type())
                ? CodeSql.withRow(name, parameter.type(), value, variables, execution)
                : variables.with(name, value);
    }

    private boolean isTrigger() {
        TypeName returns = create.returns();
        return returns != null
                && List.of("trigger", "event_trigger").contains(returns.name().name());
    }

    private static Value argument(List<Value> arguments, int index, Parameter parameter) {
        return index < arguments.size() && !parameter.mode().equals("variadic")
                ? arguments.get(index)
                : new Value.Unknown("the parameter " + parameter.called(index + 1));
    }
}
