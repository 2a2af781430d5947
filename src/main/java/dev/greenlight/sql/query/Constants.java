package dev.greenlight.sql.query;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A query of nothing but constants, such as {@code SELECT 1, 'a'}: it names nothing, so that nothing of it need be
 * marked. Scripts may hold very many of them.
 */
final class Constants {
    private Constants() {}

    static boolean are(List<Token> tokens) {
        if (tokens.size() % 2 != 0 || !tokens.getFirst().isWord("select")) {
            return false;
        }
        for (int i = 1; i < tokens.size(); i++) {
            if (!(i % 2 == 0 ? tokens.get(i).is(TokenKind.COMMA) : isConstant(tokens.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isConstant(Token token) {
        return switch (token.kind()) {
            case STRING, DOLLAR_STRING, INTEGER, NUMERIC -> true;
            default -> false;
        };
    }

    /** Its columns have no names (manual 7.3.2). */
    static QueryReferences read(List<Token> tokens) {
        List<OutputColumn> output = IntStream.iterate(1, i -> i < tokens.size(), i -> i + 2)
                .mapToObj(i -> new OutputColumn(
                        ColumnNaming.UNNAMED, null, tokens.get(i).span()))
                .toList();
        return new QueryReferences(List.of(), List.of(), List.of(), List.of(), output, true);
    }
}
