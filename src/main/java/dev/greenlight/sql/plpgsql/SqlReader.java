package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.EmbeddedSql;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the SQL in a body: PL/pgSQL looks for the word or mark that ends it outside of parentheses, and only then has
 * the parser of SQL look at what stands before (pl_gram.y, read_sql_construct). What ends it is not moved behind.
 */
final class SqlReader {
    private static final int MOST_ENDS = 3;

    private SqlReader() {}

    /** An expression before one of these words or marks. */
    static Expression expression(Compilation compilation, String... ends) {
        List<Token> tokens = tokens(compilation.cursor(), true, ends);
        return expression(tokens);
    }

    static Expression expression(List<Token> tokens) {
        check(EmbeddedSql.expressionProblem(tokens));
        return new Expression(tokens);
    }

    /** Expressions with commas between them, before one of these words or marks; what stands before was moved behind. */
    static List<Expression> expressions(Compilation compilation, String... ends) {
        String[] all = Stream.concat(Stream.of(","), Stream.of(ends)).toArray(String[]::new);
        List<Expression> expressions = new ArrayList<>();
        do {
            expressions.add(expression(compilation, all));
        } while (compilation.cursor().accept(TokenKind.COMMA));
        return expressions;
    }

    /** USING with its values before one of these words or marks, if it stands here. */
    static List<Expression> using(Compilation compilation, String... ends) {
        return compilation.cursor().acceptWord("using") ? expressions(compilation, ends) : List.of();
    }

    /** A statement before a semicolon. */
    static Statement statement(Compilation compilation) {
        return statement(tokens(compilation.cursor(), false, ";"));
    }

    /** The tokens of a statement before a semicolon. */
    static List<Token> statementTokens(Compilation compilation) {
        List<Token> tokens = tokens(compilation.cursor(), false, ";");
        statement(tokens);
        return tokens;
    }

    static Statement statement(List<Token> tokens) {
        Statement statement = EmbeddedSql.statement(tokens);
        if (statement instanceof Unread unread) {
            throw CodeFailure.of(unread);
        }
        return statement;
    }

    static void check(Optional<Unread> problem) {
        if (problem.isPresent()) {
            throw CodeFailure.of(problem.get());
        }
    }

    /**
     * The tokens before one of these words or marks, which may be anything yet. The end of the body ends them as well,
     * but not where three things may: the server's mark for an end that is not there is that of the body's end.
     */
    static List<Token> tokens(CodeCursor cursor, boolean expression, String... ends) {
        int start = cursor.position();
        int open = 0;
        boolean endless = ends.length == MOST_ENDS;
        while (open > 0 || !(isAny(cursor, ends) || cursor.atEnd() && !endless)) {
            open += cursor.peek().nesting();
            if (open < 0) {
                throw cursor.fail("mismatched parentheses");
            }
            if (cursor.atEnd() || cursor.is(TokenKind.SEMICOLON)) {
                throw open > 0 ? cursor.fail("mismatched parentheses") : missing(cursor, expression, ends);
            }
            cursor.next();
        }
        if (cursor.position() == start) {
            throw cursor.fail(expression ? "missing expression" : "missing SQL statement");
        }
        return cursor.tokensFrom(start);
    }

    private static CodeFailure missing(CodeCursor cursor, boolean expression, String... ends) {
        String end = Stream.of(ends)
                .filter(word -> !word.equals(".."))
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        String what = expression ? "expression" : "statement";
        Span at = cursor.peek().span();
        return CodeFailure.at(at, "missing \"" + end + "\" at end of SQL " + what);
    }

    private static boolean isAny(CodeCursor cursor, String... ends) {
        for (String end : ends) {
            if (isAt(cursor.peek(), end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(Token token, String end) {
        return switch (end) {
            case ";" -> token.is(TokenKind.SEMICOLON);
            case "," -> token.is(TokenKind.COMMA);
            case ")" -> token.is(TokenKind.RIGHT_PAREN);
            case ".." -> token.is(TokenKind.DOT_DOT);
            default -> token.isWord(end);
        };
    }
}
