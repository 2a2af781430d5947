package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the values for the parameters of a bound cursor (pl_gram.y, read_cursor_args; manual 41.7.2.3). */
final class CursorArguments {
    private CursorArguments() {}

    /** What stands behind the cursor's name before {@code end}: values in parentheses, if it has parameters. */
    static List<Expression> read(Compilation compilation, Reference reference, String end) {
        Variable bound = reference.variable();
        List<Name> parameters =
                bound == null ? List.of() : bound.cursorParameters().orElse(List.of());
        String name = "cursor \"" + reference.text() + "\"";
        CodeCursor cursor = compilation.cursor();
        boolean open = cursor.is(TokenKind.LEFT_PAREN);
        if (open == parameters.isEmpty()) {
            String what = open ? " has no arguments" : " has arguments";
            throw CodeFailure.at(cursor.peek().span(), name + what);
        }
        List<Expression> values = open ? values(cursor, compilation, parameters, name) : List.of();
        if (!isAt(cursor, end)) {
            throw cursor.failExpected(end.equals(";") ? "\";\"" : "LOOP");
        }
        return values;
    }

    private static boolean isAt(CodeCursor cursor, String end) {
        return end.equals(";") ? cursor.is(TokenKind.SEMICOLON) : cursor.isWord(end);
    }

    private static List<Expression> values(
            CodeCursor cursor, Compilation compilation, List<Name> parameters, String name) {
        cursor.next();
        List<Expression> values = new ArrayList<>();
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < parameters.size(); i++) {
            Token first = cursor.peek();
            int position = isNamed(cursor) ? named(cursor, parameters, name) : i;
            if (!given.add(position)) {
                String parameter = parameters.get(position).value();
                throw CodeFailure.at(
                        first.span(),
                        "value for parameter \"" + parameter + "\" of " + name + " specified more than once");
            }
            values.add(SqlReader.expression(compilation, ",", ")"));
            separator(cursor, i == parameters.size() - 1, name);
        }
        return values;
    }

    private static boolean isNamed(CodeCursor cursor) {
        Token behind = cursor.peek(1);
        return cursor.isIdentifier(cursor.peek())
                && (behind.is(TokenKind.COLON_EQUALS) || behind.is(TokenKind.EQUALS_GREATER));
    }

    /** Which parameter is named here. */
    private static int named(CodeCursor cursor, List<Name> parameters, String name) {
        Name argument = Name.of(cursor.peek());
        List<String> names = parameters.stream().map(Name::value).toList();
        int position = names.indexOf(argument.value());
        if (position < 0) {
            throw CodeFailure.at(argument.span(), name + " has no argument named \"" + argument.value() + "\"");
        }
        cursor.next();
        cursor.next();
        return position;
    }

    private static void separator(CodeCursor cursor, boolean last, String name) {
        if (cursor.is(TokenKind.COMMA) == last) {
            String what = last ? "too many" : "not enough";
            throw CodeFailure.at(cursor.peek().span(), what + " arguments for " + name);
        }
        cursor.next();
    }
}
