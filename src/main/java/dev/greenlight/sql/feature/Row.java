package dev.greenlight.sql.feature;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Tokens of a statement, in order. */
record Row(List<Token> tokens) {
    private static final Token NONE = new Token(TokenKind.WHITESPACE, 0, 0, "");

    /** Those of a part of the statement. */
    Row within(Span span) {
        return new Row(tokens.subList(first(span.start()), first(span.end())));
    }

    /** Those behind this one. */
    Row from(int index) {
        return new Row(tokens.subList(Math.min(index, tokens.size()), tokens.size()));
    }

    private int first(int offset) {
        Token sought = new Token(TokenKind.WHITESPACE, offset, offset, "");
        int found = Collections.binarySearch(tokens, sought, Comparator.comparingInt(Token::start));
        return found < 0 ? -found - 1 : found;
    }

    /** Without what is in parentheses or brackets, which stay themselves. */
    Row outer() {
        List<Token> outer = new ArrayList<>();
        int depth = 0;
        for (Token token : tokens) {
            depth -= closes(token) ? 1 : 0;
            if (depth <= 0) {
                outer.add(token);
            }
            depth += opens(token) ? 1 : 0;
        }
        return new Row(outer);
    }

    /** What stands in the parentheses that open at {@code open}, without them. */
    Row inParentheses(int open) {
        return new Row(tokens.subList(open + 1, closing(open)));
    }

    /** Where the parentheses close that open at {@code open}: behind the last token if nowhere. */
    int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += opens(at(i)) ? 1 : closes(at(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** For each token that opens parentheses, where they close. */
    int[] closings() {
        int[] closings = new int[size()];
        Arrays.fill(closings, size());
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < size(); i++) {
            if (opens(at(i))) {
                open.push(i);
            } else if (closes(at(i)) && !open.isEmpty()) {
                closings[open.pop()] = i;
            }
        }
        return closings;
    }

    private static boolean opens(Token token) {
        return token.is(TokenKind.LEFT_PAREN) || token.is(TokenKind.LEFT_BRACKET);
    }

    private static boolean closes(Token token) {
        return token.is(TokenKind.RIGHT_PAREN) || token.is(TokenKind.RIGHT_BRACKET);
    }

    int size() {
        return tokens.size();
    }

    /** One that is no word and no sign where there is none. */
    Token at(int index) {
        return index < 0 || index >= tokens.size() ? NONE : tokens.get(index);
    }

    boolean isWordAt(int index, String word) {
        return at(index).isWord(word);
    }

    boolean isAnyWordAt(int index, Set<String> words) {
        return at(index).is(TokenKind.WORD) && words.contains(at(index).value());
    }

    boolean isAt(int index, TokenKind kind) {
        return at(index).is(kind);
    }

    /** Whether these words and signs begin here. */
    boolean isAt(int index, List<String> phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (!reads(at(index + i), phrase.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean reads(Token token, String word) {
        return switch (token.kind()) {
            case QUOTED_IDENTIFIER, STRING, BIT_STRING, DOLLAR_STRING, PLACEHOLDER -> false;
            default -> token.value().equals(word);
        };
    }

    /** The places of a word. */
    IntStream places(String word) {
        return IntStream.range(0, size()).filter(i -> isWordAt(i, word));
    }

    /** From one token to another. */
    Span span(int from, int to) {
        return at(from).span().cover(at(Math.min(to, size() - 1)).span());
    }
}
