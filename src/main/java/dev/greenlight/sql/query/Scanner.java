package dev.greenlight.sql.query;

import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.Frame.Clause;
import dev.greenlight.sql.query.Frame.Kind;

/**
 * Reads expressions and queries from left to right as operands and what stands between them, and marks what each token
 * does. It finds names, calls and types; which names a sub-select or a join sees is not its business. What it does not
 * understand it marks as doubtful and passes over.
 */
final class Scanner {
    private final Marks marks;
    private final Scan scan;
    private final ClauseWords clauses;
    private final OperandWords operands;
    private final OperatorWords operators;
    private final NameReader names;

    private Scanner(Marks marks, Scan scan) {
        this.marks = marks;
        this.scan = scan;
        this.clauses = new ClauseWords(scan);
        this.operands = new OperandWords(scan);
        this.operators = new OperatorWords(scan);
        this.names = new NameReader(scan);
    }

    /** Reads expressions with commas between them. */
    static void expressions(Marks marks, int from, int to) {
        run(marks, from, to, Kind.GROUP, Clause.EXPRESSION);
    }

    /** Reads what stands between the brackets of a subscript. */
    static void subscript(Marks marks, int from, int to) {
        run(marks, from, to, Kind.SUBSCRIPT, Clause.EXPRESSION);
    }

    /** Reads a query. */
    static void query(Marks marks, int from, int to) {
        run(marks, from, to, Kind.QUERY, Clause.START);
    }

    /** Reads a part of a query: the select list or the FROM items, without the word before them. */
    static void part(Marks marks, int from, int to, Clause clause) {
        run(marks, from, to, Kind.QUERY, clause);
    }

    private static void run(Marks marks, int from, int to, Kind kind, Clause clause) {
        Scan scan = new Scan(marks, from, to, new Frame(kind, from, marks.newQuery(), clause));
        new Scanner(marks, scan).run();
    }

    private void run() {
        while (!scan.atEnd()) {
            int before = scan.at();
            step();
            if (scan.at() == before) {
                scan.unknown();
            }
        }
        if (!scan.isOutermost()) {
            marks.doubt();
        }
    }

    private void step() {
        switch (scan.token().kind()) {
            case LEFT_PAREN -> open();
            case RIGHT_PAREN, RIGHT_BRACKET -> close();
            case LEFT_BRACKET -> bracket();
            case COMMA -> comma();
            case COLON -> colon();
            case TYPECAST -> cast();
            case OPERATOR -> operator();
            case DOT -> field();
            case WORD -> word();
            case QUOTED_IDENTIFIER, PLACEHOLDER -> quoted();
            case STRING, BIT_STRING, DOLLAR_STRING, INTEGER, NUMERIC, PARAMETER -> value();
            default -> scan.unknown();
        }
    }

    private void word() {
        if (scan.frame().isQuery() && clauses.read()) {
            return;
        }
        if (scan.expectsOperand() ? !operands.read() : !operators.read()) {
            identifier();
        }
    }

    private void quoted() {
        if (!scan.frame().isQuery() || !clauses.readName()) {
            identifier();
        }
    }

    private void identifier() {
        if (scan.expectsOperand()) {
            names.read();
        } else {
            operators.alias();
        }
    }

    private void value() {
        if (scan.expectsOperand()) {
            scan.take(Role.VALUE);
            scan.expectOperand(false);
        } else {
            scan.unknown();
        }
    }

    private void open() {
        boolean query = scan.expectsOperand() && startsQuery(scan.at());
        Frame outer = scan.frame();
        if (query) {
            scan.push(Kind.QUERY, marks.newQuery(), Clause.START);
        } else if (scan.expectsOperand() && outer.namesRelations()) {
            scan.push(Kind.QUERY, outer.query, Clause.FROM);
        } else if (!scan.expectsOperand()) {
            scan.unknown();
        } else if (marks.is(scan.at() + 1, TokenKind.RIGHT_PAREN)) {
            scan.take(Role.VALUE);
            scan.take(Role.SKIPPED);
            scan.expectOperand(false);
        } else {
            scan.push(Kind.GROUP, outer.query, Clause.EXPRESSION);
        }
    }

    /** Whether a query begins behind this parenthesis, and not an expression or a row with a sub-select in front. */
    private boolean startsQuery(int open) {
        int inner = open;
        while (marks.is(inner + 1, TokenKind.LEFT_PAREN)) {
            inner++;
        }
        if (!isQueryWord(inner + 1)) {
            return false;
        }
        return inner == open || clauses.followsQuery(marks.partner(open + 1) + 1);
    }

    private boolean isQueryWord(int index) {
        return marks.isWord(index, "select")
                || marks.isWord(index, "with")
                || marks.isWord(index, "table")
                || marks.isWord(index, "values") && marks.is(index + 1, TokenKind.LEFT_PAREN);
    }

    private void close() {
        while (scan.frame().is(Kind.CASE)) {
            marks.doubt();
            scan.pop();
        }
        if (scan.isOutermost()) {
            scan.unknown();
            return;
        }
        Frame closed = scan.pop();
        if (closed.hasArguments()) {
            Arguments.finishCall(scan, closed);
        }
        boolean distinct = closed.is(Kind.DISTINCT);
        scan.take(distinct ? Role.CLOSE_DISTINCT : scan.token().is(TokenKind.RIGHT_PAREN) ? Role.PLAIN : Role.CLOSE);
        scan.expectOperand(distinct);
    }

    private void bracket() {
        Kind kind = scan.expectsOperand() ? Kind.ARRAY : Kind.SUBSCRIPT;
        scan.push(kind, scan.expectsOperand() ? Role.OPEN : Role.SUBSCRIPT);
    }

    private void comma() {
        Frame frame = scan.frame();
        Arguments.finish(scan);
        if (frame.clause == Clause.ON) {
            frame.clause = Clause.FROM;
        }
        scan.take(Role.COMMA);
        frame.argumentStart = frame.argumentStart < 0 ? -1 : scan.at();
        scan.expectOperand(true);
    }

    /** The bounds of a slice, or a key and its value in JSON_OBJECT. */
    private void colon() {
        Kind kind = scan.frame().kind;
        if (kind != Kind.SUBSCRIPT && kind != Kind.GRAMMAR) {
            scan.unknown();
        } else if (scan.expectsOperand() || marks.is(scan.at() + 1, TokenKind.RIGHT_BRACKET)) {
            scan.take(Role.SKIPPED);
        } else {
            scan.take(Role.COMMA);
            scan.expectOperand(true);
        }
    }

    private void cast() {
        scan.take(Role.SKIPPED);
        scan.type();
    }

    private void operator() {
        boolean star = scan.token().value().equals("*");
        if (!scan.expectsOperand()) {
            boolean inheritance = star && scan.frame().namesRelations();
            scan.take(inheritance ? Role.SKIPPED : Role.INFIX);
            scan.expectOperand(!inheritance);
        } else if (star && scan.frame().clause == Clause.SELECT && scan.frame().isQuery()) {
            names.star();
        } else {
            scan.take(star ? Role.VALUE : Role.SKIPPED);
            scan.expectOperand(!star);
        }
    }

    /** A field of a row in parentheses, or of an array's element. */
    private void field() {
        if (scan.expectsOperand()) {
            scan.unknown();
        } else {
            scan.take(Role.SKIPPED);
            if (!scan.atEnd()) {
                scan.take(Role.SKIPPED);
            }
        }
    }
}
