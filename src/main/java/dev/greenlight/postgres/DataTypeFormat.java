package dev.greenlight.postgres;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Writes a type as PostgreSQL's {@code format_type} does (manual 9.27.4). */
final class DataTypeFormat {
    /** Those that have a name in standard SQL (manual 8, Table 8.1). */
    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("bit", "bit"),
            Map.entry("bool", "boolean"),
            Map.entry("bpchar", "character"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("interval", "interval"),
            Map.entry("json", "json"),
            Map.entry("numeric", "numeric"),
            Map.entry("time", "time"),
            Map.entry("timestamp", "timestamp"),
            Map.entry("timestamptz", "timestamp"),
            Map.entry("timetz", "time"),
            Map.entry("varbit", "bit varying"),
            Map.entry("varchar", "character varying"));

    /** Where a greater precision is taken for this one, with a warning (manual 8.5). */
    private static final String FINEST_PRECISION = "6";

    private DataTypeFormat() {}

    static String format(DataType type, Predicate<QualifiedName> visible) {
        return (type.isBuiltIn() ? builtIn(type) : other(type, visible.test(type.name()))) + (type.array() ? "[]" : "");
    }

    private static String other(DataType type, boolean bare) {
        QualifiedName name = type.name();
        return (bare ? Identifiers.quote(name.name()) : Identifiers.quote(name)) + parentheses(type.modifiers());
    }

    private static String builtIn(DataType type) {
        String name = type.name().name();
        List<String> modifiers = type.modifiers();
        return switch (name) {
            case "bpchar" -> modifiers.isEmpty() ? name : "character" + parentheses(modifiers);
            case "interval" -> interval(modifiers);
            case "numeric" -> name + parentheses(modifiers.size() == 1 ? withScale(modifiers) : modifiers);
            case "time", "timestamp" -> STANDARD.get(name) + parentheses(precision(modifiers)) + " without time zone";
            case "timetz", "timestamptz" -> STANDARD.get(name) + parentheses(precision(modifiers)) + " with time zone";
            default -> STANDARD.getOrDefault(name, Identifiers.quote(name)) + parentheses(modifiers);
        };
    }

    /** Fields and precision are two modifiers, of which either may be missing. */
    private static String interval(List<String> modifiers) {
        if (modifiers.isEmpty() || Character.isDigit(modifiers.getFirst().charAt(0))) {
            return "interval" + parentheses(precision(modifiers));
        }
        List<String> precision = precision(modifiers.subList(1, modifiers.size()));
        return "interval " + modifiers.getFirst() + parentheses(precision);
    }

    private static List<String> withScale(List<String> precision) {
        return List.of(precision.getFirst(), "0");
    }

    private static List<String> precision(List<String> modifiers) {
        boolean tooFine = modifiers.size() == 1 && modifiers.getFirst().matches("0*([7-9]|[1-9][0-9]+)");
        return tooFine ? List.of(FINEST_PRECISION) : modifiers;
    }

    private static String parentheses(List<String> modifiers) {
        return modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")";
    }
}
