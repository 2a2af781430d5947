package dev.greenlight.sql.query;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a function gives in FROM (manual 7.2.1.4, Table Functions), for PostgreSQL's own that are used most;
 * those of others depend on the catalog.
 */
final class SetFunctions {
    /** They give one column, which is called as the FROM item is (manual 9.26, Set Returning Functions). */
    private static final Set<String> SCALAR = Set.of(
            "generate_series",
            "generate_subscripts",
            "json_object_keys",
            "jsonb_object_keys",
            "jsonb_path_query",
            "regexp_matches",
            "regexp_split_to_table",
            "string_to_table");

    private static final Set<String> ELEMENTS = Set.of(
            "json_array_elements", "json_array_elements_text", "jsonb_array_elements", "jsonb_array_elements_text");

    private static final Set<String> PAIRS = Set.of("json_each", "json_each_text", "jsonb_each", "jsonb_each_text");

    private SetFunctions() {}

    /**
     * @param name the index of the function's name
     * @param last the index of the call's last token
     */
    static FromItem item(Marks marks, int name, int last, FromEntry entry) {
        Name function = Name.of(marks.token(name));
        List<OutputColumn> columns = columns(function, entry);
        if (isDefined(marks, last)) {
            columns = named(entry.columns(), function.span());
        } else if (columns != null && marks.isWord(last + 1, "with", "ordinality")) {
            columns = new ArrayList<>(columns);
            columns.add(new OutputColumn("ordinality", null, function.span()));
        }
        return entry.derived(function, columns);
    }

    private static @Nullable List<OutputColumn> columns(Name function, FromEntry entry) {
        if (SCALAR.contains(function.value())) {
            return named(List.of(entry.name() != null ? entry.name() : function), function.span());
        }
        if (ELEMENTS.contains(function.value())) {
            return List.of(new OutputColumn("value", null, function.span()));
        }
        return PAIRS.contains(function.value())
                ? List.of(
                        new OutputColumn("key", null, function.span()),
                        new OutputColumn("value", null, function.span()))
                : null;
    }

    private static List<OutputColumn> named(List<Name> names, Span span) {
        return names.stream()
                .map(name -> new OutputColumn(name.value(), null, span))
                .toList();
    }

    /** Whether the columns behind the call have types, so that they are all that there are. */
    private static boolean isDefined(Marks marks, int last) {
        for (int i = last + 1; i + 1 < marks.size(); i++) {
            if (marks.role(i) == Role.COLUMN_ALIAS) {
                return !marks.is(i + 1, TokenKind.COMMA) && !marks.is(i + 1, TokenKind.RIGHT_PAREN);
            }
            if (marks.role(i) != Role.SKIPPED && marks.role(i) != Role.ALIAS) {
                return false;
            }
        }
        return false;
    }
}
