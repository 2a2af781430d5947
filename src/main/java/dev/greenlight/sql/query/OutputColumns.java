package dev.greenlight.sql.query;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the columns that a select list, VALUES or TABLE gives, from marked tokens (manual 7.3, Select Lists). */
final class OutputColumns {
    private static final Set<String> BEHIND = Set.of(
            "from",
            "into",
            "where",
            "group",
            "having",
            "window",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "union",
            "intersect",
            "except");

    private final Marks marks;
    private final int end;
    private final @Nullable Scope scope;

    private OutputColumns(Marks marks, int end, @Nullable Scope scope) {
        this.marks = marks;
        this.end = end;
        this.scope = scope;
    }

    /**
     * Those of the query whose first word has this index.
     *
     * @param scope what the query's expressions see; null where that is not known yet, so that {@code *} has no
     *     reference
     */
    static List<OutputColumn> of(Marks marks, int first, int end, @Nullable Scope scope) {
        OutputColumns columns = new OutputColumns(marks, end, scope);
        return switch (marks.token(first).value()) {
            case "values" -> columns.values(first + 1);
            case "table" -> List.of(columns.everything(marks.token(first)));
            default -> columns.list(columns.behindDistinct(first + 1));
        };
    }

    /** Those of the list that begins at a token. */
    static List<OutputColumn> list(Marks marks, int first, int end, Scope scope) {
        return new OutputColumns(marks, end, scope).list(first);
    }

    /** {@code column1}, {@code column2} … (manual 7.7, VALUES Lists). */
    private List<OutputColumn> values(int open) {
        List<OutputColumn> columns = new ArrayList<>();
        int close = Math.min(marks.partner(open), end);
        int from = open + 1;
        for (int i = open + 1; i <= close && i < marks.size(); i = next(i)) {
            if (i == close || marks.is(i, TokenKind.COMMA)) {
                if (i > from) {
                    String name = "column" + (columns.size() + 1);
                    columns.add(new OutputColumn(name, reference(from, i), span(from, i)));
                }
                from = i + 1;
            }
        }
        return columns;
    }

    private OutputColumn everything(Token table) {
        Name star = new Name("*", table.span());
        ColumnReference reference = scope == null ? null : new ColumnReference(null, star, true, scope);
        return new OutputColumn("*", reference, table.span());
    }

    private int behindDistinct(int index) {
        int first = index;
        if (marks.isWord(first, "all")) {
            first++;
        } else if (marks.isWord(first, "distinct", "on") && marks.is(first + 2, TokenKind.LEFT_PAREN)) {
            first = marks.partner(first + 2) + 1;
        } else if (marks.isWord(first, "distinct")) {
            first++;
        }
        return first;
    }

    private List<OutputColumn> list(int first) {
        List<OutputColumn> columns = new ArrayList<>();
        int from = first;
        for (int i = first; ; i = next(i)) {
            boolean ends = i >= end || isBehind(i);
            if (ends || marks.is(i, TokenKind.COMMA)) {
                if (i > from) {
                    columns.add(column(from, i));
                }
                from = i + 1;
            }
            if (ends) {
                return columns;
            }
        }
    }

    /** The next token that stands in no further parentheses. */
    private int next(int index) {
        boolean opens = marks.is(index, TokenKind.LEFT_PAREN) || marks.is(index, TokenKind.LEFT_BRACKET);
        return Math.min(opens ? marks.partner(index) + 1 : index + 1, Math.max(end, index + 1));
    }

    private boolean isBehind(int index) {
        Token token = marks.token(index);
        return token.is(TokenKind.RIGHT_PAREN)
                || token.is(TokenKind.WORD)
                        && BEHIND.contains(token.value())
                        && (marks.role(index) == Role.PLAIN || marks.role(index) == Role.SKIPPED)
                        && !marks.isWord(index - 1, "distinct")
                        && !marks.isWord(index - 1, "collation")
                        && !marks.is(index - 1, TokenKind.DOT);
    }

    private OutputColumn column(int from, int to) {
        int last = to - 1;
        if (marks.is(last, TokenKind.OPERATOR) && marks.token(last).value().equals("*")) {
            return new OutputColumn("*", reference(from, to), span(from, to));
        }
        if (marks.role(last) == Role.ALIAS) {
            int value = marks.isWord(last - 1, "as") && marks.role(last - 1) == Role.SKIPPED ? last - 1 : last;
            return new OutputColumn(Name.of(marks.token(last)).value(), reference(from, value), span(from, to));
        }
        return new OutputColumn(new ColumnNaming(marks).name(from, to), reference(from, to), span(from, to));
    }

    /** The column, where nothing but its name stands here. */
    private @Nullable ColumnReference reference(int from, int to) {
        Marks.Sighting sighting = marks.sighting(from);
        if (sighting == null
                || scope == null
                || sighting.name().span().end() != marks.token(to - 1).end()) {
            return null;
        }
        return new ColumnReference(sighting.qualifier(), sighting.name(), sighting.star(), scope);
    }

    private Span span(int from, int to) {
        return marks.token(from).span().cover(marks.token(to - 1).span());
    }
}
