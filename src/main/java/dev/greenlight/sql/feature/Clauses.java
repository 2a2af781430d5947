package dev.greenlight.sql.feature;

import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Goes through a statement and knows in which clause of which query it is: for forms that are told by their place, such
 * as a query in FROM that has no name.
 */
final class Clauses {
    private static final Set<String> BEGIN_QUERY = Set.of("select", "values", "with", "table");
    private static final Set<String> ENDS = Set.of(
            "where",
            "group",
            "having",
            "window",
            "union",
            "intersect",
            "except",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "on",
            "set",
            "into",
            "do");
    private static final Set<String> BEHIND_QUERY =
            Set.of("union", "intersect", "except", "order", "limit", "offset", "fetch", "for");
    private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "lateral", "using");

    private enum Clause {
        OTHER,
        TARGETS,
        FROM
    }

    /** A query or another pair of parentheses. */
    private static final class Frame {
        private Clause clause;
        private boolean query;
        /** Where the output column begins that is being read. */
        private int column;

        private Frame(Clause clause) {
            this.clause = clause;
        }
    }

    private final Row row;
    private final Search search;
    /** For each opening parenthesis where it closes. */
    private final int[] closing;

    private final Deque<Frame> frames = new ArrayDeque<>();

    Clauses(Row row, Search search) {
        this.row = row;
        this.search = search;
        this.closing = row.closings();
        frames.push(new Frame(Clause.OTHER));
    }

    void find() {
        for (int i = 0; i < row.size(); i++) {
            Token token = row.at(i);
            switch (token.kind()) {
                case LEFT_PAREN, LEFT_BRACKET -> open(i);
                case RIGHT_PAREN, RIGHT_BRACKET -> close(i);
                case COMMA -> end(i);
                case SEMICOLON -> begin(i, Clause.OTHER);
                case WORD -> word(i);
                default -> {}
            }
        }
        end(row.size());
    }

    private Frame frame() {
        return frames.getFirst();
    }

    private void open(int i) {
        boolean table = frame().clause == Clause.FROM && isTable(i);
        if (!table) {
            frames.push(new Frame(Clause.OTHER));
        } else if (isQuery(i)) {
            nameless(i);
            frames.push(new Frame(Clause.OTHER));
        } else {
            frames.push(new Frame(Clause.FROM));
        }
    }

    private boolean isTable(int open) {
        return row.isAt(open - 1, TokenKind.COMMA)
                || row.isAt(open - 1, TokenKind.LEFT_PAREN)
                || row.isAnyWordAt(open - 1, BEFORE_TABLE);
    }

    /** Whether a query stands in these parentheses, and not a join. */
    private boolean isQuery(int open) {
        int inner = open + 1;
        while (row.isAt(inner, TokenKind.LEFT_PAREN)) {
            int behind = closing[inner] + 1;
            boolean goesOn = row.isAt(behind, TokenKind.RIGHT_PAREN) || row.isAnyWordAt(behind, BEHIND_QUERY);
            if (!goesOn) {
                return false;
            }
            inner++;
        }
        return row.isAnyWordAt(inner, BEGIN_QUERY);
    }

    /** A query in FROM may go without a name since PostgreSQL 16 (its release notes). */
    private void nameless(int open) {
        int close = closing[open];
        Token behind = row.at(close + 1);
        boolean named = behind.is(TokenKind.QUOTED_IDENTIFIER)
                || behind.is(TokenKind.PLACEHOLDER)
                || behind.isWord("as")
                || behind.is(TokenKind.WORD) && Keywords.mayNameColumn(behind.value());
        if (!named) {
            search.add(16, "a query in FROM without an alias", row.span(open, close));
        }
    }

    private void close(int i) {
        end(i);
        if (frames.size() > 1) {
            frames.pop();
        }
    }

    /** A comma, or the end of a clause or query. */
    private void end(int i) {
        if (frame().clause == Clause.TARGETS && i - 1 > frame().column) {
            Labels.find(row, i - 1, search);
        }
        frame().column = i + 1;
    }

    private void word(int i) {
        String word = row.at(i).value();
        boolean label = frame().clause != Clause.OTHER && row.isWordAt(i - 1, "as");
        if (label || row.isAt(i - 1, TokenKind.DOT)) {
            return;
        }
        switch (word) {
            case "select", "returning" -> begin(i, Clause.TARGETS);
            case "delete", "update", "merge" -> begin(i, Clause.OTHER);
            case "from" -> from(i);
            case "using" -> using(i);
            default -> {
                if (ENDS.contains(word) && !isJoinCondition(i)) {
                    end(i);
                    frame().clause = Clause.OTHER;
                }
            }
        }
    }

    private void begin(int i, Clause clause) {
        end(i);
        frame().query = true;
        frame().clause = clause;
    }

    /** Tables go on behind the condition of a join. */
    private boolean isJoinCondition(int i) {
        return row.isWordAt(i, "on") && frame().clause == Clause.FROM;
    }

    private void from(int i) {
        if (frame().query && !row.isWordAt(i - 1, "distinct")) {
            end(i);
            frame().clause = Clause.FROM;
        }
    }

    /** In DELETE and MERGE; in a join it has names in its parentheses. */
    private void using(int i) {
        if (frame().query && frame().clause == Clause.OTHER || row.isWordAt(i - 2, "from")) {
            frame().clause = Clause.FROM;
        }
    }
}
