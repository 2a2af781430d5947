package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.TokenKind;
import java.util.Map;
import java.util.Set;

/** Forms and options of COPY, EXPLAIN and DECLARE, and what they wrap; queries have their own class. */
final class DataFeatures {
    private static final Map<String, Integer> COPY_OPTIONS =
            Map.of("default", 16, "on_error", 17, "log_verbosity", 17, "reject_limit", 18);
    private static final Map<String, Integer> EXPLAIN_OPTIONS =
            Map.of("wal", 13, "generic_plan", 16, "memory", 17, "serialize", 17);

    private static final Set<String> OFF = Set.of("false", "off", "0");

    private DataFeatures() {}

    static void find(DataStatement statement, Search search) {
        switch (statement) {
            case DataStatement.Select select -> {}
            case DataStatement.Insert insert -> {}
            case DataStatement.Update update -> {}
            case DataStatement.Delete delete -> {}
            case DataStatement.Merge merge -> {}
            case DataStatement.Copy copy -> copy(copy, search);
            case DataStatement.Wrapped wrapped -> wrapped(wrapped, search);
        }
    }

    private static void copy(DataStatement.Copy copy, Search search) {
        Row row = search.row(copy.span());
        search.look(row.outer(), Form.of(17, "force null *"), Form.of(17, "force not null *"));
        int open = options(row);
        if (open >= 0) {
            options(row.from(open), search);
        }
    }

    /** Where the options' parentheses open: behind the file, and at the end but for WHERE. */
    private static int options(Row row) {
        int direction = -1;
        for (int i = 1; i < row.size(); i = row.isAt(i, TokenKind.LEFT_PAREN) ? row.closing(i) + 1 : i + 1) {
            boolean directed = row.isWordAt(i, "from") || row.isWordAt(i, "to");
            direction = direction < 0 && directed ? i : direction;
            if (direction >= 0 && i > direction + 1 && row.isAt(i, TokenKind.LEFT_PAREN)) {
                return i;
            }
        }
        return -1;
    }

    private static void options(Row options, Search search) {
        search.options(options, "COPY", COPY_OPTIONS);
        boolean csv = options.tokens().stream().anyMatch(token -> token.value().equalsIgnoreCase("csv"));
        for (int i = 1; i < options.size(); i++) {
            if (options.isWordAt(i, "header") && options.at(i + 1).value().equalsIgnoreCase("match")) {
                search.addParsed(15, "COPY HEADER MATCH", options.span(i, i + 1), SqlState.SYNTAX_ERROR);
            }
            if (!csv
                    && options.isWordAt(i, "header")
                    && !OFF.contains(options.at(i + 1).value())) {
                search.addParsed(15, "COPY HEADER in text", options.at(i).span(), SqlState.FEATURE_NOT_SUPPORTED);
            }
            boolean forced = options.isWordAt(i, "force_null") || options.isWordAt(i, "force_not_null");
            if (csv && forced && options.at(i + 1).value().equals("*")) {
                search.addParsed(
                        17,
                        "FORCE_NULL and FORCE_NOT_NULL *",
                        options.span(i, i + 1),
                        SqlState.INVALID_PARAMETER_VALUE);
            }
        }
    }

    private static void wrapped(DataStatement.Wrapped wrapped, Search search) {
        Row row = search.row(wrapped.span());
        if (wrapped.inner() != null) {
            Span inner = wrapped.inner().span();
            row = search.row(new Span(wrapped.span().start(), inner.start()));
            Features.find(wrapped.inner(), search);
        }
        if (row.isWordAt(0, "explain") && row.isAt(1, TokenKind.LEFT_PAREN)) {
            search.options(row.within(row.span(1, row.closing(1))), "EXPLAIN", EXPLAIN_OPTIONS);
        }
        if (row.isWordAt(0, "declare")) {
            search.look(row.from(2), Form.of(14, "asensitive"));
        }
    }
}
