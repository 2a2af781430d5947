package dev.greenlight.replay;

import dev.greenlight.sql.Query;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;

/** Whether a statement's WHERE only looks like one: {@code WHERE true} and {@code WHERE 1 = 1}. */
final class Conditions {
    private Conditions() {}

    static boolean isAlwaysTrue(Query query) {
        List<Token> tokens = query.tokens();
        int where = lastOutside(tokens, "where");
        if (where < 0) {
            return false;
        }
        int returning = lastOutside(tokens, "returning");
        int end = returning > where ? returning : tokens.size();
        List<Token> condition = tokens.subList(where + 1, end);
        return switch (condition.size()) {
            case 1 -> condition.getFirst().isWord("true");
            case 3 ->
                condition.get(1).is(TokenKind.OPERATOR)
                        && condition.get(1).value().equals("=")
                        && condition.getFirst().is(TokenKind.INTEGER)
                        && condition
                                .getFirst()
                                .value()
                                .equals(condition.getLast().value());
            default -> false;
        };
    }

    private static int lastOutside(List<Token> tokens, String word) {
        int depth = 0;
        int found = -1;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(TokenKind.LEFT_PAREN)) {
                depth++;
            } else if (token.is(TokenKind.RIGHT_PAREN)) {
                depth--;
            } else if (depth == 0 && token.isWord(word)) {
                found = i;
            }
        }
        return found;
    }
}
