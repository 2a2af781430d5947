package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in the tokens of an expression. It moves forward only. */
public final class TermTokens {
    private static final int DEEPEST = 120;

    private final List<Token> tokens;
    private int at;
    private int depth;

    public TermTokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    public boolean atEnd() {
        return at >= tokens.size();
    }

    public @Nullable Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
    }

    public Token take() {
        if (atEnd()) {
            throw new Unreadable("an expression that ends too early");
        }
        return tokens.get(at++);
    }

    public boolean is(TokenKind kind) {
        return is(0, kind);
    }

    public boolean is(int ahead, TokenKind kind) {
        Token token = peek(ahead);
        return token != null && token.is(kind);
    }

    public boolean isWord(String... words) {
        for (int i = 0; i < words.length; i++) {
            Token token = peek(i);
            if (token == null || !token.isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    public boolean isAnyWord(Set<String> words) {
        Token token = peek(0);
        return token != null && token.is(TokenKind.WORD) && words.contains(token.value());
    }

    public boolean isOperator(String operator) {
        Token token = peek(0);
        return token != null && token.is(TokenKind.OPERATOR) && token.value().equals(operator);
    }

    public boolean skip(TokenKind kind) {
        if (is(kind)) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes over these words if they stand here. */
    public boolean skipWords(String... words) {
        if (isWord(words)) {
            at += words.length;
            return true;
        }
        return false;
    }

    public void expect(TokenKind kind) {
        if (!skip(kind)) {
            throw unread();
        }
    }

    public void expectWord(String word) {
        if (!skipWords(word)) {
            throw unread();
        }
    }

    /** The name that stands here. */
    public String name() {
        Token token = take();
        if (!token.is(TokenKind.WORD) && !token.is(TokenKind.QUOTED_IDENTIFIER)) {
            throw unread();
        }
        return Name.of(token).value();
    }

    public boolean atName() {
        return is(TokenKind.WORD) || is(TokenKind.QUOTED_IDENTIFIER);
    }

    public int position() {
        return at;
    }

    public void move(int tokensAhead) {
        at += tokensAhead;
    }

    public List<Token> rest() {
        return tokens.subList(at, tokens.size());
    }

    /** What is between the parenthesis or bracket that stands here and its partner, which are both taken. */
    public List<Token> enclosed() {
        int start = at + 1;
        int open = 0;
        do {
            open += take().nesting();
        } while (open > 0);
        return tokens.subList(start, at - 1);
    }

    /** From the token at an earlier position to the last one taken. */
    public Span since(int position) {
        return new Span(tokens.get(position).start(), tokens.get(at - 1).end());
    }

    public void enter() {
        if (++depth > DEEPEST) {
            throw new Unreadable("an expression that is too deep");
        }
    }

    public void leave() {
        depth--;
    }

    public Unreadable unread() {
        Token token = peek(0);
        return token == null ? new Unreadable("an expression that ends too early") : unread(token);
    }

    /** A constant is not repeated: it may be anything. */
    public static Unreadable unread(Token token) {
        return new Unreadable(
                token.is(TokenKind.WORD)
                        ? "an expression with " + token.value().toUpperCase(Locale.ROOT)
                        : "an expression of another form");
    }
}
