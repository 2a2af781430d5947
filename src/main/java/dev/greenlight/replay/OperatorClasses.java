package dev.greenlight.replay;

import dev.greenlight.postgres.DataType;
import dev.greenlight.postgres.Extension;
import dev.greenlight.postgres.Extensions;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectName;
import java.util.List;
import java.util.Set;

/**
 * Whether an index can be over a type: whether the named operator class is there, or the access method has one for the
 * type when none is named (manual 11.10). Only types are judged for which it is certain.
 */
final class OperatorClasses {
    private static final Set<String> GEOMETRIC = Set.of("line", "lseg", "path");
    private static final Set<String> INCOMPARABLE =
            Set.of("json", "xml", "jsonpath", "point", "line", "lseg", "box", "path", "polygon", "circle");
    /** What the extensions btree_gin and btree_gist cover. */
    private static final Set<String> SCALAR = Set.of(
            "bit",
            "bool",
            "bpchar",
            "bytea",
            "char",
            "cidr",
            "date",
            "float4",
            "float8",
            "inet",
            "int2",
            "int4",
            "int8",
            "interval",
            "macaddr",
            "money",
            "numeric",
            "oid",
            "text",
            "time",
            "timestamp",
            "timestamptz",
            "timetz",
            "uuid",
            "varbit",
            "varchar");

    private final Execution execution;
    private final String method;

    OperatorClasses(Execution execution, String method) {
        this.execution = execution;
        this.method = method;
    }

    /** Fails with 42704 where the class comes with an extension that only a later migration makes. */
    void require(ObjectName name, Span span) {
        List<Extension> bringing = Extensions.withOperatorClass(name.name());
        if (name.schema().isEmpty() && !bringing.isEmpty() && !isThere(bringing)) {
            String message = "operator class \"" + name + "\" does not exist for access method \"" + method + "\"";
            throw execution.reject(SqlState.UNDEFINED_OBJECT, message, span);
        }
    }

    private boolean isThere(List<Extension> extensions) {
        ExtensionNames names = new ExtensionNames(execution);
        if (extensions.stream()
                .anyMatch(extension ->
                        execution.catalog().extension(extension.name()).isPresent())) {
            return true;
        }
        List<String> assumed = extensions.stream()
                .map(Extension::name)
                .filter(names::isAssumed)
                .toList();
        assumed.stream().limit(1).forEach(execution.premises()::noteExtension);
        return !assumed.isEmpty() || names.hasUnknown();
    }

    /** Fails with 42704 where the access method has no class for the type by itself. */
    void requireDefault(DataType type, Span span) {
        boolean judged = type.isBuiltIn()
                && !execution.premises().foreknowledge().makesOperatorClass()
                && !new ExtensionNames(execution).hasUnknown();
        if (judged && !hasDefault(type)) {
            String message = "data type " + new DataType(type.name(), List.of(), type.array()).display()
                    + " has no default operator class for access method \"" + method + "\"";
            throw execution.reject(SqlState.UNDEFINED_OBJECT, message, span);
        }
    }

    private boolean hasDefault(DataType type) {
        String name = type.name().name();
        return switch (method) {
            case "btree", "hash" -> type.array() || !INCOMPARABLE.contains(name);
            case "gin" -> type.array() || name.equals("jsonb") || name.equals("tsvector") || covers("btree_gin", name);
            case "gist" -> type.array() ? name.equals("int4") : !isUnknownToGist(name) || covers("btree_gist", name);
            default -> true;
        };
    }

    private static boolean isUnknownToGist(String name) {
        return SCALAR.contains(name)
                || GEOMETRIC.contains(name)
                || name.equals("json")
                || name.equals("jsonb")
                || name.equals("xml");
    }

    private boolean covers(String extension, String type) {
        return SCALAR.contains(type)
                && isThere(List.of(Extensions.find(extension).orElseThrow()));
    }
}
