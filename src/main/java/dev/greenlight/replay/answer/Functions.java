package dev.greenlight.replay.answer;

import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.Span;
import java.util.List;
import java.util.Set;

/** Calls of functions that PostgreSQL has itself, as far as they are reckoned; any other is known when it runs. */
final class Functions {
    private static final Set<String> TEXTS = Set.of(
            "btrim",
            "char_length",
            "character_length",
            "left",
            "length",
            "lower",
            "lpad",
            "ltrim",
            "repeat",
            "replace",
            "right",
            "rtrim",
            "split_part",
            "starts_with",
            "strpos",
            "substr",
            "substring",
            "to_char",
            "upper");

    private static final Set<String> ARRAYS = Set.of(
            "array_append",
            "array_length",
            "array_lower",
            "array_position",
            "array_to_string",
            "array_upper",
            "cardinality",
            "string_to_array");

    private final Sight sight;
    private final TextFunctions texts;
    private final ArrayFunctions arrays;
    private final CatalogFunctions catalog;
    private final Formatting formatting;

    Functions(Sight sight, ObjectNames names, Rendering rendering) {
        this.sight = sight;
        this.texts = new TextFunctions();
        this.arrays = new ArrayFunctions(rendering);
        this.catalog = new CatalogFunctions(sight, names);
        this.formatting = new Formatting(rendering);
    }

    Datum call(List<String> name, List<Datum> arguments, Span span) {
        String function = name.getLast();
        if (!isBuiltIn(name)) {
            return new Datum.Unknown("what " + function + "() gives");
        }
        return switch (function) {
            case "format", "concat", "concat_ws", "quote_ident", "quote_literal", "quote_nullable" ->
                formatting.call(function, arguments, span);
            default ->
                TEXTS.contains(function)
                        ? texts.call(function, arguments, span)
                        : ARRAYS.contains(function)
                                ? arrays.call(function, arguments, span)
                                : catalog.call(function, arguments, span);
        };
    }

    /** A routine of the history with the same name may be meant instead, if its parameters fit better. */
    private boolean isBuiltIn(List<String> name) {
        if (name.size() > 1) {
            return name.size() == 2 && name.getFirst().equals("pg_catalog");
        }
        return sight.searched().stream()
                .noneMatch(schema -> !sight.catalog()
                        .routines(new QualifiedName(schema, name.getFirst()))
                        .isEmpty());
    }
}
