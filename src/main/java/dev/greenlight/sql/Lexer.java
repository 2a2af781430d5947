package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides SQL into tokens as PostgreSQL 18 does (manual 4.1, Lexical Structure), and knows besides what psql and the
 * templates of migration tools add. It takes {@code standard_conforming_strings} to be on. It never fails: text that
 * PostgreSQL would reject is a token too, and a quote or comment that is never closed is one to the end.
 */
public final class Lexer {
    private static final Unclosed DOLLAR_STRING = new Unclosed('$', "dollar-quoted string");
    private static final Unclosed COMMENT = new Unclosed('/', "comment");

    private final String text;
    private final int limit;

    /** Whether only what the server knows is a token, as in the body of a function, which psql never looks into. */
    private final boolean body;

    private final Words words;
    private final Trivia trivia;
    private final QuotedText quoted;
    private final Numbers numbers;
    private final Operators operators;
    private final Placeholders placeholders;
    private final CopyData copyData;
    private final Nesting nesting = new Nesting();

    private int position;
    private int rowsStart = -1;
    private @Nullable Token previous;
    private @Nullable Unclosed unclosed;

    Lexer(String text, Span within) {
        this(text, within, false);
    }

    private Lexer(String text, Span within, boolean body) {
        this.text = text;
        this.body = body;
        limit = within.end();
        position = within.start();
        words = new Words(text);
        trivia = new Trivia(text, limit);
        quoted = new QuotedText(text, limit, trivia);
        numbers = new Numbers(text, limit, words);
        operators = new Operators(text, limit);
        placeholders = new Placeholders(text, limit);
        copyData = new CopyData(text, limit, trivia);
    }

    /** The tokens of a part of a text, in order; each character of the part belongs to exactly one of them. */
    public static List<Token> tokenize(String text, Span within) {
        return tokens(new Lexer(text, within));
    }

    /** Of a text that the server gets as it stands, but for what migration tools fill in. */
    static Lexer ofBody(String text, Span within) {
        return new Lexer(text, within, true);
    }

    static List<Token> tokens(Lexer lexer) {
        List<Token> tokens = new ArrayList<>();
        for (Token token = lexer.next(); token != null; token = lexer.next()) {
            tokens.add(token);
        }
        return Collections.unmodifiableList(tokens);
    }

    /** The next token, or null at the end. */
    @Nullable
    Token next() {
        if (position >= limit) {
            return null;
        }
        Token token = position == rowsStart ? rowsOrToken() : token(position);
        position = token.end();
        if (!token.kind().isTrivia()) {
            nesting.note(token, previous);
            copyData.note(token, previous, nesting.depth());
            previous = token;
        }
        return token;
    }

    /** What the last token opens and never closes, or null; it then goes to the end of the text. */
    @Nullable
    Unclosed unclosed() {
        return unclosed;
    }

    /** Goes on as if a statement began here. */
    void resumeAt(int offset) {
        Token semicolon = new Token(TokenKind.SEMICOLON, offset, offset, ";");
        nesting.note(semicolon, previous);
        copyData.note(semicolon, previous, 0);
        previous = null;
        unclosed = null;
        position = offset;
    }

    private Token rowsOrToken() {
        rowsStart = -1;
        int end = copyData.end(position);
        return end > position ? new Token(TokenKind.COPY_DATA, position, end, "") : token(position);
    }

    private Token token(int start) {
        char c = text.charAt(start);
        if (Characters.isSpace(c)) {
            return space(start);
        }
        if (Characters.isWordStart(c)) {
            return word(start, c);
        }
        if (Characters.isDigit(c)) {
            return numbers.number(start);
        }
        return Characters.isOperator(c) ? commentOrOperator(start) : special(start, c);
    }

    private Token special(int start, char c) {
        return switch (c) {
            case ',' -> mark(TokenKind.COMMA, start, ",");
            case '(' -> mark(TokenKind.LEFT_PAREN, start, "(");
            case ')' -> mark(TokenKind.RIGHT_PAREN, start, ")");
            case ';' -> mark(TokenKind.SEMICOLON, start, ";");
            case '[' -> mark(TokenKind.LEFT_BRACKET, start, "[");
            case ']' -> mark(TokenKind.RIGHT_BRACKET, start, "]");
            case '.' -> dot(start);
            case ':' -> colon(start);
            case '\'' -> quoted(Quoting.STRING, start, start);
            case '"' -> quoted(Quoting.IDENTIFIER, start, start);
            case '$' -> dollar(start);
            case '{' -> brace(start);
            case '\\' -> backslash(start);
            default -> unexpected(start);
        };
    }

    private static Token mark(TokenKind kind, int start, String value) {
        return new Token(kind, start, start + value.length(), value);
    }

    private Token space(int start) {
        int end = trivia.spaceEnd(start);
        if (!body && copyData.isDue() && trivia.lineEnd(start) < end) {
            end = trivia.nextLine(start);
            rowsStart = end;
        }
        return new Token(TokenKind.WHITESPACE, start, end, "");
    }

    private Token word(int start, char first) {
        char second = at(start + 1);
        if (second == '\'' || second == '&') {
            Token literal = prefixed(start, first, second);
            if (literal != null) {
                return literal;
            }
        }
        int end = start + 1;
        while (end < limit && Characters.isWordPart(text.charAt(end)) && !isTemplate(end)) {
            end++;
        }
        return end < limit && placeholders.templateEnd(end) > 0
                ? placeholders.template(start)
                : new Token(TokenKind.WORD, start, end, words.folded(start, end));
    }

    private boolean isTemplate(int offset) {
        return text.charAt(offset) == '$' && placeholders.templateEnd(offset) > 0;
    }

    /** A literal whose first letter says how to read it, or null if this is a word. */
    private @Nullable Token prefixed(int start, char first, char second) {
        char third = at(start + 2);
        return switch (first) {
            case 'e', 'E' -> second == '\'' ? quoted(Quoting.ESCAPE_STRING, start, start + 1) : null;
            case 'n', 'N' -> second == '\'' ? quoted(Quoting.STRING, start, start + 1) : null;
            case 'b', 'B', 'x', 'X' -> second == '\'' ? quoted(Quoting.BIT_STRING, start, start + 1) : null;
            case 'u', 'U' -> second == '&' ? unicode(start, third) : null;
            default -> null;
        };
    }

    private @Nullable Token unicode(int start, char quote) {
        return switch (quote) {
            case '\'' -> quoted(Quoting.UNICODE_STRING, start, start + 2);
            case '"' -> quoted(Quoting.UNICODE_IDENTIFIER, start, start + 2);
            default -> null;
        };
    }

    private Token quoted(Quoting form, int start, int open) {
        Token token = quoted.read(form, start, open);
        return token == null ? unclosed(start, form.unclosed()) : token;
    }

    private Token dot(int start) {
        if (Characters.isDigit(at(start + 1))) {
            return numbers.number(start);
        }
        return at(start + 1) == '.' ? mark(TokenKind.DOT_DOT, start, "..") : mark(TokenKind.DOT, start, ".");
    }

    private Token colon(int start) {
        char second = at(start + 1);
        if (second == ':') {
            return mark(TokenKind.TYPECAST, start, "::");
        }
        if (second == '=') {
            return mark(TokenKind.COLON_EQUALS, start, ":=");
        }
        int end = !body && nesting.allowsVariable(previous) ? placeholders.variableEnd(start) : -1;
        return end > 0 ? placeholders.variable(start, end) : mark(TokenKind.COLON, start, ":");
    }

    private Token dollar(int start) {
        if (placeholders.templateEnd(start) > 0) {
            return placeholders.template(start);
        }
        if (Characters.isDigit(at(start + 1))) {
            return numbers.parameter(start);
        }
        int tag = start + 1;
        while (tag < limit && Characters.isTagPart(text.charAt(tag))) {
            tag++;
        }
        return at(tag) == '$' ? dollarString(start, tag + 1) : unexpected(start);
    }

    /** Manual 4.1.2.4. */
    private Token dollarString(int start, int open) {
        int close = text.indexOf(text.substring(start, open), open, limit);
        if (close < 0) {
            return unclosed(start, DOLLAR_STRING);
        }
        return new Token(TokenKind.DOLLAR_STRING, start, close + open - start, text.substring(open, close));
    }

    private Token brace(int start) {
        return placeholders.templateEnd(start) > 0 ? placeholders.template(start) : unexpected(start);
    }

    /** Outside quotes psql takes every backslash for its own; {@code \;} parts two statements that it sends together. */
    private Token backslash(int start) {
        if (body) {
            return unexpected(start);
        }
        char second = at(start + 1);
        if (second == ';') {
            return new Token(TokenKind.SEMICOLON, start, start + 2, ";");
        }
        if (Characters.isAsciiLetter(second) || second == '.' || second == '!' || second == '?') {
            int end = trivia.lineEnd(start);
            return new Token(TokenKind.META_COMMAND, start, end, text.substring(start, end));
        }
        return unexpected(start);
    }

    private Token commentOrOperator(int start) {
        if (trivia.isLineComment(start)) {
            int end = trivia.lineEnd(start);
            return new Token(TokenKind.LINE_COMMENT, start, end, text.substring(start, end));
        }
        if (trivia.isBlockComment(start)) {
            int end = trivia.blockCommentEnd(start);
            return end < 0
                    ? unclosed(start, COMMENT)
                    : new Token(TokenKind.BLOCK_COMMENT, start, end, text.substring(start, end));
        }
        return operator(start, operators.end(start));
    }

    private Token operator(int start, int end) {
        // As long as a name can be, 63 bytes (manual 4.1.3).
        if (end - start > 63) {
            return new Token(TokenKind.ERROR, start, end, "operator too long");
        }
        String value = words.exact(start, end);
        return new Token(value.equals("=>") ? TokenKind.EQUALS_GREATER : TokenKind.OPERATOR, start, end, value);
    }

    private Token unexpected(int start) {
        return new Token(TokenKind.ERROR, start, start + 1, "syntax error at or near \"" + text.charAt(start) + '"');
    }

    private Token unclosed(int start, Unclosed what) {
        unclosed = what;
        return what.error(text, start, limit);
    }

    private char at(int offset) {
        return offset < limit ? text.charAt(offset) : 0;
    }
}
