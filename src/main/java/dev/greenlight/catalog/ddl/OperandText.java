package dev.greenlight.catalog.ddl;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.Type;
import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Identifiers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What conditions compare: columns, calls of a few functions on them, and constants, as the server writes them. A
 * {@code varchar} has no operators of its own and is compared as {@code text} (manual 10.2).
 */
final class OperandText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|\"[^\"]+\"");
    private static final Pattern CALL = Pattern.compile("([A-Za-z_]+)\\s*\\(\\s*+([^()]*[^()\\s])\\s*+\\)");
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'", Pattern.DOTALL);
    private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");
    private static final Pattern NEGATIVE = Pattern.compile("-\\s*(\\d{1,9})");
    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");
    private static final List<String> INTEGERS = List.of("int2", "int4", "int8");
    private static final DataType TEXT = DataType.builtIn("text");

    private final @Nullable Table table;
    private final SearchPath path;

    OperandText(@Nullable Table table, SearchPath path) {
        this.table = table;
        this.path = path;
    }

    /**
     * @param text as it is compared
     * @param bare as it is where nothing is compared
     * @param widened whether it is a {@code varchar} that is compared as {@code text}
     */
    record Operand(String text, String bare, DataType type, boolean call, boolean widened) {}

    Optional<Operand> operand(String written) {
        String text = Parts.withoutParentheses(written);
        Matcher call = CALL.matcher(text);
        return call.matches() ? call(call.group(1).toLowerCase(Locale.ROOT), call.group(2)) : column(text);
    }

    /** As what is compared with a value of the same type. */
    Optional<String> alike(String written, Operand other) {
        return operand(written)
                .filter(operand ->
                        operand.type().withoutModifiers().equals(other.type().withoutModifiers()))
                .map(Operand::text);
    }

    private Optional<Operand> column(String whole) {
        String qualifier = whole.substring(0, Math.max(whole.indexOf('.'), 0));
        String written = isTable(qualifier) ? whole.substring(qualifier.length() + 1) : whole;
        boolean quoted = written.startsWith("\"");
        String name = quoted ? written.substring(1, written.length() - 1) : written.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(table)
                .filter(it -> NAME.matcher(written).matches())
                .flatMap(it -> it.column(name))
                .map(this::operand);
    }

    private boolean isTable(String written) {
        return table != null
                && NAME.matcher(written).matches()
                && table.name().name().equals(written.toLowerCase(Locale.ROOT));
    }

    private Operand operand(Column column) {
        String name = Identifiers.quote(column.name());
        return column.type().is("varchar")
                ? new Operand("(" + name + ")::text", name, TEXT, false, true)
                : new Operand(name, name, column.type(), false, false);
    }

    private Optional<Operand> call(String function, String argument) {
        Optional<DataType> result = switch (function) {
            case "lower", "upper" -> Optional.of(TEXT);
            case "length", "char_length" -> Optional.of(DataType.builtIn("int4"));
            default -> Optional.empty();
        };
        return result.flatMap(type -> column(argument)
                .filter(column -> column.type().is("text") && !column.call())
                .map(column -> function + "(" + column.text() + ")")
                .map(text -> new Operand(text, text, type, true, false)));
    }

    /** As it is compared with something of a type. */
    Optional<String> constant(String written, DataType type) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (type.is("bool")) {
            return Optional.of(lower).filter(List.of("true", "false")::contains);
        }
        if (STRING.matcher(written).matches()) {
            return string(written, type);
        }
        Matcher negative = NEGATIVE.matcher(written);
        if (negative.matches()) {
            return Optional.of("'-" + negative.group(1) + "'::integer").filter(text -> isInteger(type));
        }
        return number(written, type);
    }

    private Optional<String> string(String written, DataType type) {
        String content = written.substring(1, written.length() - 1);
        boolean certain = type.is("text") || type.is("bpchar") || !type.array() && isLabel(content, type);
        return Optional.of(written + "::" + path.write(type.withoutModifiers())).filter(text -> certain);
    }

    private boolean isLabel(String content, DataType type) {
        return path.catalog().type(type.name()).orElse(null) instanceof Type.Enum labels
                && labels.labels().contains(content);
    }

    private static Optional<String> number(String written, DataType type) {
        boolean integer = INTEGER.matcher(written).matches();
        if (isInteger(type)) {
            return Optional.of(written).filter(text -> integer);
        }
        boolean decimal = DECIMAL.matcher(written).matches();
        if (type.is("numeric") && decimal) {
            return Optional.of(written);
        }
        boolean cast = type.is("numeric") && integer || type.is("float8") && (integer || decimal);
        return cast
                ? Optional.of("(" + written + ")::" + type.withoutModifiers().display())
                : Optional.empty();
    }

    private static boolean isInteger(DataType type) {
        return !type.array()
                && type.isBuiltIn()
                && INTEGERS.contains(type.name().name());
    }

    /** As an element of the array that IN makes. */
    Optional<String> element(String written, Operand operand) {
        return operand.widened()
                ? Optional.of(written + "::character varying")
                        .filter(text -> STRING.matcher(written).matches())
                : constant(written, operand.type());
    }
}
