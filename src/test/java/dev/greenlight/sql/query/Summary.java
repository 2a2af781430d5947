package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes references down in short, for tests to compare. */
final class Summary {
    private Summary() {}

    static String relations(List<RelationReference> relations) {
        return relations.stream().map(Summary::relation).collect(Collectors.joining(", "));
    }

    private static String relation(RelationReference relation) {
        String alias = relation.alias() == null ? "" : " " + relation.alias().value();
        String use = relation.use() == RelationReference.Use.READ
                ? ""
                : " " + relation.use().name().toLowerCase(Locale.ROOT);
        return relation.name() + alias + use;
    }

    static String columns(List<ColumnReference> columns) {
        return columns.stream().map(ColumnReference::toString).collect(Collectors.joining(", "));
    }

    /** Each column with what it sees; from the inner scope outwards behind {@code <}. */
    static String scopes(List<ColumnReference> columns) {
        return columns.stream()
                .map(column -> column + ": " + scope(column.scope()))
                .collect(Collectors.joining("; "));
    }

    static String functions(List<FunctionCall> functions) {
        return functions.stream().map(Summary::function).collect(Collectors.joining(", "));
    }

    private static String function(FunctionCall call) {
        String arguments = call.arguments().stream().map(Summary::argument).collect(Collectors.joining(" "));
        return (call.grammar() ? "~" : "") + call.name() + (arguments.isEmpty() ? "" : "(" + arguments + ")");
    }

    private static String argument(FunctionCall.Argument argument) {
        String label = argument.label() == null ? "" : argument.label().value() + "=";
        return label + (argument.constant() == null ? "…" : argument.constant().value());
    }

    static String types(List<TypeName> types) {
        return types.stream().map(type -> type.name().name()).collect(Collectors.joining(", "));
    }

    /** Where a column is nothing but another one, that one behind {@code =}. */
    static String output(List<OutputColumn> output) {
        return output.stream()
                .map(column -> column.name() + (column.column() == null ? "" : "=" + column.column()))
                .collect(Collectors.joining(", "));
    }

    private static String scope(Scope scope) {
        String items = scope.items().stream().map(Summary::item).collect(Collectors.joining(", "));
        return scope.outer() == null || scope.outer().equals(Scope.EMPTY)
                ? items
                : items + " < " + scope(scope.outer());
    }

    private static String item(FromItem item) {
        return switch (item) {
            case FromItem.Relation relation -> relation.name().value() + names("[", relation.columnNames(), "]");
            case FromItem.Derived derived -> derived(derived);
            case FromItem.Join join -> join(join);
            case FromItem.Qualified qualified -> item(qualified.item());
        };
    }

    private static String derived(FromItem.Derived derived) {
        String name = derived.name() == null ? "" : derived.name().value();
        String columns = derived.columns() == null
                ? "?"
                : derived.columns().stream().map(OutputColumn::name).collect(Collectors.joining(" "));
        return name + names("[", derived.columnNames(), "]") + "(" + columns + ")";
    }

    private static String join(FromItem.Join join) {
        String kind = join.natural() ? " natural " : names(" using ", join.using(), " ");
        String name = join.name() == null ? "" : join.name().value();
        return Stream.of("{", item(join.left()), kind.isEmpty() ? " + " : kind, item(join.right()), "}", name)
                .collect(Collectors.joining());
    }

    private static String names(String open, List<Name> names, String close) {
        return names.isEmpty() ? "" : names.stream().map(Name::value).collect(Collectors.joining(" ", open, close));
    }
}
