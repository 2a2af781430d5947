package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.EmbeddedSql;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.Unread;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A place in a body's tokens that moves forward as the body is read. It fails at a token that PostgreSQL's lexer
 * rejects, as soon as that is looked at; what lies behind it may be anything.
 */
final class CodeCursor {
    /** Deeper than anybody writes by hand. */
    private static final int MAX_DEPTH = 250;

    private final String text;
    private final List<Token> tokens;
    private final Token end;
    private int position;
    private int depth;

    CodeCursor(String text, Span within) {
        this.text = text;
        this.tokens = EmbeddedSql.tokens(text, within);
        this.end = new Token(TokenKind.WHITESPACE, within.end(), within.end(), "");
    }

    boolean atEnd() {
        return position >= tokens.size();
    }

    /** How many tokens lie behind; give it to {@link #spanFrom} or {@link #tokensFrom} later. */
    int position() {
        return position;
    }

    /** The token here; at the end an empty white space that equals nothing a parser asks for. */
    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        int index = position + ahead;
        Token token = index < tokens.size() ? tokens.get(index) : end;
        if (token.is(TokenKind.ERROR)) {
            throw CodeFailure.at(token.span(), token.value());
        }
        return token;
    }

    /** The token here, and moves behind it. */
    Token next() {
        Token token = peek();
        if (atEnd()) {
            throw fail("unexpected end of function definition");
        }
        position++;
        return token;
    }

    boolean is(TokenKind kind) {
        return peek().is(kind);
    }

    /** Whether this unquoted word stands here. */
    boolean isWord(String lowerCase) {
        return peek().isWord(lowerCase);
    }

    boolean isOperator(String symbol) {
        return isOperatorAt(0, symbol);
    }

    boolean isOperatorAt(int ahead, String symbol) {
        return peek(ahead).is(TokenKind.OPERATOR) && peek(ahead).value().equals(symbol);
    }

    boolean accept(TokenKind kind) {
        return move(is(kind));
    }

    boolean acceptWord(String lowerCase) {
        return move(isWord(lowerCase));
    }

    private boolean move(boolean matches) {
        if (matches) {
            position++;
        }
        return matches;
    }

    void expectWord(String lowerCase) {
        if (!acceptWord(lowerCase)) {
            throw failExpected(lowerCase.toUpperCase(Locale.ROOT));
        }
    }

    void expect(TokenKind kind, String what) {
        if (!accept(kind)) {
            throw failExpected(what);
        }
    }

    /** Whether {@code :=} or {@code =} stands there, which assign alike. */
    boolean isAssignmentAt(int ahead) {
        return peek(ahead).is(TokenKind.COLON_EQUALS) || isOperatorAt(ahead, "=");
    }

    void expectAssignment() {
        if (!isAssignmentAt(0)) {
            throw failExpected("\":=\"");
        }
        next();
    }

    /** Fails if no semicolon stands here; does not move. */
    void needSemicolon() {
        if (!is(TokenKind.SEMICOLON)) {
            throw failExpected("\";\"");
        }
    }

    /** Whether this token may be a name, or the first part of one (pl_scanner.c, IDENT). */
    boolean isIdentifier(Token token) {
        return switch (token.kind()) {
            case WORD -> !CodeWords.isReserved(token.value());
            case QUOTED_IDENTIFIER -> text.charAt(token.start()) == '"';
            case PLACEHOLDER -> true;
            default -> false;
        };
    }

    /** Whether this token is a string with no escapes by code points, which PL/pgSQL does not take. */
    boolean isString(Token token) {
        boolean unicode = token.is(TokenKind.STRING) && "uU".indexOf(text.charAt(token.start())) >= 0;
        return token.is(TokenKind.DOLLAR_STRING) || token.is(TokenKind.STRING) && !unicode;
    }

    /** Reads something that may hold itself again, and fails where that goes too deep. */
    <T> T nested(Supplier<? extends T> content) {
        if (++depth > MAX_DEPTH) {
            Span at = peek().span();
            String message = "nested more than " + MAX_DEPTH + " levels deep: write it flatter";
            throw CodeFailure.of(new Unread.BeyondLimit(at, at, message, false));
        }
        try {
            return content.get();
        } finally {
            depth--;
        }
    }

    /** From the token at this position to the one before the cursor. */
    Span spanFrom(int start) {
        return new Span(tokens.get(start).start(), tokens.get(position - 1).end());
    }

    List<Token> tokensFrom(int start) {
        return tokens.subList(start, position);
    }

    /** The failure to throw where something else should stand here. */
    CodeFailure failExpected(String what) {
        return CodeFailure.expected(peek().span(), place(), what);
    }

    /** The failure to throw where this is wrong with the token here; as the server words it (plpgsql_yyerror). */
    CodeFailure fail(String message) {
        return CodeFailure.at(peek().span(), message + " " + place());
    }

    private String place() {
        return peek() == end ? "at end of input" : "at or near \"" + written(peek().span()) + "\"";
    }

    /** What stands there, for a message: the first line. */
    String written(Span span) {
        return text.substring(span.start(), span.end()).lines().findFirst().orElse("");
    }
}
