package dev.greenlight.sql.query;

import dev.greenlight.sql.Name;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names an output column that has no alias, as PostgreSQL does (manual 7.3.2, Column Labels; its source's
 * {@code FigureColname}): by the column, function or keyword that the value comes from, else by the type it is cast to.
 */
final class ColumnNaming {
    static final String UNNAMED = "?column?";

    private static final Set<String> UNNAMING = Set.of("is", "isnull", "notnull", "not");

    private final Marks marks;

    ColumnNaming(Marks marks) {
        this.marks = marks;
    }

    /** @param strong whether a cast around it does not name the column */
    private record Candidate(String name, boolean strong) {
        static final Candidate NONE = new Candidate("", false);

        boolean isNone() {
            return name.isEmpty();
        }
    }

    /** The name of the value that these tokens are. */
    String name(int from, int to) {
        Candidate candidate = value(from, to);
        return candidate.isNone() ? UNNAMED : candidate.name();
    }

    private Candidate value(int from, int to) {
        if (from >= to) {
            return Candidate.NONE;
        }
        String operator = "";
        for (int i = from; i < to; i = next(i)) {
            if (isUnnaming(i) || !operator.isEmpty() && marks.isWord(i, "overlaps")) {
                return Candidate.NONE;
            }
            operator = isOperator(i) ? operator(i, operator) : operator;
        }
        return operator.isEmpty() ? operand(from, to) : new Candidate(operator, true);
    }

    /** The function that an operator of words calls, if it calls one. */
    private String operator(int index, String before) {
        return switch (marks.token(index).value()) {
            case "at" -> "timezone";
            case "overlaps" -> "overlaps";
            case "normalized" -> "is_normalized";
            default -> before;
        };
    }

    private boolean isOperator(int index) {
        return marks.role(index) == Role.INFIX || marks.role(index) == Role.SKIPPED;
    }

    private boolean isUnnaming(int index) {
        Token token = marks.token(index);
        return switch (marks.role(index)) {
            case INFIX -> !token.isWord("at") && !token.isWord("within") && !token.isWord("overlaps");
            case SKIPPED ->
                token.is(TokenKind.OPERATOR)
                        || token.is(TokenKind.WORD) && UNNAMING.contains(token.value()) && !isNormalized(index);
            default -> false;
        };
    }

    /** {@code IS NORMALIZED} and {@code IS NFC NORMALIZED}. */
    private boolean isNormalized(int is) {
        return marks.isWord(is, "is")
                && (marks.isWord(is + 1, "normalized") || marks.isWord(is + 2, "normalized"))
                && !marks.isWord(is + 1, "not");
    }

    /** The next token that stands in no further parentheses or CASE. */
    private int next(int index) {
        if (marks.is(index, TokenKind.LEFT_PAREN) || marks.is(index, TokenKind.LEFT_BRACKET)) {
            return Math.min(marks.partner(index) + 1, marks.size());
        }
        return isCase(index) ? endOfCase(index) + 1 : index + 1;
    }

    private boolean isCase(int index) {
        return marks.isWord(index, "case") && marks.role(index) == Role.OPEN;
    }

    private int endOfCase(int index) {
        int i = index + 1;
        while (i < marks.size() && !(marks.isWord(i, "end") && marks.role(i) == Role.CLOSE)) {
            i = next(i);
        }
        return i;
    }

    /** An operand, then fields, subscripts and casts. */
    private Candidate operand(int from, int to) {
        Candidate candidate = primary(from, to);
        for (int i = behindPrimary(from, to); i < to; i = next(i)) {
            if (marks.is(i, TokenKind.TYPECAST)) {
                candidate = cast(candidate, i + 1);
            } else if (marks.is(i, TokenKind.DOT) && marks.role(i) == Role.SKIPPED && i + 1 < to && !isCast(from, i)) {
                candidate = named(i + 1);
            }
        }
        return candidate;
    }

    /** Whether a dot belongs to the name of a type or collation. */
    private boolean isCast(int from, int dot) {
        int i = dot - 1;
        while (i > from && (marks.is(i - 1, TokenKind.DOT))) {
            i -= 2;
        }
        return marks.is(i - 1, TokenKind.TYPECAST) || marks.isWord(i - 1, "collate");
    }

    private int behindPrimary(int from, int to) {
        int i = from;
        while (i < to && marks.role(i) == Role.SKIPPED) {
            i++;
        }
        if (i < to && marks.role(i) == Role.CALL) {
            while (i < to && !marks.is(i, TokenKind.LEFT_PAREN) && !marks.is(i, TokenKind.LEFT_BRACKET)) {
                i++;
            }
        }
        return i < to ? next(i) : to;
    }

    private Candidate named(int index) {
        return new Candidate(Name.of(marks.token(index)).value(), true);
    }

    private Candidate cast(Candidate value, int type) {
        Optional<TypeName> name = TypeName.startOf(marks.tokens().subList(type, marks.size()));
        if (value.strong() || name.isEmpty()) {
            return value;
        }
        return new Candidate(name.get().name().name(), false);
    }

    private Candidate primary(int from, int to) {
        return switch (marks.role(from)) {
            case NAME -> named(lastPart(from, to));
            case CALL -> call(from);
            case OPEN -> isCase(from) ? caseExpression(from) : new Candidate("array", true);
            case VALUE -> marks.is(from, TokenKind.WORD) && !isLiteral(from) ? named(from) : Candidate.NONE;
            case SKIPPED -> cast(Candidate.NONE, from);
            default -> marks.is(from, TokenKind.LEFT_PAREN) ? parenthesized(from) : Candidate.NONE;
        };
    }

    private boolean isLiteral(int index) {
        return List.of("null", "true", "false", "default")
                .contains(marks.token(index).value());
    }

    private int lastPart(int from, int to) {
        int last = from;
        while (last + 2 < to && marks.is(last + 1, TokenKind.DOT) && marks.role(last + 2) == Role.NAME) {
            last += 2;
        }
        return last;
    }

    private Candidate call(int index) {
        String word = marks.token(index).value();
        if (word.equals("cast") || word.equals("treat")) {
            return castCall(index + 1);
        }
        if (word.equals("trim")) {
            return new Candidate(trim(index + 2), true);
        }
        if (marks.isWord(index, "collation", "for")) {
            return new Candidate("pg_collation_for", true);
        }
        int last = index;
        while (marks.is(last + 1, TokenKind.DOT)) {
            last += 2;
        }
        return named(last);
    }

    private String trim(int index) {
        return marks.isWord(index, "leading") ? "ltrim" : marks.isWord(index, "trailing") ? "rtrim" : "btrim";
    }

    private Candidate castCall(int open) {
        int close = marks.partner(open);
        int as = open + 1;
        while (as < close && !(marks.isWord(as, "as") && marks.role(as) == Role.SKIPPED)) {
            as = next(as);
        }
        return as < close ? cast(value(open + 1, as), as + 1) : Candidate.NONE;
    }

    /** CASE is named by its ELSE if that has a name of its own. */
    private Candidate caseExpression(int from) {
        int end = endOfCase(from);
        int otherwise = from + 1;
        while (otherwise < end && !(marks.isWord(otherwise, "else") && marks.role(otherwise) == Role.COMMA)) {
            otherwise = next(otherwise);
        }
        Candidate candidate = otherwise < end ? value(otherwise + 1, end) : Candidate.NONE;
        return candidate.strong() ? candidate : new Candidate("case", false);
    }

    private Candidate parenthesized(int open) {
        int close = Math.min(marks.partner(open), marks.size());
        int first = open + 1;
        while (marks.is(first, TokenKind.LEFT_PAREN)) {
            first++;
        }
        if (first < close && marks.isSelect(first)) {
            List<OutputColumn> columns = OutputColumns.of(marks, first, marks.size(), null);
            return columns.isEmpty()
                    ? Candidate.NONE
                    : new Candidate(columns.getFirst().name(), true);
        }
        for (int i = open + 1; i < close; i = next(i)) {
            if (marks.is(i, TokenKind.COMMA)) {
                return new Candidate("row", true);
            }
        }
        return open + 1 < close ? value(open + 1, close) : Candidate.NONE;
    }
}
