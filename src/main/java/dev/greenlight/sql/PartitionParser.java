package dev.greenlight.sql;

import dev.greenlight.sql.TableStatement.PartitionKey;
import java.util.List;
import java.util.Locale;

/** Reads how a table is divided and which part a partition takes (manual 5.12). */
final class PartitionParser {
    private PartitionParser() {}

    /** {@code PARTITION BY strategy (…)}. */
    static PartitionKey key(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWords("partition", "by");
        Name strategy = NameParser.name(cursor);
        List<IndexElement> elements = cursor.parenthesized(() -> IndexElementParser.partitionKey(cursor));
        return new PartitionKey(strategy.value().toLowerCase(Locale.ROOT), elements, cursor.spanFrom(start));
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
        NameParser.nonReserved(cursor);
        if (!cursor.accept(TokenKind.PLACEHOLDER)) {
            cursor.expect(TokenKind.INTEGER);
        }
        return true;
    }
}
