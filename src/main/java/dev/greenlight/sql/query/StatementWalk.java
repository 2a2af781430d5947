package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.CommonTables.CommonTable;
import dev.greenlight.sql.query.QueryWalk.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through a whole statement: what WITH defines, then the query or the change of rows. */
final class StatementWalk {
    private final Marks marks;
    private final Pieces pieces;

    StatementWalk(Marks marks) {
        this.marks = marks;
        this.pieces = new Pieces(marks);
    }

    /**
     * A common table expression's text.
     *
     * @param open the index of the parenthesis around its query
     */
    private record Definition(int name, int open, boolean extended) {}

    /** Goes through the statement between two tokens, and gives its output columns. */
    List<OutputColumn> statement(int from, int to, Surroundings surroundings) {
        if (!marks.isWord(from, "with")) {
            return body(from, to, surroundings);
        }
        boolean recursive = marks.isWord(from + 1, "recursive");
        List<Definition> definitions = new ArrayList<>();
        int main = definitions(recursive ? from + 2 : from + 1, to, definitions);
        Surroundings around = surroundings;
        if (recursive) {
            for (Definition definition : definitions) {
                around = around.with(declare(definition, to));
            }
        }
        for (Definition definition : definitions) {
            around = around.with(define(definition, to, around));
        }
        return main < to ? body(main, to, around) : List.of();
    }

    private int definitions(int from, int to, List<Definition> definitions) {
        int i = from;
        do {
            int name = i;
            i++;
            if (marks.is(i, TokenKind.LEFT_PAREN)) {
                markColumns(i);
                i = marks.partner(i) + 1;
            }
            while (i < to && !marks.is(i, TokenKind.LEFT_PAREN)) {
                marks.mark(i++, Role.SKIPPED);
            }
            if (i >= to || marks.partner(i) >= to) {
                marks.doubt();
                return to;
            }
            int open = i;
            i = behindSearch(marks.partner(open) + 1, to);
            definitions.add(new Definition(name, open, i > marks.partner(open) + 1));
        } while (marks.is(i++, TokenKind.COMMA));
        return i - 1;
    }

    private void markColumns(int open) {
        int close = Math.min(marks.partner(open), marks.size() - 1);
        for (int i = open; i <= close; i++) {
            Token token = marks.token(i);
            boolean name = token.is(TokenKind.WORD) || token.is(TokenKind.QUOTED_IDENTIFIER);
            marks.mark(i, name ? Role.COLUMN_ALIAS : Role.SKIPPED);
        }
    }

    /** SEARCH and CYCLE are followed by names and constants alone (manual 7.8.2, Recursive Queries). */
    private int behindSearch(int from, int to) {
        int i = from;
        if (marks.isWord(i, "search") || marks.isWord(i, "cycle")) {
            while (i < to && !isMain(i) && !startsDefinition(i)) {
                i++;
            }
        }
        return i;
    }

    private boolean isMain(int index) {
        return switch (marks.token(index).value()) {
            case "select", "values", "table", "insert", "update", "delete", "merge" -> marks.is(index, TokenKind.WORD);
            default -> marks.is(index, TokenKind.LEFT_PAREN);
        };
    }

    /** A comma stands between the names of SEARCH and CYCLE, too. */
    private boolean startsDefinition(int comma) {
        return marks.is(comma, TokenKind.COMMA)
                && (marks.isWord(comma + 2, "as") || marks.is(comma + 2, TokenKind.LEFT_PAREN));
    }

    /** What an expression in WITH RECURSIVE gives, before it is known what its names see. */
    private CommonTable declare(Definition definition, int to) {
        int first = definition.open() + 1;
        while (marks.is(first, TokenKind.LEFT_PAREN)) {
            first++;
        }
        boolean query = marks.isWord(first, "select") || marks.isWord(first, "values");
        if (!query || definition.extended()) {
            return table(definition, null, to);
        }
        Marks names = new Marks(marks.tokens());
        Scanner.query(names, definition.open() + 1, marks.partner(definition.open()));
        List<OutputColumn> columns = OutputColumns.of(names, first, to, null);
        boolean star = columns.stream().anyMatch(column -> column.name().equals("*"));
        return table(definition, star ? null : columns, to);
    }

    private CommonTable define(Definition definition, int to, Surroundings surroundings) {
        int close = marks.partner(definition.open());
        List<OutputColumn> columns = statement(definition.open() + 1, close, surroundings);
        return table(definition, definition.extended() ? null : columns, to);
    }

    private CommonTable table(Definition definition, @Nullable List<OutputColumn> columns, int to) {
        Name name = Name.of(marks.token(definition.name()));
        marks.commonTables.add(name.value());
        List<Name> names =
                FromEntry.behind(marks, definition.name(), definition.open()).columns();
        return new CommonTable(name, names, columns);
    }

    private List<OutputColumn> body(int from, int to, Surroundings surroundings) {
        return switch (marks.token(from).value()) {
            case "insert" -> new InsertWalk(marks, to, surroundings).walk(from);
            case "update" -> new UpdateWalk(marks, to, surroundings).update(from);
            case "delete" -> new UpdateWalk(marks, to, surroundings).delete(from);
            case "merge" -> new MergeWalk(marks, to, surroundings).walk(from);
            default -> pieces.query(from, to, surroundings).output();
        };
    }
}
