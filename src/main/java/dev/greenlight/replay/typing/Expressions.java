package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions and says their types at once, from the inside out as PostgreSQL does. An operator is taken where it
 * binds at least as much as asked for (manual 4.1.6).
 */
final class Expressions {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int IS = 4;
    private static final int COMPARISON = 5;
    private static final int MEMBER = 6;
    private static final int OTHER = 7;
    private static final int SUM = 8;
    private static final int PRODUCT = 9;
    private static final int POWER = 10;
    private static final int AT = 11;
    private static final int COLLATE = 12;
    private static final int SIGN = 13;

    private static final Map<String, Integer> SYMBOLS = Map.ofEntries(
            Map.entry("<", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry("=", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("<>", COMPARISON),
            Map.entry("!=", COMPARISON),
            Map.entry("+", SUM),
            Map.entry("-", SUM),
            Map.entry("*", PRODUCT),
            Map.entry("/", PRODUCT),
            Map.entry("%", PRODUCT),
            Map.entry("^", POWER));
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("or", OR),
            Map.entry("and", AND),
            Map.entry("is", IS),
            Map.entry("isnull", IS),
            Map.entry("notnull", IS),
            Map.entry("between", MEMBER),
            Map.entry("in", MEMBER),
            Map.entry("like", MEMBER),
            Map.entry("ilike", MEMBER),
            Map.entry("similar", MEMBER),
            Map.entry("overlaps", MEMBER),
            Map.entry("operator", OTHER),
            Map.entry("at", AT),
            Map.entry("collate", COLLATE));
    private static final Set<String> NEGATED = Set.of("between", "in", "like", "ilike", "similar");

    private final Rules rules;
    private final TermTokens tokens;
    private final Scope scope;
    private final Operands operands;

    Expressions(Rules rules, TermTokens tokens, Scope scope) {
        this.rules = rules;
        this.tokens = tokens;
        this.scope = scope;
        this.operands = new Operands(rules, tokens, scope, this);
    }

    static Typed whole(List<Token> tokens, Rules rules, Scope scope) {
        TermTokens rest = new TermTokens(tokens);
        Typed typed = new Expressions(rules, rest, scope).expression();
        if (!rest.atEnd()) {
            throw rest.unread();
        }
        return typed;
    }

    /** Those that commas part. */
    static List<Typed> wholeList(List<Token> tokens, Rules rules, Scope scope) {
        TermTokens rest = new TermTokens(tokens);
        List<Typed> list = new Expressions(rules, rest, scope).list();
        if (!rest.atEnd()) {
            throw rest.unread();
        }
        return list;
    }

    Typed expression() {
        return expression(OR);
    }

    private List<Typed> list() {
        List<Typed> list = new ArrayList<>();
        do {
            list.add(expression());
        } while (tokens.skip(TokenKind.COMMA));
        return list;
    }

    private Typed expression(int least) {
        tokens.enter();
        int start = tokens.position();
        Typed left = prefixed();
        for (int binding = binding(); binding >= least; binding = binding()) {
            left = infix(left, binding, start);
        }
        tokens.leave();
        return left;
    }

    private Typed prefixed() {
        int start = tokens.position();
        if (tokens.skipWords("not")) {
            Typed operand = expression(NOT);
            rules.requireBoolean(operand.type(), tokens.since(start));
            return Typed.of(Types.BOOLEAN);
        }
        Token token = tokens.peek(0);
        if (token == null || !token.is(TokenKind.OPERATOR)) {
            return operands.operand();
        }
        tokens.take();
        boolean sign = token.value().equals("-") || token.value().equals("+");
        Token number = tokens.peek(0);
        if (token.value().equals("-")
                && number != null
                && number.is(TokenKind.INTEGER)
                && !tokens.is(1, TokenKind.TYPECAST)) {
            return operands.negative();
        }
        Typed operand = expression(sign ? SIGN : OTHER);
        return Typed.of(result(token.value(), List.of(operand.type()), tokens.since(start)));
    }

    /** How much the operator here binds; 0 where there is none. */
    private int binding() {
        Token token = tokens.peek(0);
        if (token == null) {
            return 0;
        }
        if (token.is(TokenKind.OPERATOR)) {
            return SYMBOLS.getOrDefault(token.value(), OTHER);
        }
        if (!token.is(TokenKind.WORD)) {
            return 0;
        }
        if (token.value().equals("not")) {
            Token next = tokens.peek(1);
            return next != null && next.is(TokenKind.WORD) && NEGATED.contains(next.value()) ? MEMBER : 0;
        }
        if (token.value().equals("operator") && !tokens.is(1, TokenKind.LEFT_PAREN)
                || token.value().equals("at") && !isAtZone()) {
            return 0;
        }
        return WORDS.getOrDefault(token.value(), 0);
    }

    private boolean isAtZone() {
        return tokens.isWord("at", "time", "zone") || tokens.isWord("at", "local");
    }

    private Typed infix(Typed left, int binding, int start) {
        return switch (binding) {
            case OR, AND -> {
                Span span = tokens.since(start);
                rules.requireBoolean(left.type(), span);
                tokens.take();
                int behind = tokens.position();
                Typed right = expression(binding + 1);
                rules.requireBoolean(right.type(), tokens.since(behind));
                yield Typed.of(Types.BOOLEAN);
            }
            case IS -> test(left, start);
            case MEMBER -> member(left, start);
            case AT -> atZone(left, start);
            case COLLATE -> {
                tokens.take();
                new Names(tokens).qualified();
                yield Types.isLiteral(left.type()) ? left.as(Types.TEXT) : left;
            }
            default -> symbol(left, binding, start);
        };
    }

    private Typed symbol(Typed left, int binding, int start) {
        boolean word = tokens.is(TokenKind.WORD);
        String operator = tokens.take().value();
        if (word) {
            operator = qualifiedOperator();
        }
        if (isQuantifier()) {
            return quantified(left.type(), operator, start);
        }
        Typed right = expression(binding + 1);
        return Typed.of(result(operator, List.of(left.type(), right.type()), tokens.since(start)));
    }

    /** {@code OPERATOR(schema.name)}; one that the server does not have itself is not looked for. */
    private String qualifiedOperator() {
        TermTokens inside = new TermTokens(tokens.enclosed());
        while (inside.is(1, TokenKind.DOT)) {
            inside.move(2);
        }
        return inside.take().value();
    }

    DataType result(String operator, List<DataType> types, Span span) {
        return rules.operator(operator, types, span).map(Choice.One::returns).orElse(DataType.UNKNOWN);
    }

    private boolean isQuantifier() {
        return (tokens.isWord("any") || tokens.isWord("some") || tokens.isWord("all"))
                && tokens.is(1, TokenKind.LEFT_PAREN);
    }

    private Typed quantified(DataType left, String operator, int start) {
        tokens.take();
        List<Token> inside = tokens.enclosed();
        @Nullable DataType element;
        if (Queries.isQuery(inside)) {
            element = single(inside);
        } else {
            DataType array = whole(inside, rules, scope).type();
            element = Types.isLiteral(array) ? array : rules.types().element(array);
        }
        if (element != null && element.isKnown()) {
            result(operator, List.of(left, element), tokens.since(start));
        }
        return Typed.of(Types.BOOLEAN);
    }

    private @Nullable DataType single(List<Token> query) {
        List<Column> columns = new Queries(rules).settled(query, scope);
        return columns != null && columns.size() == 1 ? columns.getFirst().type() : null;
    }

    private Typed test(Typed left, int start) {
        boolean is = tokens.take().isWord("is");
        if (!is) {
            return Typed.of(Types.BOOLEAN);
        }
        tokens.skipWords("not");
        if (tokens.skipWords("distinct", "from")) {
            Typed right = expression(COMPARISON);
            result("=", List.of(left.type(), right.type()), tokens.since(start));
            return Typed.of(Types.BOOLEAN);
        }
        String what = tokens.take().value();
        if (Set.of("true", "false", "unknown").contains(what)) {
            rules.requireBoolean(left.type(), tokens.since(start));
        }
        if (Set.of("nfc", "nfd", "nfkc", "nfkd").contains(what)) {
            tokens.expectWord("normalized");
        }
        if (what.equals("json")) {
            new Names(tokens).jsonKind();
        }
        return what.equals("normalized") || what.startsWith("nf")
                ? Typed.named(Types.BOOLEAN, "is_normalized")
                : Typed.of(Types.BOOLEAN);
    }

    private Typed member(Typed left, int start) {
        tokens.skipWords("not");
        switch (tokens.take().value()) {
            case "between" -> between(left.type(), start);
            case "in" -> in(left.type(), start);
            case "like" -> like(left.type(), "~~", start);
            case "ilike" -> like(left.type(), "~~*", start);
            case "similar" -> {
                tokens.expectWord("to");
                like(left.type(), "~", start);
            }
            default -> {
                expression(OTHER);
                return Typed.named(Types.BOOLEAN, "overlaps");
            }
        }
        return Typed.of(Types.BOOLEAN);
    }

    private void between(DataType left, int start) {
        if (!tokens.skipWords("symmetric")) {
            tokens.skipWords("asymmetric");
        }
        Typed low = expression(OTHER);
        tokens.expectWord("and");
        Typed high = expression(OTHER);
        result(">=", List.of(left, low.type()), tokens.since(start));
        result("<=", List.of(left, high.type()), tokens.since(start));
    }

    private void like(DataType left, String operator, int start) {
        if (isQuantifier()) {
            quantified(left, operator, start);
            return;
        }
        Typed pattern = expression(OTHER);
        if (tokens.skipWords("escape")) {
            expression(OTHER);
        } else {
            result(operator, List.of(left, pattern.type()), tokens.since(start));
        }
    }

    /** Several constants are brought to one type before they are compared (manual 10.5), which excuses each by itself. */
    private void in(DataType left, int start) {
        List<Token> inside = tokens.enclosed();
        if (Queries.isQuery(inside)) {
            @Nullable DataType element = single(inside);
            if (element != null && element.isKnown()) {
                result("=", List.of(left, element), tokens.since(start));
            }
            return;
        }
        wholeList(inside, rules, scope).stream()
                .map(Typed::type)
                .distinct()
                .forEach(item -> result("=", List.of(left, item), tokens.since(start)));
    }

    /** Manual 9.9.4. */
    private Typed atZone(Typed left, int start) {
        tokens.take();
        if (tokens.skipWords("local")) {
            return timezone(List.of(left.type()), start);
        }
        tokens.move(2);
        Typed zone = expression(AT + 1);
        return timezone(List.of(zone.type(), left.type()), start);
    }

    private Typed timezone(List<DataType> arguments, int start) {
        return Typed.named(Calls.builtIn("timezone", arguments, rules, tokens.since(start)), "timezone");
    }
}
