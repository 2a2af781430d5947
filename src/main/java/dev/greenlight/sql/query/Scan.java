package dev.greenlight.sql.query;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.query.Frame.Clause;
import dev.greenlight.sql.query.Frame.Kind;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * A place in a statement's tokens that moves forward as they are marked: what encloses it, and whether an operand is
 * expected there.
 */
final class Scan {
    /** Deeper than anybody writes by hand, and far from what a thread's stack holds in JSqlParser. */
    private static final int MAX_DEPTH = 150;

    private static final Token END = new Token(TokenKind.WHITESPACE, 0, 0, "");

    private final Marks marks;
    private final int end;
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();
    private int at;
    private boolean operand = true;

    Scan(Marks marks, int from, int to, Frame top) {
        this.marks = marks;
        this.at = from;
        this.end = to;
        frames.push(top);
    }

    /** Passes over what makes no sense here. */
    void unknown() {
        marks.doubt();
        take(Role.SKIPPED);
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

    /** Leaves what encloses this place. */
    Frame pop() {
        return frames.pop();
    }

    /** Whether nothing that was opened encloses this place. */
    boolean isOutermost() {
        return frames.size() == 1;
    }

    /** The query around this place. */
    Frame query() {
        return frames.stream().filter(Frame::isQuery).findFirst().orElseGet(this::frame);
    }
}
