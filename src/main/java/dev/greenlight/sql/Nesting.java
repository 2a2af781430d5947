package dev.greenlight.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The parentheses and brackets that are open. They tell psql's variables {@code :x} from the two places where
 * PostgreSQL itself has a single colon: an array slice (manual 8.15.3) and {@code JSON_OBJECT(key: value)} (9.16.1).
 */
final class Nesting {
    private static final byte PAREN = 0;
    private static final byte SUBSCRIPT = 1;
    private static final byte ARRAY = 2;
    private static final byte JSON_OBJECT = 3;

    private byte[] open = new byte[16];
    private int depth;

    int depth() {
        return depth;
    }

    /** @param previous the last token before this one that is no trivia */
    void note(Token token, @Nullable Token previous) {
        switch (token.kind()) {
            case LEFT_PAREN -> open(opensJsonObject(previous) ? JSON_OBJECT : PAREN);
            case LEFT_BRACKET -> open(opensArray(previous) ? ARRAY : SUBSCRIPT);
            case RIGHT_PAREN, RIGHT_BRACKET -> depth = Math.max(0, depth - 1);
            case SEMICOLON -> depth = 0;
            default -> {}
        }
    }

    boolean allowsVariable(@Nullable Token previous) {
        if (depth == 0) {
            return true;
        }
        return switch (open[depth - 1]) {
            case SUBSCRIPT -> false;
            case JSON_OBJECT -> previous != null && expectsOperand(previous);
            default -> true;
        };
    }

    private static boolean expectsOperand(Token previous) {
        return switch (previous.kind()) {
            case LEFT_PAREN, COMMA, COLON, OPERATOR -> true;
            default -> false;
        };
    }

    private static boolean opensJsonObject(@Nullable Token previous) {
        return previous != null && (previous.isWord("json_object") || previous.isWord("json_objectagg"));
    }

    /** {@code ARRAY[…]}, or a further dimension in one. */
    private boolean opensArray(@Nullable Token previous) {
        if (previous == null) {
            return false;
        }
        boolean inArray = depth > 0 && open[depth - 1] == ARRAY;
        return previous.isWord("array")
                || inArray && (previous.is(TokenKind.LEFT_BRACKET) || previous.is(TokenKind.COMMA));
    }

    private void open(byte what) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = what;
    }
}
