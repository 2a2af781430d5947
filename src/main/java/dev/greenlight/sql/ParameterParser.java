package dev.greenlight.sql;

import dev.greenlight.sql.RoutineStatement.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of functions, procedures and aggregates (manual CREATE FUNCTION). */
final class ParameterParser {
    private ParameterParser() {}

    /** {@code ([mode] [name] type [DEFAULT value], …)}; the parentheses may be empty. */
    static List<Parameter> definitions(Cursor cursor) {
        return list(cursor, true);
    }

    /** As {@link #definitions} without defaults: what tells one routine from others of its name. */
    static List<Parameter> signature(Cursor cursor) {
        return list(cursor, false);
    }

    private static List<Parameter> list(Cursor cursor, boolean defaults) {
        cursor.expect(TokenKind.LEFT_PAREN);
        if (cursor.accept(TokenKind.RIGHT_PAREN)) {
            return List.of();
        }
        List<Parameter> parameters = cursor.commaSeparated(() -> parameter(cursor, defaults));
        cursor.expect(TokenKind.RIGHT_PAREN);
        return parameters;
    }

    /** {@code (*)}, {@code (types)}, {@code (ORDER BY types)} or {@code (types ORDER BY types)}. */
    static List<Parameter> aggregateSignature(Cursor cursor) {
        cursor.expect(TokenKind.LEFT_PAREN);
        List<Parameter> parameters = new ArrayList<>();
        if (!cursor.acceptOperator("*")) {
            if (!cursor.isWord("order")) {
                parameters.addAll(cursor.commaSeparated(() -> input(cursor)));
            }
            if (cursor.acceptWords("order")) {
                cursor.expectWord("by");
                parameters.addAll(cursor.commaSeparated(() -> input(cursor)));
            }
        }
        cursor.expect(TokenKind.RIGHT_PAREN);
        return parameters;
    }

    private static Parameter input(Cursor cursor) {
        Token first = cursor.peek();
        Parameter parameter = parameter(cursor, false);
        if (parameter.isOutput()) {
            throw new ParseFailure(first, "aggregates cannot have output arguments");
        }
        return parameter;
    }

    /** {@code (name type, …)} of RETURNS TABLE. */
    static List<Parameter> tableColumns(Cursor cursor) {
        return cursor.parenthesized(() -> tableColumn(cursor));
    }

    private static Parameter tableColumn(Cursor cursor) {
        int start = cursor.position();
        Name name = NameParser.typeOrFunction(cursor);
        TypeName type = TypeNameParser.routineType(cursor);
        return new Parameter("out", name, type, null, cursor.spanFrom(start));
    }

    /** The mode may also stand behind the name. */
    private static Parameter parameter(Cursor cursor, boolean defaults) {
        int start = cursor.position();
        Optional<String> mode = mode(cursor);
        Name name = isNamed(cursor) ? NameParser.typeOrFunction(cursor) : null;
        String finalMode = mode.or(() -> mode(cursor)).orElse("in");
        TypeName type = TypeNameParser.routineType(cursor);
        Expression value = defaults ? defaultValue(cursor) : null;
        return new Parameter(finalMode, name, type, value, cursor.spanFrom(start));
    }

    private static Optional<String> mode(Cursor cursor) {
        if (cursor.acceptWords("in", "out")) {
            return Optional.of("inout");
        }
        return cursor.acceptAnyWord("in", "out", "inout", "variadic");
    }

    /** Whether a name and a type follow, and not a type alone, such as {@code double precision}. */
    private static boolean isNamed(Cursor cursor) {
        return NameParser.isName(cursor.peek(), Keywords::mayNameTypeOrFunction)
                && !cursor.isWord("double", "precision")
                && (cursor.isWordAt(1, "in")
                        || cursor.isWordAt(1, "variadic")
                        || NameParser.isName(cursor.peek(1), Keywords::mayNameRole));
    }

    private static @Nullable Expression defaultValue(Cursor cursor) {
        return cursor.acceptWords("default") || cursor.acceptOperator("=") ? ExpressionParser.expression(cursor) : null;
    }
}
