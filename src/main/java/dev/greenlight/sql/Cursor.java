package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A place in a statement's tokens that moves forward as the statement is read. The one thing in this package that
 * changes; it belongs to one statement and one thread.
 */
final class Cursor {
    /** Deeper than anybody writes by hand; {@link LargeStack} holds over ten times as much. */
    private static final int MAX_DEPTH = 250;

    /** Words that PostgreSQL's grammar sees as one with the next, or else as something else (parser.c, base_yylex). */
    private static final Map<String, Set<String>> TAKEN_TOGETHER =
            Map.of("nulls", Set.of("first", "last"), "with", Set.of("time", "ordinality"), "without", Set.of("time"));

    private final List<Token> tokens;
    private final Token end;
    private int position;
    private int depth;

    /** Behind the words of a form that was begun here and not gone on with; what it should go on with. */
    private int begun;

    private String missing = "";

    Cursor(StatementText text) {
        this(text.tokens());
    }

    Cursor(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
        int offset = tokens.isEmpty() ? 0 : tokens.getLast().end();
        this.end = new Token(TokenKind.WHITESPACE, offset, offset, "");
    }

    boolean atEnd() {
        return position >= tokens.size();
    }

    /** How many tokens lie behind; give it to {@link #spanFrom}, {@link #tokensFrom} or {@link #backTo} later. */
    int position() {
        return position;
    }

    void backTo(int earlier) {
        position = earlier;
    }

    /** The token here; at the end an empty white space that equals nothing a parser asks for. */
    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        int index = position + ahead;
        return index < tokens.size() ? tokens.get(index) : end;
    }

    /** The token here, and moves behind it. */
    Token next() {
        if (atEnd()) {
            throw new ParseFailure(end, "syntax error at end of input");
        }
        return tokens.get(position++);
    }

    boolean is(TokenKind kind) {
        return peek().is(kind);
    }

    /** Whether this unquoted word stands here: asked more often than all else together. */
    boolean isWord(String lowerCase) {
        return peek().isWord(lowerCase);
    }

    /**
     * Whether these unquoted words follow one another here. If only the first of them do and nothing else can be read,
     * then it is the next one that is missing: see {@link #failExpected}.
     */
    boolean isWord(String... lowerCase) {
        for (int i = 0; i < lowerCase.length; i++) {
            if (!peek(i).isWord(lowerCase[i])) {
                noteBegun(i, lowerCase);
                return false;
            }
        }
        return true;
    }

    private void noteBegun(int found, String... lowerCase) {
        if (found > 0 && position + found > begun && !isTakenTogether(lowerCase[found - 1], lowerCase[found])) {
            begun = position + found;
            missing = lowerCase[found].toUpperCase(Locale.ROOT);
        }
    }

    private static boolean isTakenTogether(String word, String next) {
        return TAKEN_TOGETHER.getOrDefault(word, Set.of()).contains(next);
    }

    /** As {@link #isWord}, from the token that is {@code ahead} of this one. */
    boolean isWordAt(int ahead, String... lowerCase) {
        for (int i = 0; i < lowerCase.length; i++) {
            if (!peek(ahead + i).isWord(lowerCase[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a token of this kind lies directly behind. */
    boolean isBehind(TokenKind kind) {
        return position > 0 && tokens.get(position - 1).is(kind);
    }

    /** Whether this unquoted word lies directly behind. */
    boolean isBehindWord(String lowerCase) {
        return position > 0 && tokens.get(position - 1).isWord(lowerCase);
    }

    /** Whether one of these unquoted words stands here. */
    boolean isAnyWord(String... lowerCase) {
        Token token = peek();
        for (String word : lowerCase) {
            if (token.isWord(word)) {
                return true;
            }
        }
        return false;
    }

    boolean isOperator(String symbol) {
        return isOperatorAt(0, symbol);
    }

    boolean isOperatorAt(int ahead, String symbol) {
        return peek(ahead).is(TokenKind.OPERATOR) && peek(ahead).value().equals(symbol);
    }

    boolean acceptWords(String lowerCase) {
        return move(isWord(lowerCase), 1);
    }

    /** Moves behind these words if all of them follow here. */
    boolean acceptWords(String... lowerCase) {
        return move(isWord(lowerCase), lowerCase.length);
    }

    /** Moves behind the one of these words that stands here, if one does. */
    Optional<String> acceptAnyWord(String... lowerCase) {
        return isAnyWord(lowerCase) ? Optional.of(next().value()) : Optional.empty();
    }

    boolean accept(TokenKind kind) {
        return move(is(kind), 1);
    }

    boolean acceptOperator(String symbol) {
        return move(isOperator(symbol), 1);
    }

    private boolean move(boolean matches, int count) {
        if (matches) {
            position += count;
        }
        return matches;
    }

    /** Moves behind these words, which must follow here. */
    void expectWords(String... lowerCase) {
        for (String word : lowerCase) {
            expectWord(word);
        }
    }

    void expectWord(String lowerCase) {
        if (!acceptWords(lowerCase)) {
            throw failExpected(lowerCase.toUpperCase(Locale.ROOT));
        }
    }

    /** Moves behind the one of these words that must stand here, and says which it is. */
    String expectAnyWord(String... lowerCase) {
        if (!isAnyWord(lowerCase)) {
            throw failExpected(alternatives(lowerCase));
        }
        return next().value();
    }

    private static String alternatives(String... lowerCase) {
        String words = Arrays.stream(lowerCase)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        int last = words.lastIndexOf(", ");
        return last < 0 ? words : words.substring(0, last) + " or" + words.substring(last + 1);
    }

    /** The token here, which must be of this kind; {@code what} is what the message expects. */
    Token expect(TokenKind kind, String what) {
        if (!is(kind)) {
            throw failExpected(what);
        }
        return next();
    }

    Token expect(TokenKind kind) {
        return expect(kind, describe(kind));
    }

    void expectOperator(String symbol) {
        if (!acceptOperator(symbol)) {
            throw failExpected("\"" + symbol + "\"");
        }
    }

    private static String describe(TokenKind kind) {
        return switch (kind) {
            case LEFT_PAREN -> "\"(\"";
            case RIGHT_PAREN -> "\")\"";
            case LEFT_BRACKET -> "\"[\"";
            case RIGHT_BRACKET -> "\"]\"";
            case COMMA -> "\",\"";
            case DOT -> "\".\"";
            default -> "a " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** What separates what {@code element} reads is a comma; at least one must be there. */
    <T> List<T> commaSeparated(Supplier<? extends T> element) {
        List<T> elements = new ArrayList<>();
        do {
            elements.add(element.get());
        } while (accept(TokenKind.COMMA));
        return List.copyOf(elements);
    }

    /** {@code (element, …)}, with at least one element. */
    <T> List<T> parenthesized(Supplier<? extends T> element) {
        expect(TokenKind.LEFT_PAREN);
        List<T> elements = nested(() -> this.<T>commaSeparated(element));
        expect(TokenKind.RIGHT_PAREN);
        return elements;
    }

    /** Reads something that may hold itself again, and fails where that goes too deep. */
    <T> T nested(Supplier<? extends T> content) {
        if (++depth > MAX_DEPTH) {
            throw ParseFailure.limit(peek(), "nested more than " + MAX_DEPTH + " levels deep: write it flatter");
        }
        try {
            return content.get();
        } finally {
            depth--;
        }
    }

    /** Moves from an opening parenthesis or bracket behind the one that closes it. */
    void skipBalanced() {
        int open = 0;
        do {
            open += next().nesting();
        } while (open > 0);
    }

    /** From the token at this position to the one before the cursor. */
    Span spanFrom(int start) {
        return new Span(tokens.get(start).start(), tokens.get(position - 1).end());
    }

    List<Token> tokensFrom(int start) {
        return tokens.subList(start, position);
    }

    /**
     * The failure to throw where something else should stand here. PostgreSQL only stops where no form goes on: if some
     * words before that are the beginning of a form, they are right, and what follows them is not.
     */
    ParseFailure failExpected(String what) {
        return begun > position ? failure(begun - position, missing) : failure(0, what);
    }

    private ParseFailure failure(int ahead, String what) {
        Token token = peek(ahead);
        return ParseFailure.expected(token, place(token), what);
    }

    private String place(Token token) {
        return token == end ? "at end of input" : "at or near \"" + firstLine(token.value()) + "\"";
    }

    private static String firstLine(String value) {
        return value.lines().findFirst().orElse("");
    }
}
