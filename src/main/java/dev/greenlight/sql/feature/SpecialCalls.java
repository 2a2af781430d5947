package dev.greenlight.sql.feature;

import dev.greenlight.sql.TokenKind;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Calls with a syntax of their own (manual 9.4, 9.15, 9.16.1). One that is written as any function is called is a call
 * for older servers too, which may know a function of that name.
 */
final class SpecialCalls {
    private static final Set<String> CONSTRUCTORS =
            Set.of("json_object", "json_array", "json_objectagg", "json_arrayagg");
    private static final Set<String> QUERIES =
            Set.of("json", "json_value", "json_query", "json_exists", "json_serialize", "json_scalar");

    /** Words that no argument of a plain call has behind an operand. */
    private static final Set<String> CLAUSES =
            Set.of("returning", "absent", "format", "passing", "value", "quotes", "on");

    /** Words that stand behind WITH or WITHOUT, maybe with others between. */
    private static final Set<String> WITH = Set.of("wrapper", "unique");

    private SpecialCalls() {}

    /** Whether there is one at this word. */
    static void find(Row row, int i, Search search) {
        if (!row.isAt(i + 1, TokenKind.LEFT_PAREN)) {
            return;
        }
        String name = row.at(i).value();
        if (name.equals("json_table")) {
            jsonTable(row, i, search);
        } else if (CONSTRUCTORS.contains(name)) {
            json(row, i, 16, search);
        } else if (QUERIES.contains(name)) {
            json(row, i, 17, search);
        } else if (name.equals("substring")) {
            substring(row, i, search);
        } else if (name.equals("xmlserialize")) {
            indent(row, i, search);
        }
    }

    private static void jsonTable(Row row, int i, Search search) {
        if (arguments(row, i).places("columns").findAny().isPresent()) {
            search.add(17, "JSON_TABLE", row.span(i, row.closing(i + 1)));
        }
    }

    private static void json(Row row, int i, int since, Search search) {
        Row arguments = arguments(row, i);
        boolean special = IntStream.range(0, arguments.size()).anyMatch(at -> isSpecial(arguments, at));
        if (special) {
            search.add(
                    since,
                    row.at(i).value().toUpperCase(Locale.ROOT) + " as SQL/JSON",
                    row.span(i, row.closing(i + 1)));
        }
    }

    private static boolean isSpecial(Row arguments, int at) {
        if (at == 0) {
            return arguments.isWordAt(0, "select") || arguments.isWordAt(0, "returning");
        }
        boolean clause = arguments.isAnyWordAt(at, CLAUSES) && Labels.endsOperand(arguments, at - 1);
        return clause || arguments.isAt(at, TokenKind.COLON) || isWith(arguments, at);
    }

    private static boolean isWith(Row arguments, int at) {
        return arguments.isAnyWordAt(at, WITH)
                && arguments.isAnyWordAt(at - 1, Set.of("with", "without", "array", "conditional", "unconditional"));
    }

    private static void substring(Row row, int i, Search search) {
        Row arguments = arguments(row, i);
        arguments
                .places("similar")
                .filter(at -> at > 0 && !arguments.isWordAt(at + 1, "to"))
                .forEach(at -> search.add(14, "SUBSTRING with SIMILAR", arguments.span(at, at + 1)));
    }

    private static void indent(Row row, int i, Search search) {
        Row arguments = arguments(row, i);
        int last = arguments.size() - 1;
        if (arguments.isWordAt(last, "indent") && !arguments.isWordAt(last - 1, "as")) {
            int first = arguments.isWordAt(last - 1, "no") ? last - 1 : last;
            search.add(16, "INDENT of XMLSERIALIZE", arguments.span(first, last));
        }
    }

    private static Row arguments(Row row, int i) {
        return row.inParentheses(i + 1).outer();
    }
}
