package dev.greenlight.sql;

import dev.greenlight.sql.RoutineStatement.Parameter;
import dev.greenlight.sql.RoutineStatement.RoutineName;
import java.util.List;

/** Reads how DROP, ALTER, COMMENT and GRANT name routines, aggregates and operators. */
final class RoutineNameParser {
    private RoutineNameParser() {}

    /** {@code name} or {@code name(types)}. */
    static RoutineName routine(Cursor cursor) {
        int start = cursor.position();
        ObjectName name =
                isBare(cursor) ? new ObjectName(List.of(NameParser.name(cursor))) : NameParser.functionName(cursor);
        List<Parameter> parameters = cursor.is(TokenKind.LEFT_PAREN) ? ParameterParser.signature(cursor) : null;
        return new RoutineName(name, parameters, cursor.spanFrom(start));
    }

    /** Where no types follow, PostgreSQL takes words that could not be called otherwise, such as {@code int}. */
    private static boolean isBare(Cursor cursor) {
        return NameParser.isName(cursor.peek(), Keywords::mayNameColumn)
                && !cursor.peek(1).is(TokenKind.LEFT_PAREN)
                && !cursor.peek(1).is(TokenKind.DOT);
    }

    /** {@code name(*)} or {@code name(types)}. */
    static RoutineName aggregate(Cursor cursor) {
        int start = cursor.position();
        ObjectName name = NameParser.functionName(cursor);
        List<Parameter> parameters = ParameterParser.aggregateSignature(cursor);
        return new RoutineName(name, parameters, cursor.spanFrom(start));
    }

    /** {@code (left, right)}; a missing operand is {@code NONE}, as a type of that name. */
    static List<Parameter> operands(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        Parameter left = operand(cursor);
        cursor.expect(TokenKind.COMMA, "two operands, of which one may be NONE");
        Parameter right = operand(cursor);
        cursor.expect(TokenKind.RIGHT_PAREN);
        return List.of(left, right);
    }

    private static Parameter operand(Cursor cursor) {
        int start = cursor.position();
        TypeName type = cursor.isWord("none") ? none(cursor) : TypeNameParser.type(cursor);
        return new Parameter("in", null, type, null, cursor.spanFrom(start));
    }

    private static TypeName none(Cursor cursor) {
        Name name = NameParser.of(cursor.next());
        return new TypeName(new ObjectName(List.of(name)), List.of(), 0, false, false, name.span());
    }
}
