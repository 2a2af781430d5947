package dev.greenlight.sql.query;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.query.Frame.Clause;
import dev.greenlight.sql.query.Frame.Kind;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Reads expressions and queries from left to right as operands and what stands between them, and marks what each token
 * does. It finds names, calls and types; which names a sub-select or a join sees is not its business. What it does not
 * understand it marks as doubtful and passes over.
 */
final class Scanner {
    /** Deeper than anybody writes by hand, and far from what a thread's stack holds in JSqlParser. */
    private static final int MAX_DEPTH = 150;

    private static final Token END = new Token(TokenKind.WHITESPACE, 0, 0, "");

    private final Marks marks;
    private final int end;
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private final ClauseWords clauses;
    private final OperandWords operands;
    private final OperatorWords operators;
    private final NameReader names;
    private int at;
    private boolean operand = true;

    private Scanner(Marks marks, int from, int to) {
        this.marks = marks;
        this.at = from;
        this.end = to;
        this.clauses = new ClauseWords(this);
        this.operands = new OperandWords(this);
        this.operators = new OperatorWords(this);
        this.names = new NameReader(this);
    }

    /** Reads expressions with commas between them. */
    static void expressions(Marks marks, int from, int to) {
        new Scanner(marks, from, to).run(new Frame(Kind.GROUP, from, marks.newQuery(), Clause.EXPRESSION));
    }

    /** Reads what stands between the brackets of a subscript. */
    static void subscript(Marks marks, int from, int to) {
        new Scanner(marks, from, to).run(new Frame(Kind.SUBSCRIPT, from, marks.newQuery(), Clause.EXPRESSION));
    }

    /** Reads a query. */
    static void query(Marks marks, int from, int to) {
        new Scanner(marks, from, to).run(new Frame(Kind.QUERY, from, marks.newQuery(), Clause.START));
    }

    /** Reads a part of a query: the select list or the FROM items, without the word before them. */
    static void part(Marks marks, int from, int to, Clause clause) {
        new Scanner(marks, from, to).run(new Frame(Kind.QUERY, from, marks.newQuery(), clause));
    }

    private void run(Frame top) {
        frames.push(top);
        while (at < end) {
            int before = at;
            step();
            if (at == before) {
                unknown();
            }
        }
        if (frames.size() > 1) {
            marks.doubt();
        }
    }

    private void step() {
        switch (token().kind()) {
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
            default -> unknown();
        }
    }

    private void word() {
        if (frame().isQuery() && clauses.read()) {
            return;
        }
        if (operand ? !operands.read() : !operators.read()) {
            identifier();
        }
    }

    private void quoted() {
        if (!frame().isQuery() || !clauses.readName()) {
            identifier();
        }
    }

    private void identifier() {
        if (operand) {
            names.read();
        } else {
            operators.alias();
        }
    }

    private void value() {
        if (operand) {
            take(Role.VALUE);
            operand = false;
        } else {
            unknown();
        }
    }

    private void open() {
        boolean query = operand && startsQuery(at);
        Frame outer = frame();
        if (query) {
            push(Kind.QUERY, marks.newQuery(), Clause.START);
        } else if (operand && outer.namesRelations()) {
            push(Kind.QUERY, outer.query, Clause.FROM);
        } else if (!operand) {
            unknown();
        } else if (marks.is(at + 1, TokenKind.RIGHT_PAREN)) {
            take(Role.VALUE);
            take(Role.SKIPPED);
            operand = false;
        } else {
            push(Kind.GROUP, outer.query, Clause.EXPRESSION);
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
        while (frame().is(Kind.CASE)) {
            marks.doubt();
            frames.pop();
        }
        if (frames.size() == 1) {
            unknown();
            return;
        }
        Frame closed = frames.pop();
        if (closed.hasArguments()) {
            names.finish(closed);
        }
        boolean distinct = closed.is(Kind.DISTINCT);
        take(distinct ? Role.CLOSE_DISTINCT : token().is(TokenKind.RIGHT_PAREN) ? Role.PLAIN : Role.CLOSE);
        operand = distinct;
    }

    private void bracket() {
        Kind kind = operand ? Kind.ARRAY : Kind.SUBSCRIPT;
        push(kind, operand ? Role.OPEN : Role.SUBSCRIPT);
    }

    private void comma() {
        Frame frame = frame();
        finishArgument();
        if (frame.clause == Clause.ON) {
            frame.clause = Clause.FROM;
        }
        take(Role.COMMA);
        frame.argumentStart = frame.argumentStart < 0 ? -1 : at;
        operand = true;
    }

    /** Ends the argument of a call that stands before this place. */
    void finishArgument() {
        if (frame().hasArguments()) {
            names.finishArgument(frame());
        }
    }

    /** The bounds of a slice, or a key and its value in JSON_OBJECT. */
    private void colon() {
        Kind kind = frame().kind;
        if (kind != Kind.SUBSCRIPT && kind != Kind.GRAMMAR) {
            unknown();
        } else if (operand || marks.is(at + 1, TokenKind.RIGHT_BRACKET)) {
            take(Role.SKIPPED);
        } else {
            take(Role.COMMA);
            operand = true;
        }
    }

    private void cast() {
        take(Role.SKIPPED);
        type();
    }

    /** Passes over the type that stands here. */
    void type() {
        Optional<TypeName> type = TypeName.startOf(marks.tokens().subList(at, end));
        if (type.isEmpty()) {
            unknown();
            return;
        }
        marks.types.add(type.get());
        while (at < end && token().start() < type.get().span().end()) {
            take(Role.SKIPPED);
        }
    }

    private void operator() {
        boolean star = token().value().equals("*");
        if (!operand) {
            boolean inheritance = star && frame().namesRelations();
            take(inheritance ? Role.SKIPPED : Role.INFIX);
            operand = !inheritance;
        } else if (star && frame().clause == Clause.SELECT && frame().isQuery()) {
            names.star();
        } else {
            take(star ? Role.VALUE : Role.SKIPPED);
            operand = !star;
        }
    }

    /** A field of a row in parentheses, or of an array's element. */
    private void field() {
        if (operand) {
            unknown();
        } else {
            take(Role.SKIPPED);
            if (at < end) {
                take(Role.SKIPPED);
            }
        }
    }

    /** Passes over what makes no sense here. */
    void unknown() {
        marks.doubt();
        take(Role.SKIPPED);
    }

    Marks marks() {
        return marks;
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= end;
    }

    /** The token here; at the end one that is nothing. */
    Token token() {
        return at < end ? marks.token(at) : END;
    }

    /** Whether these words follow one another here. */
    boolean isWord(String... words) {
        return marks.isWord(at, words) && at + words.length <= end;
    }

    /** Whether this kind of token stands so many tokens ahead. */
    boolean is(int ahead, TokenKind kind) {
        return at + ahead < end && marks.is(at + ahead, kind);
    }

    Frame frame() {
        return frames.element();
    }

    boolean expectsOperand() {
        return operand;
    }

    void expectOperand(boolean expected) {
        operand = expected;
    }

    /** Marks the token here and moves behind it. */
    void take(Role role) {
        if (at < end) {
            marks.mark(at, role);
            at++;
        } else {
            marks.doubt();
        }
    }

    void take(Role first, Role... more) {
        take(first);
        for (Role role : more) {
            take(role);
        }
    }

    void skip(int count) {
        for (int i = 0; i < count && at < end; i++) {
            take(Role.SKIPPED);
        }
    }

    /** Passes over the parenthesis that opens here, with all in it. */
    void skipParentheses() {
        skip(at < end ? marks.partner(at) + 1 - at : 0);
    }

    /** Passes over the token here, or the parenthesis with all in it. */
    void skipBalanced() {
        if (is(0, TokenKind.LEFT_PAREN)) {
            skipParentheses();
        } else {
            skip(1);
        }
    }

    /** Enters what the token here opens. */
    Frame push(Kind kind, Role role) {
        return push(kind, frame().query, Clause.EXPRESSION, role);
    }

    Frame push(Kind kind, int query, Clause clause) {
        return push(kind, query, clause, Role.PLAIN);
    }

    private Frame push(Kind kind, int query, Clause clause, Role role) {
        take(role);
        Frame frame = new Frame(kind, at, query, clause);
        frames.push(frame);
        operand = true;
        if (frames.size() > MAX_DEPTH) {
            marks.giveUp();
            skip(end - at);
        }
        return frame;
    }

    void pop() {
        frames.pop();
    }

    /** The query around this place. */
    Frame query() {
        return frames.stream().filter(Frame::isQuery).findFirst().orElseGet(this::frame);
    }
}
