package dev.greenlight.replay.typing;

import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.answer.TermTokens;
import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what stands between operators, with the fields, subscripts and casts behind it (manual 4.2). */
final class Operands {
    /** Words that stand for a value by themselves (manual 9.9.5, 9.27.1). */
    static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("current_catalog", "name"),
            Map.entry("current_date", "date"),
            Map.entry("current_role", "name"),
            Map.entry("current_schema", "name"),
            Map.entry("current_time", "timetz"),
            Map.entry("current_timestamp", "timestamptz"),
            Map.entry("current_user", "name"),
            Map.entry("localtime", "time"),
            Map.entry("localtimestamp", "timestamp"),
            Map.entry("session_user", "name"),
            Map.entry("system_user", "text"),
            Map.entry("user", "name"));

    private static final Map<String, String> SYSTEM_COLUMNS =
            Map.of("ctid", "tid", "xmin", "xid", "xmax", "xid", "cmin", "cid", "cmax", "cid", "tableoid", "oid");
    /** Types whose names go on behind the first word, before the constant. */
    private static final Set<String> LONG_TYPES =
            Set.of("timestamp", "time", "interval", "double", "character", "bit", "national");

    private static final Set<String> INTERVAL_FIELDS = Set.of("year", "month", "day", "hour", "minute", "second", "to");

    private final Rules rules;
    private final TermTokens tokens;
    private final Scope scope;
    private final Expressions expressions;

    Operands(Rules rules, TermTokens tokens, Scope scope, Expressions expressions) {
        this.rules = rules;
        this.tokens = tokens;
        this.scope = scope;
        this.expressions = expressions;
    }

    Typed operand() {
        int start = tokens.position();
        boolean selects = tokens.is(TokenKind.LEFT_PAREN) || tokens.is(TokenKind.PARAMETER);
        Typed typed = primary();
        while (true) {
            if (tokens.skip(TokenKind.TYPECAST)) {
                typed = cast(typed, start);
            } else if (tokens.is(TokenKind.LEFT_BRACKET)) {
                typed = typed.as(subscript(typed.type(), tokens.enclosed()));
            } else if (tokens.is(TokenKind.DOT) && selects && !isStar()) {
                tokens.take();
                typed = field(typed.type(), tokens.name());
            } else {
                return typed;
            }
        }
    }

    private boolean isStar() {
        Token token = tokens.peek(1);
        return token != null && token.is(TokenKind.OPERATOR);
    }

    private Typed field(DataType row, String name) {
        @Nullable List<Column> columns = rules.types().columns(row);
        return Typed.named(columns == null ? DataType.UNKNOWN : Column.type(columns, name), name);
    }

    private Typed cast(Typed operand, int start) {
        TypeName written = new Names(tokens).type();
        String name = written.name().name();
        DataType type = rules.knowledge().type(written);
        rules.requireCast(operand.type(), type, tokens.since(start));
        return operand.strong() ? operand.as(type) : new Typed(type, name, false);
    }

    /** Of an array an element or, with a colon, an array again (manual 8.15.3); of jsonb a part (8.14.5). */
    private DataType subscript(DataType container, List<Token> index) {
        DataType base = rules.types().base(container);
        if (base.is("jsonb")) {
            return base;
        }
        DataType whole = container.withoutModifiers().equals(base) ? container : base;
        if (isSlice(index)) {
            return base.array() ? whole : DataType.UNKNOWN;
        }
        if (!tokens.is(TokenKind.LEFT_BRACKET)) {
            @Nullable DataType element = rules.types().element(whole.array() ? whole.withoutModifiers() : whole);
            return element == null
                    ? DataType.UNKNOWN
                    : new DataType(element.name(), whole.modifiers(), element.array());
        }
        return base.array() ? whole : DataType.UNKNOWN;
    }

    private static boolean isSlice(List<Token> index) {
        return !Parts.places(index, token -> token.is(TokenKind.COLON)).isEmpty();
    }

    private Typed primary() {
        Token token = tokens.peek(0);
        if (token == null) {
            throw tokens.unread();
        }
        return switch (token.kind()) {
            case STRING, DOLLAR_STRING -> taken(Types.LITERAL);
            case BIT_STRING -> taken(DataType.builtIn("bit"));
            case INTEGER, NUMERIC -> Typed.of(Numbers.type(tokens.take(), false));
            case PARAMETER -> taken(parameter(token.value()));
            case LEFT_PAREN -> parentheses(tokens.enclosed());
            case WORD -> word(token.value());
            case QUOTED_IDENTIFIER -> named();
            default -> throw tokens.unread();
        };
    }

    /** A number behind a minus, which is a constant too. */
    Typed negative() {
        return Typed.of(Numbers.type(tokens.take(), true));
    }

    private DataType parameter(String number) {
        return rules.knowledge().variables().getOrDefault(number, DataType.UNKNOWN);
    }

    private Typed taken(DataType type) {
        tokens.take();
        return Typed.of(type);
    }

    private Typed parentheses(List<Token> inside) {
        if (Queries.isQuery(inside)) {
            return scalar(inside);
        }
        List<Typed> list = Expressions.wholeList(inside, rules, scope);
        return list.size() == 1 ? list.getFirst() : Typed.named(Types.RECORD, "row");
    }

    private Typed scalar(List<Token> query) {
        @Nullable List<Column> columns = new Queries(rules).settled(query, scope);
        if (columns == null || columns.size() != 1) {
            return Typed.of(DataType.UNKNOWN);
        }
        return Typed.named(columns.getFirst().type(), columns.getFirst().name());
    }

    private Typed word(String word) {
        boolean parenthesis = tokens.is(1, TokenKind.LEFT_PAREN);
        return switch (word) {
            case "null" -> taken(Types.LITERAL);
            case "true", "false" -> truth();
            case "case" -> new Branches(rules, tokens, expressions).choice();
            case "array" -> array();
            case "exists" -> parenthesis ? exists() : named();
            case "row" -> parenthesis ? row() : named();
            case "default" -> taken(DataType.UNKNOWN);
            default ->
                VALUES.containsKey(word) && !(word.equals("current_schema") && parenthesis) ? value(word) : named();
        };
    }

    private Typed truth() {
        tokens.take();
        return rules.knowledge().version().isAtLeast(15)
                ? Typed.of(Types.BOOLEAN)
                : new Typed(Types.BOOLEAN, "bool", false);
    }

    private Typed value(String word) {
        tokens.take();
        String type = VALUES.get(word);
        List<String> precision = new ArrayList<>();
        if (tokens.is(TokenKind.LEFT_PAREN)) {
            tokens.enclosed().forEach(token -> precision.add(token.value()));
        }
        return Typed.named(DataType.builtIn(type, precision.toArray(String[]::new)), word);
    }

    private Typed exists() {
        tokens.take();
        new Queries(rules).settled(tokens.enclosed(), scope);
        return Typed.named(Types.BOOLEAN, "exists");
    }

    private Typed row() {
        tokens.take();
        tokens.enclosed();
        return Typed.named(Types.RECORD, "row");
    }

    /** {@code ARRAY[…]} and {@code ARRAY(query)} (manual 4.2.12). */
    private Typed array() {
        tokens.take();
        if (tokens.is(TokenKind.LEFT_PAREN)) {
            DataType element = scalar(tokens.enclosed()).type();
            return Typed.named(arrayOf(element), "array");
        }
        return Typed.named(elements(tokens.enclosed()), "array");
    }

    private DataType elements(List<Token> inside) {
        if (inside.isEmpty()) {
            return DataType.UNKNOWN;
        }
        TermTokens rest = new TermTokens(inside);
        Expressions elements = new Expressions(rules, rest, scope);
        List<DataType> types = new ArrayList<>();
        do {
            types.add(
                    rest.is(TokenKind.LEFT_BRACKET)
                            ? elements(rest.enclosed())
                            : elements.expression().type());
        } while (rest.skip(TokenKind.COMMA));
        if (!rest.atEnd()) {
            throw rest.unread();
        }
        return arrayOf(rules.common(types, Token.span(inside)));
    }

    private DataType arrayOf(DataType element) {
        boolean made = element.isKnown() && (element.array() || rules.types().element(element) == null);
        return made ? element.asArray() : DataType.UNKNOWN;
    }

    /** A name, a call, or a constant with its type in front of it. */
    private Typed named() {
        Token first = tokens.peek(0);
        if (first == null) {
            throw tokens.unread();
        }
        boolean word = first.is(TokenKind.WORD);
        if (word && isTyped(first)) {
            return typedConstant();
        }
        if (tokens.isWord("collation", "for")) {
            tokens.move(2);
            tokens.enclosed();
            return Typed.named(Types.TEXT, "pg_collation_for");
        }
        if (word && !mayBegin(first.value())) {
            throw TermTokens.unread(first);
        }
        int start = tokens.position();
        List<String> parts = new ArrayList<>(List.of(tokens.name()));
        while (tokens.is(TokenKind.DOT) && !isStar()) {
            tokens.take();
            parts.add(tokens.name());
        }
        if (tokens.is(TokenKind.STRING)) {
            tokens.move(start - tokens.position());
            return typedConstant();
        }
        if (tokens.is(TokenKind.LEFT_PAREN)) {
            return new Calls(rules, tokens, scope).call(parts, word && parts.size() == 1, start);
        }
        if (tokens.is(TokenKind.DOT)) {
            tokens.move(2);
            Scope.Item item = scope.item(parts);
            if (item != null) {
                scope.useRow(item, tokens.since(start));
            }
            return Typed.named(item == null ? DataType.UNKNOWN : item.row(), parts.getLast());
        }
        scope.use(parts, tokens.since(start));
        return Typed.named(column(parts), parts.getLast());
    }

    private boolean isTyped(Token first) {
        if (tokens.is(1, TokenKind.STRING)) {
            return true;
        }
        if (!LONG_TYPES.contains(first.value())) {
            return false;
        }
        return TypeName.startOf(tokens.rest())
                .map(TypeName::span)
                .flatMap(span -> tokens.rest().stream()
                        .filter(token -> token.start() >= span.end())
                        .findFirst())
                .filter(token -> token.is(TokenKind.STRING))
                .isPresent();
    }

    private Typed typedConstant() {
        Typed typed = cast(Typed.of(Types.LITERAL), tokens.position());
        tokens.expect(TokenKind.STRING);
        if (!typed.type().is("interval") || !tokens.isAnyWord(INTERVAL_FIELDS)) {
            return typed;
        }
        List<String> fields = new ArrayList<>();
        while (tokens.isAnyWord(INTERVAL_FIELDS)) {
            fields.add(tokens.take().value());
        }
        return tokens.is(TokenKind.LEFT_PAREN)
                ? typed.as(DataType.UNKNOWN)
                : typed.as(DataType.builtIn("interval", String.join(" ", fields)));
    }

    /** {@code left} and {@code right} are functions too. */
    private boolean mayBegin(String word) {
        return Keywords.mayNameColumn(word)
                || tokens.is(1, TokenKind.LEFT_PAREN) && Keywords.mayNameRole(word)
                || word.equals("cast") && tokens.is(1, TokenKind.LEFT_PAREN);
    }

    private DataType column(List<String> parts) {
        String name = parts.getLast();
        DataType type =
                parts.size() == 1 ? scope.bare(name) : scope.qualified(parts.subList(0, parts.size() - 1), name);
        boolean system = !type.isKnown()
                && SYSTEM_COLUMNS.containsKey(name)
                && !rules.knowledge().mayBeVariable();
        return system && scope.isTable(parts) ? DataType.builtIn(SYSTEM_COLUMNS.get(name)) : type;
    }
}
