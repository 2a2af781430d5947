package dev.greenlight.sql.query;

import java.util.List;

/**
 * A part of a query's structure, as far as it matters to what its names see.
 *
 * @param first the index of its first token
 * @param last the index of its last token that is part of the structure
 */
record Part(Kind kind, int first, int last, List<Part> parts) {
    /** What it is. */
    enum Kind {
        /** A query, with or without parentheses; its parts are others. */
        QUERY,
        /** A single SELECT. */
        SELECT,
        COMMON_TABLE,
        RELATION,
        FUNCTION,
        SUBQUERY,
        LATERAL_SUBQUERY,
        /** FROM items in parentheses. */
        JOINED,
        /** A further FROM item behind a comma. */
        COMMA,
        JOIN,
        NATURAL_JOIN,
        /** A column or a star. */
        COLUMN,
        /** A bare name in ORDER BY. */
        SORT_COLUMN,
        /** A bare name in GROUP BY. */
        GROUP_COLUMN,
        /** A bare name in ORDER BY behind UNION, INTERSECT or EXCEPT. */
        RESULT_COLUMN,
        /** What has no place in PostgreSQL's grammar. */
        FOREIGN;

        boolean isName() {
            return switch (this) {
                case COLUMN, SORT_COLUMN, GROUP_COLUMN, RESULT_COLUMN -> true;
                default -> false;
            };
        }
    }

    Part {
        parts = List.copyOf(parts);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it is an entry of FROM without the join before it. */
    boolean isFromItem() {
        return switch (kind) {
            case RELATION, FUNCTION, SUBQUERY, LATERAL_SUBQUERY, JOINED -> true;
            default -> false;
        };
    }

    boolean isJoin() {
        return kind == Kind.COMMA || kind == Kind.JOIN || kind == Kind.NATURAL_JOIN;
    }
}
