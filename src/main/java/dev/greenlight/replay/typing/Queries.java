package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.replay.typing.Scope.Source;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says the columns of queries: SELECT, VALUES, TABLE, set operations, WITH, and what RETURNING gives (manual 7, 6.4). */
final class Queries {
    private final Rules rules;

    Queries(Rules rules) {
        this.rules = rules;
    }

    /** Whether what is in parentheses is a query and not an expression. */
    static boolean isQuery(List<Token> inside) {
        TermTokens tokens = new TermTokens(inside);
        if (tokens.isWord("select") || tokens.isWord("with") || tokens.isWord("values") || tokens.isWord("table")) {
            return true;
        }
        if (!tokens.is(TokenKind.LEFT_PAREN) || !isQuery(tokens.enclosed())) {
            return false;
        }
        return tokens.atEnd()
                || tokens.isWord("union")
                || tokens.isWord("intersect")
                || tokens.isWord("except")
                || tokens.isWord("order")
                || tokens.isWord("limit");
    }

    /** The columns as they are seen from outside; null where they are not known. */
    @Nullable
    List<Column> settled(List<Token> tokens, Scope around) {
        @Nullable List<Column> columns = columns(tokens, around);
        return columns == null ? null : Column.settled(columns);
    }

    /** As {@link #settled}, where a constant may still become of any type. */
    @Nullable
    List<Column> columns(List<Token> query, Scope around) {
        TermTokens tokens = new TermTokens(query);
        if (!tokens.skipWords("with")) {
            return operations(query, around);
        }
        Scope scope = new CommonTables(rules, tokens).read(around);
        return operations(tokens.rest(), scope);
    }

    private @Nullable List<Column> operations(List<Token> tokens, Scope scope) {
        Clauses operations = Clauses.ofSetOperations(tokens);
        if (operations.count() == 0) {
            return operand(tokens, scope);
        }
        Span span = Token.span(tokens);
        @Nullable List<Column> result = operand(operations.first(), scope);
        for (int i = 0; i < operations.count(); ) {
            boolean last = !operations.word(i).equals("intersect");
            @Nullable List<Column> right = operand(operations.query(i), scope);
            i++;
            while (last && i < operations.count() && operations.word(i).equals("intersect")) {
                right = merged(right, operand(operations.query(i++), scope), span);
            }
            result = merged(result, right, span);
        }
        return result;
    }

    /** The columns of a set operation: the names of the first, the types that both become (manual 10.5). */
    private @Nullable List<Column> merged(@Nullable List<Column> left, @Nullable List<Column> right, Span span) {
        if (left == null || right == null || left.size() != right.size()) {
            return null;
        }
        List<Column> merged = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            DataType type =
                    rules.common(List.of(left.get(i).type(), right.get(i).type()), span);
            merged.add(left.get(i).withType(type));
        }
        return merged;
    }

    private @Nullable List<Column> operand(List<Token> tokens, Scope scope) {
        TermTokens rest = new TermTokens(tokens);
        if (rest.is(TokenKind.LEFT_PAREN)) {
            return columns(rest.enclosed(), scope);
        }
        if (rest.skipWords("values")) {
            return values(rest, scope);
        }
        if (rest.skipWords("table")) {
            rest.skipWords("only");
            Source source = new FromItems(rules, rest, scope, Source.NOTHING).relation(new Names(rest).qualified());
            return source.known() ? source.columns() : null;
        }
        if (rest.skipWords("select")) {
            return select(rest.rest(), scope);
        }
        return new Modifications(rules, rest, scope).read();
    }

    private @Nullable List<Column> values(TermTokens rest, Scope scope) {
        int start = rest.position();
        List<List<DataType>> rows = new ArrayList<>();
        do {
            @Nullable List<Column> row = new Outputs(rules, scope).read(rest.enclosed());
            if (row == null) {
                return null;
            }
            rows.add(row.stream().map(Column::type).toList());
        } while (rest.skip(TokenKind.COMMA));
        List<Column> columns = new ArrayList<>();
        int width = rows.getFirst().size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            return null;
        }
        for (int i = 0; i < width; i++) {
            int place = i;
            List<DataType> all = rows.stream().map(row -> row.get(place)).toList();
            DataType type = rows.size() == 1 ? all.getFirst() : rules.common(all, rest.since(start));
            columns.add(new Column("column" + (i + 1), type));
        }
        return columns;
    }

    private @Nullable List<Column> select(List<Token> tokens, Scope around) {
        TermTokens rest = new TermTokens(tokens);
        boolean distinct = rest.skipWords("distinct");
        if (distinct && rest.skipWords("on")) {
            rest.enclosed();
        } else if (!distinct) {
            rest.skipWords("all");
        }
        Clauses clauses = Clauses.of(rest.rest());
        Scope scope = around.inner(FromItems.read(rules, clauses.behind("from"), around));
        Grouping grouping = new Grouping();
        @Nullable List<Column> columns = new Outputs(rules, scope.with(grouping)).read(clauses.first());
        condition(clauses.behind("where"), scope);
        condition(clauses.behind("having"), scope.with(grouping));
        grouping.settle(clauses, rules, scope);
        return columns;
    }

    /** Read for what is wrong in it. */
    void condition(List<Token> tokens, Scope scope) {
        if (!tokens.isEmpty()) {
            DataType type = Expressions.whole(tokens, rules, scope).type();
            rules.requireBoolean(type, Token.span(tokens));
        }
    }
}
