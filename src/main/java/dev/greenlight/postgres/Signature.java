package dev.greenlight.postgres;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a function or an operator is called and what it gives (manual 36.5, 52.39).
 *
 * @param parameters the types of the values that it takes, without modifiers; an operator's operands
 * @param names those of its parameters, one for each; empty where they are not known
 * @param variadic whether its last parameter stands for any number of values
 * @param defaults how many of its last parameters may be left out
 * @param returnsSet whether it gives rows
 * @param columns what it gives by OUT parameters or {@code RETURNS TABLE}
 */
public record Signature(
        List<DataType> parameters,
        List<String> names,
        boolean variadic,
        int defaults,
        DataType returns,
        boolean returnsSet,
        List<Column> columns) {
    public Signature {
        parameters = List.copyOf(parameters);
        names = List.copyOf(names);
        columns = List.copyOf(columns);
    }

    /** A column of a row that a function gives. */
    public record Column(String name, DataType type) {}

    /** The same of other types. */
    public Signature withTypes(UnaryOperator<DataType> change) {
        return new Signature(
                parameters.stream().map(change).toList(),
                names,
                variadic,
                defaults,
                change.apply(returns),
                returnsSet,
                columns.stream()
                        .map(column -> new Column(column.name(), change.apply(column.type())))
                        .toList());
    }

    static Signature operator(List<DataType> operands, DataType result) {
        return new Signature(operands, List.of(), false, 0, result, false, List.of());
    }
}
