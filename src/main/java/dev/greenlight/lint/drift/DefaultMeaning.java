package dev.greenlight.lint.drift;

import dev.greenlight.catalog.Column;
import dev.greenlight.postgres.DataType;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a default is, as far as it can be told from its text: one value can be written in many ways, and of most
 * expressions it is not known what they give.
 *
 * @param value what has to be the same in one of the same kind
 */
record DefaultMeaning(Kind kind, String value) {
    private static final Set<String> NOW = Set.of(
            "now",
            "current_timestamp",
            "transaction_timestamp",
            "localtimestamp",
            "current_date",
            "current_time",
            "localtime");

    enum Kind {
        NOTHING,
        /** The next number of a sequence. */
        NUMBER,
        /** The moment in which the transaction began, or its date. */
        NOW,
        /** A function without arguments. */
        CALL,
        CONSTANT,
        UNKNOWN
    }

    static DefaultMeaning of(Column column) {
        if (column.identity() != null) {
            return new DefaultMeaning(Kind.NUMBER, "");
        }
        Column.Value value = column.defaultValue();
        return value == null ? new DefaultMeaning(Kind.NOTHING, "") : of(column.type(), value.text());
    }

    private static DefaultMeaning of(DataType type, String text) {
        List<Token> tokens = Lexer.tokenize(text, new Span(0, text.length())).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
        return of(type, withoutCast(tokens));
    }

    /** Without the parentheses and the casts around it. */
    private static List<Token> withoutCast(List<Token> tokens) {
        int depth = 0;
        int cast = -1;
        boolean enclosed = tokens.size() > 1 && tokens.getFirst().is(TokenKind.LEFT_PAREN);
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            depth += token.nesting();
            enclosed &= depth > 0 || at == tokens.size() - 1;
            cast = cast < 0 && depth == 0 && token.is(TokenKind.TYPECAST) ? at : cast;
            if (cast >= 0 && token.is(TokenKind.OPERATOR)) {
                return tokens;
            }
        }
        if (enclosed) {
            return withoutCast(tokens.subList(1, tokens.size() - 1));
        }
        return cast > 0 ? withoutCast(tokens.subList(0, cast)) : tokens;
    }

    private static DefaultMeaning of(DataType type, List<Token> tokens) {
        if (tokens.isEmpty()) {
            return new DefaultMeaning(Kind.UNKNOWN, "");
        }
        Token first = tokens.getFirst();
        if (first.isWord("nextval")) {
            return new DefaultMeaning(Kind.NUMBER, "");
        }
        if (first.is(TokenKind.WORD) && NOW.contains(first.value()) && isBare(tokens)) {
            return new DefaultMeaning(Kind.NOW, "");
        }
        if (first.isWord("array")) {
            return array(type, tokens);
        }
        return tokens.size() == 1 || first.is(TokenKind.OPERATOR) && tokens.size() == 2
                ? constant(type, tokens)
                : call(tokens);
    }

    /** Whether nothing but a precision or empty parentheses follow. */
    private static boolean isBare(List<Token> tokens) {
        return tokens.stream().skip(1).allMatch(token -> token.nesting() != 0 || token.is(TokenKind.INTEGER));
    }

    private static DefaultMeaning call(List<Token> tokens) {
        boolean empty = tokens.size() >= 3
                && tokens.get(tokens.size() - 2).is(TokenKind.LEFT_PAREN)
                && tokens.getLast().is(TokenKind.RIGHT_PAREN);
        Token name = tokens.get(Math.max(0, tokens.size() - 3));
        return empty && (name.is(TokenKind.WORD) || name.is(TokenKind.QUOTED_IDENTIFIER))
                ? new DefaultMeaning(Kind.CALL, name.value())
                : new DefaultMeaning(Kind.UNKNOWN, "");
    }

    private static DefaultMeaning constant(DataType type, List<Token> tokens) {
        Token last = tokens.getLast();
        if (last.isWord("null")) {
            return new DefaultMeaning(Kind.NOTHING, "");
        }
        String sign = tokens.size() == 2 ? tokens.getFirst().value() : "";
        return switch (last.kind()) {
            case STRING, INTEGER, NUMERIC ->
                new DefaultMeaning(Kind.CONSTANT, ConstantText.of(type, sign + last.value()));
            case WORD ->
                last.isWord("true") || last.isWord("false")
                        ? new DefaultMeaning(Kind.CONSTANT, ConstantText.of(type, last.value()))
                        : new DefaultMeaning(Kind.CALL, last.value());
            default -> new DefaultMeaning(Kind.UNKNOWN, "");
        };
    }

    /** Of constants between brackets, with commas. */
    private static DefaultMeaning array(DataType type, List<Token> tokens) {
        boolean plain = tokens.stream().skip(1).allMatch(DefaultMeaning::isInArray);
        String elements = tokens.stream()
                .skip(1)
                .filter(token -> token.nesting() == 0 && !token.is(TokenKind.COMMA))
                .map(token -> ConstantText.of(type.element(), token.value()))
                .collect(Collectors.joining(",", "{", "}"));
        return plain ? new DefaultMeaning(Kind.CONSTANT, elements) : new DefaultMeaning(Kind.UNKNOWN, "");
    }

    private static boolean isInArray(Token token) {
        return switch (token.kind()) {
            case LEFT_BRACKET, RIGHT_BRACKET, COMMA, STRING, INTEGER, NUMERIC -> true;
            case WORD -> token.isWord("true") || token.isWord("false");
            default -> false;
        };
    }

    /** Whether it is certainly another one. */
    boolean isOther(DefaultMeaning other) {
        if (kind == Kind.NOTHING || other.kind == Kind.NOTHING) {
            return kind != other.kind;
        }
        return kind != Kind.UNKNOWN && other.kind != Kind.UNKNOWN && (kind != other.kind || !value.equals(other.value));
    }
}
