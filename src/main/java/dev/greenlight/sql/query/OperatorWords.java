package dev.greenlight.sql.query;

import dev.greenlight.sql.Keywords;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.Frame.Clause;
import dev.greenlight.sql.query.Frame.Kind;
import java.util.List;

/** Reads the words that stand behind an operand: operators, clauses of calls, aliases. */
final class OperatorWords {
    private final Scan scan;

    OperatorWords(Scan scan) {
        this.scan = scan;
    }

    /** Reads the word here; false where it is an alias like others. */
    boolean read() {
        String word = scan.token().value();
        if (argument(word) || operator(word) || postfix(word) || clause(word) || branch(word)) {
            return true;
        }
        if (!Keywords.mayNameRole(word)) {
            scan.unknown();
            return true;
        }
        return false;
    }

    /** Words between two operands. */
    private boolean operator(String word) {
        switch (word) {
            case "and", "or", "in", "like", "ilike", "escape" -> infix(1);
            case "overlaps" -> {
                report("overlaps");
                infix(1);
            }
            case "similar" -> infix(2);
            case "between" -> infix(scan.isWord(word, "symmetric") || scan.isWord(word, "asymmetric") ? 2 : 1);
            case "operator" -> {
                if (!scan.is(1, TokenKind.LEFT_PAREN)) {
                    return false;
                }
                scan.take(Role.INFIX);
                scan.skipParentheses();
                scan.expectOperand(true);
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
        scan.take(Role.INFIX);
        scan.skip(words - 1);
        scan.expectOperand(true);
    }

    /** AT TIME ZONE and AT LOCAL call timezone (manual 9.9.4). */
    private boolean zone() {
        boolean local = scan.isWord("at", "local");
        if (!local && !scan.isWord("at", "time", "zone")) {
            return false;
        }
        report("timezone");
        if (local) {
            scan.skip(2);
        } else {
            infix(3);
        }
        return true;
    }

    /** Says that the word here calls a function. */
    private void report(String function) {
        Token word = scan.token();
        ObjectName name = new ObjectName(List.of(new Name(function, word.span())));
        scan.marks().functions.add(new FunctionCall(name, List.of(), true, word.span()));
    }

    /** IS with what it asks (manual 9.2, Comparison Functions and Operators); only DISTINCT FROM has an operand. */
    private void is() {
        int distinct = scan.isWord("is", "not") ? 2 : 1;
        if (scan.marks().isWord(scan.at() + distinct, "distinct", "from")) {
            infix(distinct + 2);
            return;
        }
        scan.skip(distinct);
        if (!scan.atEnd() && scan.token().value().startsWith("nf")) {
            scan.skip(1);
        }
        if (scan.isWord("normalized")) {
            report("is_normalized");
        }
        boolean json = scan.isWord("json");
        scan.skip(1);
        while (json && isJsonWord()) {
            scan.skip(1);
        }
    }

    private boolean isJsonWord() {
        return !scan.atEnd()
                && switch (scan.token().value()) {
                    case "value", "array", "object", "scalar", "with", "without", "unique", "keys" -> true;
                    default -> false;
                };
    }

    /** Words that need no operand behind them. */
    private boolean postfix(String word) {
        switch (word) {
            case "isnull", "notnull", "not", "asc", "desc" -> scan.take(Role.SKIPPED);
            case "nulls" -> {
                if (!scan.isWord("nulls", "first") && !scan.isWord("nulls", "last")) {
                    return false;
                }
                scan.skip(2);
            }
            case "using" -> {
                if (!scan.is(1, TokenKind.OPERATOR)) {
                    return false;
                }
                scan.skip(2);
            }
            case "collate" -> {
                scan.skip(2);
                while (scan.is(0, TokenKind.DOT)) {
                    scan.skip(2);
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
        boolean parenthesis = scan.is(1, TokenKind.LEFT_PAREN);
        if (word.equals("over") && parenthesis) {
            scan.take(Role.INFIX_CALL);
            scan.push(Kind.WINDOW, Role.PLAIN);
        } else if (word.equals("over")) {
            scan.skip(2);
        } else if (word.equals("filter") && parenthesis) {
            scan.take(Role.INFIX_CALL);
            scan.push(Kind.FILTER, Role.PLAIN);
        } else if (scan.isWord("within", "group")) {
            scan.take(Role.INFIX, Role.CALL);
            scan.push(Kind.WINDOW, Role.PLAIN);
        } else {
            Kind kind = scan.frame().kind;
            return (kind == Kind.WINDOW || kind == Kind.NAMED_WINDOW) && Windows.clause(scan, word);
        }
        return true;
    }

    /** The words of CASE (manual 9.18, Conditional Expressions). */
    private boolean branch(String word) {
        if (!scan.frame().is(Kind.CASE)) {
            return false;
        }
        switch (word) {
            case "when", "then", "else" -> {
                scan.take(Role.COMMA);
                scan.expectOperand(true);
            }
            case "end" -> {
                scan.take(Role.CLOSE);
                scan.pop();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Words between the arguments of a call. */
    private boolean argument(String word) {
        Frame frame = scan.frame();
        if (frame.is(Kind.CAST) && word.equals("as")) {
            scan.take(Role.SKIPPED);
            scan.type();
            return true;
        }
        if (!frame.hasArguments()) {
            return false;
        }
        switch (word) {
            case "from", "for", "placing" -> separator(1);
            case "similar" -> {
                if (scan.isWord("similar", "to")) {
                    return false;
                }
                separator(1);
            }
            case "order" -> {
                Arguments.finish(scan);
                frame.argumentStart = -1;
                scan.take(Role.COMMA, Role.SKIPPED);
                scan.expectOperand(true);
            }
            default -> {
                return frame.is(Kind.GRAMMAR) && GrammarWords.behindOperand(scan, this, word);
            }
        }
        return true;
    }

    /** Ends one argument and begins the next behind so many words. */
    void separator(int words) {
        Arguments.finish(scan);
        scan.take(Role.COMMA);
        scan.skip(words - 1);
        scan.frame().grammar = true;
        scan.frame().argumentStart = scan.at();
        scan.expectOperand(true);
    }

    /** Reads a name that stands behind an operand without AS. */
    void alias() {
        Frame frame = scan.frame();
        boolean query = frame.isQuery() && frame.clause != Clause.SELECT && frame.clause != Clause.FROM;
        if (query || frame.hasArguments() || frame.is(Kind.CASE)) {
            scan.unknown();
            return;
        }
        scan.take(Role.ALIAS);
        if (frame.namesRelations() && scan.is(0, TokenKind.LEFT_PAREN)) {
            columnAliases();
        }
    }

    /** The names that a FROM item gives to its columns, for a function with their types. */
    void columnAliases() {
        Marks marks = scan.marks();
        int close = marks.partner(scan.at());
        scan.take(Role.SKIPPED);
        while (!scan.atEnd() && scan.at() < close) {
            scan.take(Role.COLUMN_ALIAS);
            if (scan.at() < close && !scan.is(0, TokenKind.COMMA)) {
                scan.type();
            }
            if (scan.isWord("collate")) {
                postfix("collate");
            }
            if (scan.at() < close) {
                scan.take(Role.SKIPPED);
            }
        }
        scan.skip(1);
    }
}
