package dev.greenlight.sql;

import org.jspecify.annotations.Nullable;

/**
 * Tells which semicolon ends a statement. Two statements have others within: the actions of CREATE RULE in their
 * parentheses, and the body of a function between BEGIN ATOMIC and END. psql passes over the semicolons in all
 * parentheses; in any other statement PostgreSQL rejects them, and ending there keeps one forgotten parenthesis from
 * taking the rest of the script with it.
 */
final class Boundary {
    private enum Shape {
        UNDECIDED,
        ROUTINE,
        RULE,
        OTHER
    }

    private Shape shape = Shape.UNDECIDED;
    private int depth;
    private @Nullable Token previous;

    /** Whether this token, the next one of the statement, ends it. */
    boolean endsAt(Token token) {
        if (token.is(TokenKind.SEMICOLON) && depth == 0) {
            return true;
        }
        if (shape == Shape.UNDECIDED) {
            shape = shape(token);
        }
        depth = Math.max(0, depth + step(token));
        previous = token;
        return false;
    }

    private Shape shape(Token token) {
        if (previous == null) {
            return token.isWord("create") ? Shape.UNDECIDED : Shape.OTHER;
        }
        return switch (token.value()) {
            case "or", "replace" -> Shape.UNDECIDED;
            case "function", "procedure" -> Shape.ROUTINE;
            case "rule" -> Shape.RULE;
            default -> Shape.OTHER;
        };
    }

    private int step(Token token) {
        return switch (shape) {
            case RULE -> parenStep(token);
            case ROUTINE -> blockStep(token);
            case UNDECIDED, OTHER -> 0;
        };
    }

    private static int parenStep(Token token) {
        return switch (token.kind()) {
            case LEFT_PAREN -> 1;
            case RIGHT_PAREN -> -1;
            default -> 0;
        };
    }

    private int blockStep(Token token) {
        if (!token.is(TokenKind.WORD) || isName()) {
            return 0;
        }
        return switch (token.value()) {
            case "atomic" -> previous != null && previous.isWord("begin") ? 1 : 0;
            case "case" -> depth > 0 ? 1 : 0;
            case "end" -> -1;
            default -> 0;
        };
    }

    /** Behind AS or a dot even a reserved word is a name. */
    private boolean isName() {
        return previous != null && (previous.isWord("as") || previous.is(TokenKind.DOT));
    }
}
