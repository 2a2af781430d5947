package dev.greenlight.sql;

import dev.greenlight.sql.TableStatement.PartitionKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads how a table is divided and which part a partition takes (manual 5.12). */
final class PartitionParser {
    private static final Set<String> STRATEGIES = Set.of("range", "list", "hash");

    private PartitionParser() {}

    /** {@code PARTITION BY strategy (…)}. */
    static PartitionKey key(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("partition", "by");
        String strategy = strategy(cursor);
        List<IndexElement> elements = cursor.parenthesized(() -> IndexElementParser.partitionKey(cursor));
        return new PartitionKey(strategy, elements, cursor.spanFrom(start));
    }

    private static String strategy(Cursor cursor) {
        Token token = cursor.peek();
        String strategy = NameParser.name(cursor).value().toLowerCase(Locale.ROOT);
        if (!token.is(TokenKind.PLACEHOLDER) && !STRATEGIES.contains(strategy)) {
            throw new ParseFailure(token, "unrecognized partitioning strategy \"" + strategy + "\"");
        }
        return strategy;
    }

    /** {@code FOR VALUES …} or {@code DEFAULT}. */
    static PartitionBound bound(Cursor cursor) {
        int start = cursor.position();
        if (cursor.acceptWords("default")) {
            return new PartitionBound(true, cursor.spanFrom(start));
        }
        cursor.expectWords("for", "values");
        switch (cursor.expectAnyWord("in", "from", "with")) {
            case "in" -> values(cursor);
            case "from" -> {
                values(cursor);
                cursor.expectWord("to");
                values(cursor);
            }
            default -> cursor.parenthesized(() -> hashPart(cursor));
        }
        return new PartitionBound(false, cursor.spanFrom(start));
    }

    private static void values(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        ExpressionParser.skipList(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
    }

    /** {@code MODULUS 4} or {@code REMAINDER 0}. */
    private static boolean hashPart(Cursor cursor) {
        cursor.expectAnyWord("modulus", "remainder");
        if (!cursor.accept(TokenKind.PLACEHOLDER)) {
            cursor.expect(TokenKind.INTEGER);
        }
        return true;
    }
}
