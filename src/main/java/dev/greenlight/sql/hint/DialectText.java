package dev.greenlight.sql.hint;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.hint.Dialect.Mark;
import java.util.List;
import java.util.Optional;

/** What other databases have and PostgreSQL's lexer takes for something else: their quotes, comments and separators. */
final class DialectText {
    private static final Mark BACKTICKS = new Mark(Dialect.MYSQL, "`name`", "write \"name\", or no quotes");
    private static final Mark HASH = new Mark(Dialect.MYSQL, "a comment behind #", "write --");
    private static final Mark BRACKETS = new Mark(Dialect.SQL_SERVER, "[name]", "write \"name\", or no quotes");
    private static final Mark VARIABLE =
            new Mark(Dialect.SQL_SERVER, "DECLARE @name", "PostgreSQL has variables only in functions and DO blocks");
    private static final Mark GO = new Mark(Dialect.SQL_SERVER, "GO", "end each statement with a semicolon");
    private static final Mark SLASH =
            new Mark(Dialect.ORACLE, "a line with only a slash", "end each statement with a semicolon");

    private DialectText() {}

    static Optional<Mark> markIn(List<Token> tokens, String source) {
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Mark> mark = switch (tokens.get(i).kind()) {
                case OPERATOR -> operator(tokens, i, source);
                case LEFT_BRACKET -> isBracketed(tokens, i) ? Optional.of(BRACKETS) : Optional.empty();
                case WORD -> word(tokens.get(i), source);
                default -> Optional.empty();
            };
            if (mark.isPresent()) {
                return mark;
            }
        }
        return Optional.empty();
    }

    private static Optional<Mark> operator(List<Token> tokens, int index, String source) {
        Token token = tokens.get(index);
        if (token.value().endsWith("`") && isWordBehind(tokens, index)) {
            return Optional.of(BACKTICKS);
        }
        if (token.value().startsWith("#") && Lines.beginsLine(source, token.start())) {
            return Optional.of(HASH);
        }
        if (token.value().equals("/") && isAlone(token, source)) {
            return Optional.of(SLASH);
        }
        boolean variable =
                token.value().equals("@") && index == 1 && tokens.getFirst().isWord("declare");
        return variable && isWordBehind(tokens, index) ? Optional.of(VARIABLE) : Optional.empty();
    }

    private static Optional<Mark> word(Token token, String source) {
        return token.isWord("go") && isAlone(token, source) ? Optional.of(GO) : Optional.empty();
    }

    /** Whether a word stands directly behind, without white space. */
    private static boolean isWordBehind(List<Token> tokens, int index) {
        return index + 1 < tokens.size()
                && tokens.get(index + 1).is(TokenKind.WORD)
                && tokens.get(index + 1).start() == tokens.get(index).end();
    }

    /** A subscript stands directly behind what it belongs to, an array's elements behind ARRAY or another bracket. */
    private static boolean isBracketed(List<Token> tokens, int index) {
        boolean closed = isWordBehind(tokens, index)
                && index + 2 < tokens.size()
                && tokens.get(index + 2).is(TokenKind.RIGHT_BRACKET)
                && tokens.get(index + 2).start() == tokens.get(index + 1).end();
        if (!closed || index == 0) {
            return closed;
        }
        Token before = tokens.get(index - 1);
        return before.is(TokenKind.DOT) || before.end() < tokens.get(index).start() && !before.isWord("array");
    }

    private static boolean isAlone(Token token, String source) {
        return Lines.beginsLine(source, token.start()) && Lines.endsLine(source, token.end());
    }
}
