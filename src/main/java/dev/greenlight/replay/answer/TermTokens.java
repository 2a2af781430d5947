package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in the tokens of an expression. It moves forward only. */
final class TermTokens {
    private static final int DEEPEST = 120;

    private final List<Token> tokens;
    private int at;
    private int depth;

    TermTokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    @Nullable
    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
    }

    Token take() {
        if (atEnd()) {
            throw new Unreadable("an expression that ends too early");
        }
        return tokens.get(at++);
    }

    boolean is(TokenKind kind) {
        return is(0, kind);
    }

    boolean is(int ahead, TokenKind kind) {
        Token token = peek(ahead);
        return token != null && token.is(kind);
    }

    boolean isWord(String... words) {
        for (int i = 0; i < words.length; i++) {
            Token token = peek(i);
            if (token == null || !token.isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean isAnyWord(Set<String> words) {
        Token token = peek(0);
        return token != null && token.is(TokenKind.WORD) && words.contains(token.value());
    }

    boolean isOperator(String operator) {
        Token token = peek(0);
        return token != null && token.is(TokenKind.OPERATOR) && token.value().equals(operator);
    }

    boolean skip(TokenKind kind) {
        if (is(kind)) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes over these words if they stand here. */
    boolean skipWords(String... words) {
        if (isWord(words)) {
            at += words.length;
            return true;
        }
        return false;
    }

    void expect(TokenKind kind) {
        if (!skip(kind)) {
            throw unread();
        }
    }

    void expectWord(String word) {
        if (!skipWords(word)) {
            throw unread();
        }
    }

    /** The name that stands here. */
    String name() {
        Token token = take();
        if (!token.is(TokenKind.WORD) && !token.is(TokenKind.QUOTED_IDENTIFIER)) {
            throw unread();
        }
        return token.value();
    }

    boolean atName() {
        return is(TokenKind.WORD) || is(TokenKind.QUOTED_IDENTIFIER);
    }

    int position() {
        return at;
    }

    void move(int tokensAhead) {
        at += tokensAhead;
    }

    List<Token> rest() {
        return tokens.subList(at, tokens.size());
    }

    /** From the token at an earlier position to the last one taken. */
    Span since(int position) {
        return new Span(tokens.get(position).start(), tokens.get(at - 1).end());
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw new Unreadable("an expression that is too deep");
        }
    }

    void leave() {
        depth--;
    }

    Unreadable unread() {
        Token token = peek(0);
        return token == null ? new Unreadable("an expression that ends too early") : unread(token);
    }

    /** A constant is not repeated: it may be anything. */
    static Unreadable unread(Token token) {
        return new Unreadable(
                token.is(TokenKind.WORD)
                        ? "an expression with " + token.value().toUpperCase(Locale.ROOT)
                        : "an expression of another form");
    }
}
