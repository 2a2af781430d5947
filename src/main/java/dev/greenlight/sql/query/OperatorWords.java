package dev.greenlight.sql.query;

import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.Frame.Kind;
import java.util.List;

/** Reads the words that stand behind an operand: operators, clauses of calls, aliases. */
final class OperatorWords {
    private final Scanner scanner;

    OperatorWords(Scanner scanner) {
        this.scanner = scanner;
    }

    /** Reads the word here; false where it is an alias like others. */
    boolean read() {
        String word = scanner.token().value();
        if (argument(word) || operator(word) || postfix(word) || clause(word) || branch(word)) {
            return true;
        }
        if (!Keywords.mayNameRole(word)) {
            scanner.unknown();
            return true;
        }
        return false;
    }

    /** Words between two operands. */
    private boolean operator(String word) {
        switch (word) {
            case "and", "or", "in", "like", "ilike", "overlaps", "escape" -> infix(1);
            case "similar" -> infix(2);
            case "between" -> infix(scanner.isWord(word, "symmetric") || scanner.isWord(word, "asymmetric") ? 2 : 1);
            case "operator" -> {
                if (!scanner.is(1, TokenKind.LEFT_PAREN)) {
                    return false;
                }
                scanner.take(Role.INFIX);
                scanner.skipParentheses();
                scanner.expectOperand(true);
            }
            case "at" -> {
                return zone();
            }
            case "is" -> is();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void infix(int words) {
        scanner.take(Role.INFIX);
        scanner.skip(words - 1);
        scanner.expectOperand(true);
    }

    /** AT TIME ZONE and AT LOCAL call timezone (manual 9.9.4). */
    private boolean zone() {
        boolean local = scanner.isWord("at", "local");
        if (!local && !scanner.isWord("at", "time", "zone")) {
            return false;
        }
        Token word = scanner.token();
        ObjectName timezone = new ObjectName(List.of(new Name("timezone", word.span())));
        scanner.marks().functions.add(new FunctionCall(timezone, List.of(), true, word.span()));
        if (local) {
            scanner.skip(2);
        } else {
            infix(3);
        }
        return true;
    }

    /** IS with what it asks (manual 9.2, Comparison Functions and Operators); only DISTINCT FROM has an operand. */
    private void is() {
        int distinct = scanner.isWord("is", "not") ? 2 : 1;
        if (scanner.marks().isWord(scanner.at() + distinct, "distinct", "from")) {
            infix(distinct + 2);
            return;
        }
        scanner.skip(distinct);
        if (!scanner.atEnd() && scanner.token().value().startsWith("nf")) {
            scanner.skip(1);
        }
        boolean json = scanner.isWord("json");
        scanner.skip(1);
        while (json && isJsonWord()) {
            scanner.skip(1);
        }
    }

    private boolean isJsonWord() {
        return !scanner.atEnd()
                && switch (scanner.token().value()) {
                    case "value", "array", "object", "scalar", "with", "without", "unique", "keys" -> true;
                    default -> false;
                };
    }

    /** Words that need no operand behind them. */
    private boolean postfix(String word) {
        switch (word) {
            case "isnull", "notnull", "not", "asc", "desc" -> scanner.take(Role.SKIPPED);
            case "nulls" -> {
                if (!scanner.isWord("nulls", "first") && !scanner.isWord("nulls", "last")) {
                    return false;
                }
                scanner.skip(2);
            }
            case "using" -> {
                if (!scanner.is(1, TokenKind.OPERATOR)) {
                    return false;
                }
                scanner.skip(2);
            }
            case "collate" -> {
                scanner.skip(2);
                while (scanner.is(0, TokenKind.DOT)) {
                    scanner.skip(2);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The clauses of aggregates and window functions (manual 4.2.7 and 4.2.8). */
    private boolean clause(String word) {
        boolean parenthesis = scanner.is(1, TokenKind.LEFT_PAREN);
        if (word.equals("over") && parenthesis) {
            scanner.take(Role.INFIX_CALL);
            scanner.push(Kind.WINDOW, Role.PLAIN);
        } else if (word.equals("over")) {
            scanner.skip(2);
        } else if (word.equals("filter") && parenthesis) {
            scanner.take(Role.INFIX_CALL);
            scanner.push(Kind.FILTER, Role.PLAIN);
        } else if (scanner.isWord("within", "group")) {
            scanner.take(Role.INFIX, Role.CALL);
            scanner.push(Kind.WINDOW, Role.PLAIN);
        } else {
            Kind kind = scanner.frame().kind;
            return (kind == Kind.WINDOW || kind == Kind.NAMED_WINDOW) && Windows.clause(scanner, word);
        }
        return true;
    }

    /** The words of CASE (manual 9.18, Conditional Expressions). */
    private boolean branch(String word) {
        if (!scanner.frame().is(Kind.CASE)) {
            return false;
        }
        switch (word) {
            case "when", "then", "else" -> {
                scanner.take(Role.COMMA);
                scanner.expectOperand(true);
            }
            case "end" -> {
                scanner.take(Role.CLOSE);
                scanner.pop();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Words between the arguments of a call. */
    private boolean argument(String word) {
        Frame frame = scanner.frame();
        if (frame.is(Kind.CAST) && word.equals("as")) {
            scanner.take(Role.SKIPPED);
            scanner.type();
            return true;
        }
        if (!frame.hasArguments()) {
            return false;
        }
        switch (word) {
            case "from", "for", "placing" -> separator(1);
            case "similar" -> {
                if (scanner.isWord("similar", "to")) {
                    return false;
                }
                separator(1);
            }
            case "order" -> {
                scanner.finishArgument();
                frame.argumentStart = -1;
                scanner.take(Role.COMMA, Role.SKIPPED);
                scanner.expectOperand(true);
            }
            default -> {
                return frame.is(Kind.GRAMMAR) && GrammarWords.behindOperand(scanner, this, word);
            }
        }
        return true;
    }

    /** Ends one argument and begins the next behind so many words. */
    void separator(int words) {
        scanner.finishArgument();
        scanner.take(Role.COMMA);
        scanner.skip(words - 1);
        scanner.frame().grammar = true;
        scanner.frame().argumentStart = scanner.at();
        scanner.expectOperand(true);
    }

    /** Reads a name that stands behind an operand without AS. */
    void alias() {
        Frame frame = scanner.frame();
        if (frame.hasArguments() || frame.is(Kind.CASE)) {
            scanner.unknown();
            return;
        }
        scanner.take(Role.ALIAS);
        if (frame.namesRelations() && scanner.is(0, TokenKind.LEFT_PAREN)) {
            columnAliases();
        }
    }

    /** The names that a FROM item gives to its columns, for a function with their types. */
    void columnAliases() {
        Marks marks = scanner.marks();
        int close = marks.partner(scanner.at());
        scanner.take(Role.SKIPPED);
        while (!scanner.atEnd() && scanner.at() < close) {
            scanner.take(Role.COLUMN_ALIAS);
            if (scanner.at() < close && !scanner.is(0, TokenKind.COMMA)) {
                scanner.type();
            }
            if (scanner.isWord("collate")) {
                postfix("collate");
            }
            if (scanner.at() < close) {
                scanner.take(Role.SKIPPED);
            }
        }
        scanner.skip(1);
    }
}
