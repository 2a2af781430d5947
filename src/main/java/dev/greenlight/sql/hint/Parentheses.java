package dev.greenlight.sql.hint;

import dev.greenlight.sql.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Parentheses and brackets without partners: no other change makes a statement with them right. */
final class Parentheses {
    private final Mistake mistake;
    private final Deque<Token> open = new ArrayDeque<>();

    private Parentheses(Mistake mistake) {
        this.mistake = mistake;
    }

    static Optional<String> hint(Mistake mistake) {
        return new Parentheses(mistake).hint();
    }

    private Optional<String> hint() {
        for (Token token : mistake.tokens()) {
            Optional<String> stray = note(token);
            if (stray.isPresent()) {
                return stray;
            }
        }
        return open.isEmpty() ? Optional.empty() : Optional.of(place(open.getFirst()) + " is never closed");
    }

    private Optional<String> note(Token token) {
        switch (token.kind()) {
            case LEFT_PAREN, LEFT_BRACKET -> open.push(token);
            case RIGHT_PAREN, RIGHT_BRACKET -> {
                if (open.isEmpty()) {
                    return Optional.of(place(token) + " closes nothing");
                }
                if (!isPair(open.pop(), token)) {
                    return Optional.of(place(token) + " closes something else");
                }
            }
            default -> {}
        }
        return Optional.empty();
    }

    private static boolean isPair(Token opened, Token closed) {
        return opened.value().equals("(") == closed.value().equals(")");
    }

    private String place(Token token) {
        return "the \"" + token.value() + "\" in line " + mistake.line(token);
    }
}
