package dev.greenlight.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a signature's line: {@code *} before a type stands for VARIADIC, {@code ?} behind it for a default, {@code +}
 * for SETOF, {@code @} for a type that an extension brings, {@code _} for an array.
 */
final class SignatureReader {
    private final Function<String, DataType> extensionTypes;

    /** @param extensionTypes the type of this name that an installed extension has brought */
    SignatureReader(Function<String, DataType> extensionTypes) {
        this.extensionTypes = extensionTypes;
    }

    /** @param row {@code NAME KIND PARAMETERS RESULT} */
    Signature function(String[] row) {
        List<String> written = row[2].equals("-") ? List.of() : Arrays.asList(row[2].split(","));
        List<DataType> parameters = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int defaults = 0;
        for (String parameter : written) {
            defaults += parameter.endsWith("?") ? 1 : 0;
            int colon = parameter.indexOf(':');
            if (colon >= 0) {
                names.add(parameter.substring(0, colon));
            }
            parameters.add(type(parameter.substring(colon + 1)));
        }
        boolean variadic = row[2].contains("*");
        int open = row[3].indexOf('(');
        String returns = open < 0 ? row[3] : row[3].substring(0, open);
        List<Signature.Column> columns =
                open < 0 ? List.of() : columns(row[3].substring(open + 1, row[3].length() - 1));
        return new Signature(parameters, names, variadic, defaults, type(returns), returns.startsWith("+"), columns);
    }

    private List<Signature.Column> columns(String written) {
        return Arrays.stream(written.split(","))
                .map(column -> column.split(":"))
                .map(column -> new Signature.Column(column[0], type(column[1])))
                .toList();
    }

    /** @param row {@code NAME LEFT RIGHT RESULT}, with {@code -} for an operand that is not there */
    Signature operator(String[] row) {
        List<DataType> operands = new ArrayList<>();
        for (String operand : List.of(row[1], row[2])) {
            if (!operand.equals("-")) {
                operands.add(type(operand));
            }
        }
        return Signature.operator(operands, type(row[3]));
    }

    DataType type(String written) {
        int start = written.startsWith("*") || written.startsWith("+") ? 1 : 0;
        String name = written.substring(start, written.endsWith("?") ? written.length() - 1 : written.length());
        if (!name.startsWith("@")) {
            return BuiltInTypes.find(name).orElse(DataType.UNKNOWN);
        }
        boolean array = name.startsWith("@_");
        DataType element = extensionTypes.apply(name.substring(array ? 2 : 1));
        return array && element.isKnown() ? element.asArray() : element;
    }
}
