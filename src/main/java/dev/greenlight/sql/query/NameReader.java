package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectName;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import dev.greenlight.sql.query.Frame.Clause;
import dev.greenlight.sql.query.Frame.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads what a name begins: a column, a relation, a call, a typed literal or a named argument (manual 4.2 and 4.3). */
final class NameReader {
    private final Scan scan;
    private final Marks marks;

    NameReader(Scan scan) {
        this.scan = scan;
        this.marks = scan.marks();
    }

    void read() {
        if (namesWindow()) {
            scan.take(Role.SKIPPED);
            scan.expectOperand(false);
            return;
        }
        int first = scan.at();
        List<Name> parts = new ArrayList<>(List.of(Name.of(scan.token())));
        scan.take(Role.NAME);
        while (scan.is(0, TokenKind.DOT) && isLabel(scan.at() + 1)) {
            scan.take(Role.PLAIN);
            parts.add(Name.of(scan.token()));
            scan.take(scan.token().is(TokenKind.OPERATOR) ? Role.PLAIN : Role.NAME);
        }
        if (scan.is(0, TokenKind.LEFT_PAREN)) {
            call(first, new ObjectName(parts));
        } else if (scan.is(0, TokenKind.STRING) || scan.is(0, TokenKind.DOLLAR_STRING)) {
            literal(first);
        } else if (isNamedArgument(parts)) {
            label(first);
        } else {
            sight(first, parts, marks.is(scan.at() - 1, TokenKind.OPERATOR));
        }
    }

    private boolean namesWindow() {
        Frame frame = scan.frame();
        return (frame.is(Kind.WINDOW) || frame.is(Kind.NAMED_WINDOW)) && scan.at() == frame.start;
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
        int first = scan.at();
        scan.take(Role.PLAIN);
        sight(first, List.of(Name.of(marks.token(first))), true);
    }

    private void sight(int first, List<Name> parts, boolean star) {
        Frame frame = scan.frame();
        ObjectName qualifier = parts.size() == 1 ? null : new ObjectName(parts.subList(0, parts.size() - 1));
        marks.sightings.add(
                new Marks.Sighting(first, qualifier, parts.getLast(), star, frame.namesRelations(), frame.query));
        scan.expectOperand(false);
    }

    private void call(int first, ObjectName name) {
        marks.mark(first, scan.at(), Role.SKIPPED);
        marks.mark(first, Role.CALL);
        Frame frame = scan.push(Kind.CALL, Role.PLAIN);
        if (!isGrouping(name)) {
            frame.function = name;
        }
    }

    /** ROLLUP and CUBE are no functions in GROUP BY (manual 7.2.4, GROUPING SETS, CUBE, and ROLLUP). */
    private boolean isGrouping(ObjectName name) {
        return scan.query().clause == Clause.GROUP_BY
                && name.parts().size() == 1
                && (name.name().equals("rollup") || name.name().equals("cube"));
    }

    /** {@code type 'text'} (manual 4.1.2.7, Constants of Other Types). */
    private void literal(int first) {
        int text = scan.at();
        scan.marks().mark(first, text, Role.SKIPPED);
        TypeName.startOf(marks.tokens().subList(first, text)).ifPresent(marks.types::add);
        scan.take(Role.VALUE);
        scan.expectOperand(false);
    }

    /** {@code name => value} and {@code name := value} (manual 4.3.2, Using Named Notation). */
    private boolean isNamedArgument(List<Name> parts) {
        return parts.size() == 1
                && scan.frame().hasArguments()
                && (scan.is(0, TokenKind.EQUALS_GREATER) || scan.is(0, TokenKind.COLON_EQUALS));
    }

    private void label(int first) {
        marks.mark(first, Role.SKIPPED);
        scan.take(Role.SKIPPED);
        scan.expectOperand(true);
    }
}
