package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.plpgsql.CodeStatement.RaiseOption;
import java.util.ArrayList;
import java.util.List;

/** Reads RAISE and ASSERT (manual 41.9). */
final class RaiseParser {
    private static final List<String> LEVELS = List.of("exception", "warning", "notice", "info", "log", "debug");

    private static final List<String> OPTIONS =
            List.of("errcode", "message", "detail", "hint", "column", "constraint", "datatype", "table", "schema");

    private RaiseParser() {}

    static CodeStatement raise(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        cursor.next();
        boolean again = cursor.is(TokenKind.SEMICOLON);
        String level = level(compilation);
        String condition = null;
        String format = null;
        List<Expression> values = new ArrayList<>();
        List<RaiseOption> options = List.of();
        if (cursor.isString(cursor.peek())) {
            Token message = cursor.next();
            format = message.value();
            values.addAll(arguments(compilation));
        } else if (!again && !cursor.isWord("using")) {
            condition = condition(compilation);
        }
        if (cursor.acceptWord("using")) {
            options = options(compilation);
        }
        cursor.needSemicolon();
        if (format != null) {
            checkArguments(compilation, start, format, values.size());
        }
        return new CodeStatement.Raise(level, condition, format, again, values, options, cursor.spanFrom(start));
    }

    private static String level(Compilation compilation) {
        for (String level : LEVELS) {
            if (compilation.acceptWord(level)) {
                return level;
            }
        }
        return "exception";
    }

    private static List<Expression> arguments(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        if (cursor.accept(TokenKind.COMMA)) {
            return SqlReader.expressions(compilation, ";", "using");
        }
        if (!cursor.is(TokenKind.SEMICOLON) && !cursor.isWord("using")) {
            throw cursor.failExpected("\";\"");
        }
        return List.of();
    }

    private static String condition(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        if (compilation.acceptWord("sqlstate")) {
            return BlockParser.sqlState(cursor);
        }
        boolean variable = compilation.isName()
                && compilation.signature().isKnown()
                && compilation.reference().variable() != null;
        if (!compilation.isName() || variable || !compilation.reference().isWord()) {
            throw cursor.failExpected("a message, a condition or USING");
        }
        return Name.of(cursor.next()).value();
    }

    private static List<RaiseOption> options(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        List<RaiseOption> options = new ArrayList<>();
        do {
            if (OPTIONS.stream().noneMatch(compilation::isWord)) {
                throw cursor.fail("unrecognized RAISE statement option");
            }
            String name = cursor.next().value();
            cursor.expectAssignment();
            options.add(new RaiseOption(name, SqlReader.expression(compilation, ",", ";")));
        } while (cursor.accept(TokenKind.COMMA));
        return options;
    }

    /** As many values as the message has places for them; {@code %%} is none. */
    private static void checkArguments(Compilation compilation, int start, String format, int given) {
        int places = places(format);
        if (places != given) {
            String what = given > places ? "too many" : "too few";
            throw CodeFailure.at(
                    compilation.cursor().tokensFrom(start).getFirst().span(), what + " parameters specified for RAISE");
        }
    }

    private static int places(String format) {
        int places = 0;
        for (int i = format.indexOf('%'); i >= 0; i = format.indexOf('%', i + 1)) {
            if (format.startsWith("%", i + 1)) {
                i++;
            } else {
                places++;
            }
        }
        return places;
    }

    static CodeStatement assertion(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        cursor.next();
        Expression condition = SqlReader.expression(compilation, ",", ";");
        Expression message = cursor.accept(TokenKind.COMMA) ? SqlReader.expression(compilation, ";") : null;
        return new CodeStatement.Assert(condition, message, cursor.spanFrom(start));
    }
}
