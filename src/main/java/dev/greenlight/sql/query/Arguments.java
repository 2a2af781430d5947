package dev.greenlight.sql.query;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.query.FunctionCall.Argument;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the arguments of the call that a scan is in. */
final class Arguments {
    private static final Set<String> CONSTANTS = Set.of("null", "true", "false");

    private final Marks marks;
    private final Frame frame;
    private final int to;

    private Arguments(Scan scan, Frame frame) {
        this.marks = scan.marks();
        this.frame = frame;
        this.to = scan.at();
    }

    /** Ends the argument that stands before this place, if it is in a call. */
    static void finish(Scan scan) {
        if (scan.frame().hasArguments()) {
            new Arguments(scan, scan.frame()).finish();
        }
    }

    /** Ends the call whose parenthesis closes at this place. */
    static void finishCall(Scan scan, Frame call) {
        new Arguments(scan, call).finish();
        ObjectName function = call.function;
        if (function != null) {
            Span span = function.span().cover(scan.token().span());
            scan.marks().functions.add(new FunctionCall(function, call.arguments, call.grammar, span));
        }
    }

    private void finish() {
        int from = frame.argumentStart;
        if (from < 0 || from >= to || isStar(from)) {
            return;
        }
        boolean labelled = marks.is(from + 1, TokenKind.EQUALS_GREATER) || marks.is(from + 1, TokenKind.COLON_EQUALS);
        Name label = labelled ? Name.of(marks.token(from)) : null;
        Span span = marks.token(from).span().cover(marks.token(to - 1).span());
        frame.arguments.add(new Argument(label, constant(labelled ? from + 2 : from), span));
    }

    private boolean isStar(int from) {
        return to == from + 1 && marks.token(from).value().equals("*") && marks.is(from, TokenKind.OPERATOR);
    }

    private @Nullable Token constant(int from) {
        Token constant = null;
        for (int i = from; i < to; i++) {
            Token token = marks.token(i);
            if (marks.role(i) == Role.VALUE && constant == null && isConstant(token)) {
                constant = token;
            } else if (marks.role(i) != Role.SKIPPED || token.is(TokenKind.OPERATOR)) {
                return null;
            }
        }
        return constant;
    }

    private static boolean isConstant(Token token) {
        return switch (token.kind()) {
            case STRING, BIT_STRING, DOLLAR_STRING, INTEGER, NUMERIC -> true;
            case WORD -> CONSTANTS.contains(token.value());
            default -> false;
        };
    }
}
