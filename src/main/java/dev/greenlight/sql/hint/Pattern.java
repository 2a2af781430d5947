package dev.greenlight.sql.hint;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Tokens that follow one another: a word or a mark stands for itself, {@code #} for an integer, {@code '} for a string,
 * {@code _} for anything, {@code ^} for the statement's beginning, {@code $} for its end, {@code …} for a gap of any
 * length.
 */
record Pattern(List<String> elements) {

    static Pattern of(String text) {
        return new Pattern(Arrays.asList(text.split(" ")));
    }

    /** Where it first matches: the index of its last token, or -1. */
    int lastIn(List<Token> tokens) {
        if (elements.getFirst().equals("^")) {
            return end(tokens, 0, 1);
        }
        for (int i = 0; i < tokens.size(); i++) {
            int last = end(tokens, i, 0);
            if (last >= 0) {
                return last;
            }
        }
        return -1;
    }

    private int end(List<Token> tokens, int from, int element) {
        int at = from;
        for (int i = element; i < elements.size(); i++) {
            String wanted = elements.get(i);
            if (wanted.equals("…")) {
                return behindGap(tokens, at, i + 1);
            }
            if (wanted.equals("$")) {
                return at == tokens.size() ? at - 1 : -1;
            }
            if (at >= tokens.size() || !matches(wanted, tokens.get(at))) {
                return -1;
            }
            at++;
        }
        return at - 1;
    }

    private int behindGap(List<Token> tokens, int from, int element) {
        for (int i = from; i < tokens.size(); i++) {
            int last = end(tokens, i, element);
            if (last >= 0) {
                return last;
            }
        }
        return -1;
    }

    private static boolean matches(String wanted, Token token) {
        return switch (wanted) {
            case "_" -> true;
            case "#" -> token.is(TokenKind.INTEGER);
            case "'" -> token.is(TokenKind.STRING);
            default -> isCode(token) && token.value().equals(wanted);
        };
    }

    private static boolean isCode(Token token) {
        return switch (token.kind()) {
            case QUOTED_IDENTIFIER, STRING, BIT_STRING, DOLLAR_STRING, PLACEHOLDER, ERROR -> false;
            default -> true;
        };
    }

    /** Its words as people write them. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (String element : elements) {
            if (Character.isLetter(element.charAt(0))) {
                words.append(words.isEmpty() ? "" : " ").append(element.toUpperCase(Locale.ROOT));
            }
        }
        return words.toString();
    }
}
