package dev.greenlight.replay.answer;

import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a query. What is not reckoned, such as UNION and GROUP BY, is not read. */
final class SelectReader {
    /** What may stand behind a table without being its alias. */
    private static final Set<String> NO_ALIAS = Set.of(
            "cross",
            "except",
            "fetch",
            "for",
            "full",
            "group",
            "having",
            "inner",
            "intersect",
            "into",
            "join",
            "left",
            "limit",
            "natural",
            "offset",
            "on",
            "order",
            "right",
            "tablesample",
            "union",
            "using",
            "where",
            "window");

    private final TermReader terms;
    private final TermTokens tokens;

    SelectReader(TermReader terms) {
        this.terms = terms;
        this.tokens = terms.tokens();
    }

    Select select() {
        tokens.expectWord("select");
        return body();
    }

    /** The query that all tokens are, in parentheses or not. */
    Select whole() {
        boolean wrapped = tokens.skip(TokenKind.LEFT_PAREN);
        Select select = wrapped ? whole() : select();
        if (wrapped) {
            tokens.expect(TokenKind.RIGHT_PAREN);
        }
        return select;
    }

    /** What stands behind SELECT. */
    Select body() {
        tokens.enter();
        boolean distinct = tokens.skipWords("distinct");
        if (distinct && tokens.isWord("on")) {
            throw tokens.unread();
        }
        if (!distinct) {
            tokens.skipWords("all");
        }
        List<Select.Output> outputs = endsOutputs() ? List.of() : outputs();
        List<Select.FromTree> from = tokens.skipWords("from") ? from() : List.of();
        @Nullable Term where = tokens.skipWords("where") ? terms.term() : null;
        List<Term.Order> order = CallReader.order(terms);
        @Nullable Term limit = tokens.skipWords("limit") ? terms.term() : null;
        requireEnd();
        tokens.leave();
        return new Select(distinct, outputs, from, where, order, limit);
    }

    /** {@code SELECT FROM} has no columns. */
    private boolean endsOutputs() {
        return tokens.atEnd() || tokens.isWord("from") || tokens.isWord("where") || tokens.is(TokenKind.RIGHT_PAREN);
    }

    private void requireEnd() {
        if (!tokens.atEnd() && !tokens.is(TokenKind.RIGHT_PAREN)) {
            throw tokens.unread();
        }
    }

    private List<Select.Output> outputs() {
        List<Select.Output> outputs = new ArrayList<>();
        do {
            outputs.add(output());
        } while (tokens.skip(TokenKind.COMMA));
        return outputs;
    }

    private Select.Output output() {
        if (tokens.isOperator("*")) {
            tokens.take();
            return new Select.Output.Star(null);
        }
        if (tokens.atName() && tokens.is(1, TokenKind.DOT) && tokens.is(2, TokenKind.OPERATOR)) {
            String table = tokens.name();
            tokens.move(2);
            return new Select.Output.Star(table);
        }
        Term term = terms.term();
        boolean as = tokens.skipWords("as");
        boolean named = as || tokens.is(TokenKind.QUOTED_IDENTIFIER) || isBareLabel();
        return new Select.Output.Column(term, named ? tokens.name() : nameOf(term));
    }

    private boolean isBareLabel() {
        Token token = tokens.peek(0);
        return token != null
                && token.is(TokenKind.WORD)
                && Keywords.mayNameColumn(token.value())
                && !NO_ALIAS.contains(token.value());
    }

    /** The name that PostgreSQL gives to a column without one (manual 7.3.2). */
    private static String nameOf(Term term) {
        return switch (term) {
            case Term.Name name -> name.parts().getLast();
            case Term.Call call -> call.name().getLast();
            case Term.Cast cast -> castName(cast);
            case Term.Subscript subscript -> nameOf(subscript.array());
            case Term.Exists exists -> "exists";
            case Term.Case choice -> choice.otherwise() == null ? "case" : caseName(nameOf(choice.otherwise()));
            case Term.ArrayOf array -> "array";
            case Term.ArrayOfRows rows -> "array";
            case Term.Scalar scalar -> scalarName(scalar.select());
            case Term.Constant constant -> "?column?";
            case Term.Prefix prefix -> "?column?";
            case Term.Infix infix -> "?column?";
            case Term.Is is -> "?column?";
            case Term.Distinct distinct -> "?column?";
            case Term.Quantified quantified -> "?column?";
            case Term.Between between -> "?column?";
            case Term.Like like -> "?column?";
        };
    }

    private static String castName(Term.Cast cast) {
        String name = nameOf(cast.operand());
        return name.equals("?column?") ? cast.type().name().name() : name;
    }

    private static String caseName(String name) {
        return name.equals("?column?") ? "case" : name;
    }

    private static String scalarName(Select select) {
        return !select.outputs().isEmpty() && select.outputs().getFirst() instanceof Select.Output.Column column
                ? column.name()
                : "?column?";
    }

    private List<Select.FromTree> from() {
        List<Select.FromTree> items = new ArrayList<>();
        do {
            items.add(joined());
        } while (tokens.skip(TokenKind.COMMA));
        return items;
    }

    private Select.FromTree joined() {
        Select.FromTree item = item();
        while (true) {
            boolean outer = tokens.isWord("left");
            if (outer) {
                tokens.take();
                tokens.skipWords("outer");
                tokens.expectWord("join");
                item = condition(item, item(), true);
            } else if (tokens.skipWords("cross", "join")) {
                item = new Select.FromTree.Joined(item, item(), false, null, List.of());
            } else if (tokens.skipWords("inner", "join") || tokens.skipWords("join")) {
                item = condition(item, item(), false);
            } else {
                return item;
            }
        }
    }

    private Select.FromTree condition(Select.FromTree left, Select.FromTree right, boolean outer) {
        if (tokens.skipWords("on")) {
            return new Select.FromTree.Joined(left, right, outer, terms.term(), List.of());
        }
        tokens.expectWord("using");
        tokens.expect(TokenKind.LEFT_PAREN);
        List<String> using = names();
        return new Select.FromTree.Joined(left, right, outer, null, using);
    }

    /** A list of names and the parenthesis behind it. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        do {
            names.add(tokens.name());
        } while (tokens.skip(TokenKind.COMMA));
        tokens.expect(TokenKind.RIGHT_PAREN);
        return names;
    }

    private Select.FromTree item() {
        tokens.skipWords("lateral");
        if (tokens.skip(TokenKind.LEFT_PAREN)) {
            return inParentheses();
        }
        tokens.skipWords("only");
        int start = tokens.position();
        List<String> name = new ArrayList<>(List.of(tokens.name()));
        while (tokens.skip(TokenKind.DOT)) {
            name.add(tokens.name());
        }
        if (tokens.is(TokenKind.LEFT_PAREN)) {
            return function(name, start);
        }
        String alias = alias(name.getLast());
        return new Select.FromTree.Relation(name, alias);
    }

    private Select.FromTree inParentheses() {
        if (!tokens.isWord("select")) {
            Select.FromTree tree = joined();
            tokens.expect(TokenKind.RIGHT_PAREN);
            return tree;
        }
        Select select = select();
        tokens.expect(TokenKind.RIGHT_PAREN);
        return new Select.FromTree.Derived(select, alias(""));
    }

    private Select.FromTree function(List<String> name, int start) {
        if (!(new CallReader(tokens, terms).call(name, start) instanceof Term.Call call) || tokens.isWord("with")) {
            throw tokens.unread();
        }
        String alias = tokens.isWord("as") || isBareLabel() ? aliasName() : name.getLast();
        List<String> columns = tokens.skip(TokenKind.LEFT_PAREN) ? names() : List.of(alias);
        return new Select.FromTree.Function(call, alias, columns);
    }

    private String aliasName() {
        tokens.skipWords("as");
        return tokens.name();
    }

    private String alias(String otherwise) {
        String alias = tokens.isWord("as") || tokens.is(TokenKind.QUOTED_IDENTIFIER) || isBareLabel()
                ? aliasName()
                : otherwise;
        if (tokens.is(TokenKind.LEFT_PAREN)) {
            throw tokens.unread();
        }
        return alias;
    }
}
