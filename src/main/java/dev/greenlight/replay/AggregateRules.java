package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.PolymorphicTypes;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.RoutineStatement.CreateAggregate;
import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.Setting;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.Optional;

/** What a definition of an aggregate must say, in the order of {@code DefineAggregate} in {@code aggregatecmds.c}. */
final class AggregateRules {
    private final Execution execution;

    AggregateRules(Execution execution) {
        this.execution = execution;
    }

    /** Its parameters, which are known where nothing is wrong. */
    List<Parameter> require(CreateAggregate create) {
        Setting state = Setting.find(create.options(), "stype", "stype1")
                .orElseThrow(() -> rejected("aggregate stype must be specified", create.span()));
        if (Setting.find(create.options(), "sfunc", "sfunc1").isEmpty()) {
            throw rejected("aggregate sfunc must be specified", create.span());
        }
        List<Parameter> parameters = create.parameters();
        if (parameters == null) {
            throw rejected("aggregate input type must be specified", create.span());
        }
        boolean serial = Setting.find(create.options(), "serialfunc").isPresent();
        if (serial != Setting.find(create.options(), "deserialfunc").isPresent()) {
            throw rejected(
                    "must specify both or neither of serialization and deserialization functions", create.span());
        }
        List<DataType> inputs = parameters.stream()
                .filter(Parameter::isInput)
                .map(Parameter::type)
                .map(execution.names()::type)
                .toList();
        Optional<DataType> type = TypeName.startOf(state.value()).map(execution.names()::type);
        if (type.filter(it -> !PolymorphicTypes.isDetermined(it, inputs)).isPresent()) {
            throw rejected("cannot determine transition data type", state.span());
        }
        return parameters;
    }

    private Rejected rejected(String message, Span span) {
        return execution.reject(SqlState.INVALID_FUNCTION_DEFINITION, message, span);
    }
}
