package dev.greenlight.sql.query;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.query.Frame.Clause;
import dev.greenlight.sql.query.Frame.Kind;
import dev.greenlight.sql.query.FunctionCall.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a name begins: a column, a relation, a call, a typed literal or a named argument (manual 4.2 and 4.3). */
final class NameReader {
    private static final Set<String> CONSTANTS = Set.of("null", "true", "false");

    private final Scanner scanner;
    private final Marks marks;

    NameReader(Scanner scanner) {
        this.scanner = scanner;
        this.marks = scanner.marks();
    }

    void read() {
        if (namesWindow()) {
            scanner.take(Role.SKIPPED);
            scanner.expectOperand(false);
            return;
        }
        int first = scanner.at();
        List<Name> parts = new ArrayList<>(List.of(Name.of(scanner.token())));
        scanner.take(Role.NAME);
        while (scanner.is(0, TokenKind.DOT) && isLabel(scanner.at() + 1)) {
            scanner.take(Role.PLAIN);
            parts.add(Name.of(scanner.token()));
            scanner.take(scanner.token().is(TokenKind.OPERATOR) ? Role.PLAIN : Role.NAME);
        }
        if (scanner.is(0, TokenKind.LEFT_PAREN)) {
            call(first, new ObjectName(parts));
        } else if (scanner.is(0, TokenKind.STRING) || scanner.is(0, TokenKind.DOLLAR_STRING)) {
            literal(first);
        } else if (isNamedArgument(parts)) {
            label(first);
        } else {
            sight(first, parts, marks.is(scanner.at() - 1, TokenKind.OPERATOR));
        }
    }

    private boolean namesWindow() {
        Frame frame = scanner.frame();
        return (frame.is(Kind.WINDOW) || frame.is(Kind.NAMED_WINDOW)) && scanner.at() == frame.start;
    }

    private boolean isLabel(int index) {
        return marks.is(index, TokenKind.WORD)
                || marks.is(index, TokenKind.QUOTED_IDENTIFIER)
                || marks.is(index, TokenKind.PLACEHOLDER)
                || marks.is(index, TokenKind.OPERATOR)
                        && marks.token(index).value().equals("*");
    }

    /** {@code *} by itself. */
    void star() {
        int first = scanner.at();
        scanner.take(Role.PLAIN);
        sight(first, List.of(Name.of(marks.token(first))), true);
    }

    private void sight(int first, List<Name> parts, boolean star) {
        Frame frame = scanner.frame();
        ObjectName qualifier = parts.size() == 1 ? null : new ObjectName(parts.subList(0, parts.size() - 1));
        marks.sightings.add(
                new Marks.Sighting(first, qualifier, parts.getLast(), star, frame.namesRelations(), frame.query));
        scanner.expectOperand(false);
    }

    private void call(int first, ObjectName name) {
        marks.mark(first, scanner.at(), Role.SKIPPED);
        marks.mark(first, Role.CALL);
        Frame frame = scanner.push(Kind.CALL, Role.PLAIN);
        if (!isGrouping(name)) {
            frame.function = name;
        }
    }

    /** ROLLUP and CUBE are no functions in GROUP BY (manual 7.2.4, GROUPING SETS, CUBE, and ROLLUP). */
    private boolean isGrouping(ObjectName name) {
        return scanner.query().clause == Clause.GROUP_BY
                && name.parts().size() == 1
                && (name.name().equals("rollup") || name.name().equals("cube"));
    }

    /** {@code type 'text'} (manual 4.1.2.7, Constants of Other Types). */
    private void literal(int first) {
        int text = scanner.at();
        scanner.marks().mark(first, text, Role.SKIPPED);
        TypeName.startOf(marks.tokens().subList(first, text)).ifPresent(marks.types::add);
        scanner.take(Role.VALUE);
        scanner.expectOperand(false);
    }

    /** {@code name => value} and {@code name := value} (manual 4.3.2, Using Named Notation). */
    private boolean isNamedArgument(List<Name> parts) {
        return parts.size() == 1
                && scanner.frame().hasArguments()
                && (scanner.is(0, TokenKind.EQUALS_GREATER) || scanner.is(0, TokenKind.COLON_EQUALS));
    }

    private void label(int first) {
        marks.mark(first, Role.SKIPPED);
        scanner.take(Role.SKIPPED);
        scanner.expectOperand(true);
    }

    /** Ends the argument that stands before this place. */
    void finishArgument(Frame frame) {
        int from = frame.argumentStart;
        int to = scanner.at();
        if (from < 0 || from >= to || isStar(from, to)) {
            return;
        }
        boolean labelled = marks.is(from + 1, TokenKind.EQUALS_GREATER) || marks.is(from + 1, TokenKind.COLON_EQUALS);
        Name label = labelled ? Name.of(marks.token(from)) : null;
        Span span = marks.token(from).span().cover(marks.token(to - 1).span());
        frame.arguments.add(new Argument(label, constant(labelled ? from + 2 : from, to), span));
    }

    private boolean isStar(int from, int to) {
        return to == from + 1 && marks.token(from).value().equals("*") && marks.is(from, TokenKind.OPERATOR);
    }

    private @Nullable Token constant(int from, int to) {
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

    /** Ends the call whose parenthesis closes at this place. */
    void finish(Frame frame) {
        finishArgument(frame);
        ObjectName function = frame.function;
        if (function != null) {
            Span span = function.span().cover(scanner.token().span());
            marks.functions.add(new FunctionCall(function, frame.arguments, frame.grammar, span));
        }
    }
}
