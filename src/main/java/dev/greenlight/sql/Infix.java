package dev.greenlight.sql;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operators that follow an operand, weakest first (manual 4.1.6, Table 4.2). */
enum Infix {
    OR(Level.OR),
    AND(Level.AND),
    /** {@code IS …}, {@code ISNULL}, {@code NOTNULL}. */
    IS(Level.IS),
    COMPARISON(Level.COMPARISON),
    BETWEEN(Level.MATCH),
    IN(Level.MATCH),
    /** {@code LIKE}, {@code ILIKE}, {@code SIMILAR TO}. */
    LIKE(Level.MATCH),
    /** Any other operator, and {@code OPERATOR(schema.name)}. */
    OTHER(Level.OTHER),
    OVERLAPS(Level.OTHER),
    ADDITION(Level.ADDITION),
    MULTIPLICATION(Level.MULTIPLICATION),
    POWER(Level.POWER),
    /** {@code AT TIME ZONE}, {@code AT LOCAL}. */
    AT(Level.AT),
    COLLATE(Level.COLLATE),
    TYPECAST(Level.TYPECAST);

    /** How strongly an operator binds. */
    static final class Level {
        static final int LOWEST = 0;
        static final int OR = 1;
        static final int AND = 2;
        static final int NOT = 3;
        static final int IS = 4;
        static final int COMPARISON = 5;
        static final int MATCH = 6;
        static final int OTHER = 7;
        static final int ADDITION = 8;
        static final int MULTIPLICATION = 9;
        static final int POWER = 10;
        static final int AT = 11;
        static final int COLLATE = 12;
        static final int SIGN = 13;
        static final int TYPECAST = 14;

        private Level() {}
    }

    private final int level;

    Infix(int level) {
        this.level = level;
    }

    int level() {
        return level;
    }

    /** Whether {@code a < b < c} is an error for such an operator. */
    boolean isNonAssociative() {
        return level >= Level.IS && level <= Level.MATCH;
    }

    /** The operator that stands here, if one does. */
    static Optional<Infix> at(Cursor cursor) {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case OPERATOR -> Optional.of(symbol(token.value()));
            case TYPECAST -> Optional.of(TYPECAST);
            case WORD -> word(cursor, token.value());
            default -> Optional.empty();
        };
    }

    static Infix symbol(String symbol) {
        return switch (symbol) {
            case "+", "-" -> ADDITION;
            case "*", "/", "%" -> MULTIPLICATION;
            case "^" -> POWER;
            case "<", ">", "=", "<=", ">=", "<>", "!=" -> COMPARISON;
            default -> OTHER;
        };
    }

    private static Optional<Infix> word(Cursor cursor, String word) {
        return switch (word) {
            case "or" -> Optional.of(OR);
            case "and" -> Optional.of(AND);
            case "is", "isnull", "notnull" -> Optional.of(IS);
            case "not" -> Optional.ofNullable(match(cursor, 1));
            case "overlaps" -> Optional.of(OVERLAPS);
            case "collate" -> Optional.of(COLLATE);
            case "at" ->
                cursor.isWord("at", "time") || cursor.isWord("at", "local") ? Optional.of(AT) : Optional.empty();
            case "operator" -> cursor.peek(1).is(TokenKind.LEFT_PAREN) ? Optional.of(OTHER) : Optional.empty();
            default -> Optional.ofNullable(match(cursor, 0));
        };
    }

    private static @Nullable Infix match(Cursor cursor, int ahead) {
        return switch (cursor.peek(ahead).value()) {
            case "between" -> BETWEEN;
            case "in" -> IN;
            case "like", "ilike" -> LIKE;
            case "similar" -> cursor.isWordAt(ahead + 1, "to") ? LIKE : null;
            default -> null;
        };
    }
}
