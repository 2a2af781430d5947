package dev.greenlight.sql;

import dev.greenlight.sql.Infix.Level;
import java.util.Optional;

/**
 * Finds where a value expression ends (manual 4.2) by reading its operators as PostgreSQL ranks them (manual 4.1.6).
 * It builds no tree: what an expression means is asked elsewhere.
 */
final class ExpressionParser {
    private final Cursor cursor;

    /** Whether only what may follow DEFAULT in a column definition is read, so that {@code NOT NULL} ends it. */
    private final boolean restricted;

    private ExpressionParser(Cursor cursor, boolean restricted) {
        this.cursor = cursor;
        this.restricted = restricted;
    }

    /** Any expression. */
    static Expression expression(Cursor cursor) {
        int start = cursor.position();
        skip(cursor);
        return new Expression(cursor.tokensFrom(start));
    }

    /** An expression without AND, OR, NOT, LIKE, IN, BETWEEN, AT, COLLATE and IS NULL outside parentheses. */
    static Expression restricted(Cursor cursor) {
        int start = cursor.position();
        new ExpressionParser(cursor, true).operators(Level.LOWEST);
        return new Expression(cursor.tokensFrom(start));
    }

    /** Moves behind any expression; says whether it is a mere operand, without operators outside parentheses. */
    static boolean skip(Cursor cursor) {
        return new ExpressionParser(cursor, false).operators(Level.LOWEST);
    }

    /** Moves behind expressions with commas between them; at least one must be there. */
    static void skipList(Cursor cursor) {
        do {
            skip(cursor);
        } while (cursor.accept(TokenKind.COMMA));
    }

    /** Reads an operand and what follows it, as long as the operators bind so strongly; says whether nothing does. */
    private boolean operators(int weakest) {
        return cursor.nested(() -> {
            boolean operand = prefix();
            Optional<Infix> last = Optional.empty();
            for (var infix = infix(weakest); infix.isPresent(); infix = infix(weakest)) {
                if (isRepeated(last, infix.get())) {
                    throw cursor.failExpected("parentheses around one of two comparisons");
                }
                last = follow(infix.get()) ? infix : Optional.empty();
                operand = false;
            }
            return operand;
        });
    }

    private static boolean isRepeated(Optional<Infix> last, Infix infix) {
        return last.isPresent() && infix.isNonAssociative() && last.get().level() == infix.level();
    }

    private Optional<Infix> infix(int weakest) {
        return Infix.at(cursor)
                .filter(infix -> infix.level() >= weakest && (!restricted || isUnrestricted(infix)))
                .filter(infix -> infix != Infix.IS || weakest > Level.LOWEST || !isLabel());
    }

    /**
     * Where nothing is asked behind it, IS is the label of an output column, or else something is missing there. Behind
     * an operator that binds less it is never taken for one.
     */
    private boolean isLabel() {
        boolean ends = switch (cursor.peek(1).kind()) {
            case WHITESPACE, RIGHT_PAREN, SEMICOLON, COMMA -> true;
            case WORD -> cursor.isWordAt(1, "from");
            default -> false;
        };
        // Asked for the sake of the message, should it be no label.
        return ends && cursor.isWord("is") && !cursor.isWord("is", "null");
    }

    private boolean isUnrestricted(Infix infix) {
        return switch (infix) {
            case COMPARISON, OTHER, ADDITION, MULTIPLICATION, POWER, TYPECAST -> true;
            case IS -> isDistinctOrDocument(cursor.isWord("is", "not") ? 2 : 1);
            default -> false;
        };
    }

    private boolean isDistinctOrDocument(int ahead) {
        return cursor.isWord("is")
                && (cursor.isWordAt(ahead, "distinct", "from") || cursor.isWordAt(ahead, "document"));
    }

    /** Reads an operand with what stands before it; says whether nothing does. */
    private boolean prefix() {
        Token token = cursor.peek();
        if (token.is(TokenKind.OPERATOR)) {
            sign(Infix.symbol(token.value()));
        } else if (cursor.isWord("operator") && cursor.peek(1).is(TokenKind.LEFT_PAREN)) {
            sign(Infix.OTHER);
        } else if (!restricted && cursor.acceptWords("not")) {
            operators(Level.NOT);
        } else if (restricted || !cursor.acceptWords("default")) {
            OperandParser.skip(cursor);
            return true;
        }
        return false;
    }

    private void sign(Infix symbol) {
        if (symbol == Infix.ADDITION || symbol == Infix.OTHER) {
            operator();
            operators(symbol == Infix.ADDITION ? Level.SIGN : Level.OTHER + 1);
        } else {
            throw cursor.failExpected("an expression");
        }
    }

    /** An operator's symbol, or {@code OPERATOR(schema.symbol)}. */
    private void operator() {
        OperatorParser.skip(cursor);
    }

    /** Reads an operator and what stands behind it; says whether that was an operand that another could follow. */
    private boolean follow(Infix infix) {
        switch (infix) {
            case IS -> {
                return is();
            }
            case COMPARISON, OTHER, ADDITION, MULTIPLICATION, POWER -> {
                operator();
                return !quantifiedOr(infix.level() + 1);
            }
            case BETWEEN -> between();
            case IN -> {
                in();
                return false;
            }
            case LIKE -> like();
            case AT -> at();
            case COLLATE -> {
                cursor.next();
                NameParser.anyName(cursor);
            }
            case TYPECAST -> {
                cursor.next();
                TypeNameParser.type(cursor);
            }
            case OVERLAPS -> overlaps();
            case OR, AND -> {
                cursor.next();
                operators(infix.level() + 1);
            }
        }
        return true;
    }

    /** {@code ANY (…)}, {@code SOME (…)} or {@code ALL (…)}, or an operand (manual 9.25); says which. */
    private boolean quantifiedOr(int weakest) {
        boolean quantified =
                !restricted && cursor.acceptAnyWord("any", "some", "all").isPresent();
        if (quantified) {
            OperandParser.parenthesized(cursor);
        } else {
            operators(weakest);
        }
        return quantified;
    }

    private void between() {
        cursor.acceptWords("not");
        cursor.next();
        cursor.acceptAnyWord("symmetric", "asymmetric");
        new ExpressionParser(cursor, true).operators(Level.LOWEST);
        cursor.expectWord("and");
        operators(Level.MATCH + 1);
    }

    private void in() {
        cursor.acceptWords("not");
        cursor.next();
        OperandParser.parenthesized(cursor);
    }

    private void like() {
        cursor.acceptWords("not");
        if (cursor.next().isWord("similar")) {
            cursor.expectWord("to");
            operators(Level.MATCH + 1);
        } else {
            quantifiedOr(Level.MATCH + 1);
        }
        if (cursor.acceptWords("escape")) {
            operators(Level.MATCH + 1);
        }
    }

    /** Only rows overlap. */
    private void overlaps() {
        cursor.next();
        if (!cursor.is(TokenKind.LEFT_PAREN) && !cursor.isWord("row")) {
            throw cursor.failExpected("a row");
        }
        OperandParser.skip(cursor);
    }

    private void at() {
        cursor.next();
        if (!cursor.acceptWords("local")) {
            cursor.expectWords("time", "zone");
            operators(Level.AT + 1);
        }
    }

    /** {@code IS} with what it asks (manual 9.2); only DISTINCT FROM has an operand behind it. */
    private boolean is() {
        if (!cursor.next().isWord("is")) {
            return false;
        }
        cursor.acceptWords("not");
        if (cursor.acceptWords("distinct")) {
            cursor.expectWord("from");
            operators(Level.IS + 1);
            return true;
        }
        if (cursor.acceptWords("json")) {
            json();
        } else if (cursor.acceptAnyWord("nfc", "nfd", "nfkc", "nfkd").isPresent()) {
            cursor.expectWord("normalized");
        } else {
            cursor.expectAnyWord("null", "true", "false", "unknown", "document", "normalized", "distinct from");
        }
        return false;
    }

    private void json() {
        cursor.acceptAnyWord("value", "array", "object", "scalar");
        if (cursor.isWord("with", "unique") || cursor.isWord("without", "unique")) {
            cursor.next();
            cursor.next();
            cursor.acceptWords("keys");
        }
    }
}
