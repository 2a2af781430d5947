package dev.greenlight.sql.plpgsql;

import dev.greenlight.source.Span;
import dev.greenlight.sql.EmbeddedSql;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;

/** Reads statements that are SQL, or nearly: assignments, PERFORM, and those of SQL itself (manual 41.5). */
final class SqlStatementParser {
    private SqlStatementParser() {}

    /** The parser of SQL looks at what is assigned to as well. */
    static CodeStatement assignment(Compilation compilation, Reference reference) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        compilation.checkAssignable(reference);
        List<Token> tokens = SqlReader.tokens(cursor, false, ";");
        SqlReader.check(EmbeddedSql.assignmentProblem(tokens));
        int operator = operator(tokens);
        List<Token> value = tokens.subList(operator + 1, tokens.size());
        return new CodeStatement.Assignment(
                tokens.subList(0, operator), value.isEmpty() ? null : new Expression(value), cursor.spanFrom(start));
    }

    /** Where {@code :=} or {@code =} stands outside of subscripts. */
    private static int operator(List<Token> tokens) {
        int open = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            open += token.is(TokenKind.LEFT_BRACKET) ? 1 : token.is(TokenKind.RIGHT_BRACKET) ? -1 : 0;
            boolean assigns = token.is(TokenKind.COLON_EQUALS)
                    || token.is(TokenKind.OPERATOR) && token.value().equals("=");
            if (open == 0 && assigns) {
                return i;
            }
        }
        throw new IllegalStateException("an assignment without its operator: " + tokens);
    }

    /** What SELECT would be is written PERFORM. */
    static CodeStatement perform(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        List<Token> tokens = SqlReader.tokens(cursor, false, ";");
        Query query = Query.selecting(tokens.getFirst().span(), tokens.subList(1, tokens.size()));
        SqlReader.statement(query.tokens());
        return new CodeStatement.Perform(query, cursor.spanFrom(start));
    }

    /** CALL and DO. */
    static CodeStatement call(Compilation compilation) {
        int start = compilation.cursor().position();
        Statement statement = SqlReader.statement(compilation);
        return new CodeStatement.Sql(statement, List.of(), compilation.cursor().spanFrom(start));
    }

    /** Any other statement of SQL. */
    static CodeStatement sql(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        SqlExtent extent = SqlExtent.read(compilation);
        Span span = cursor.spanFrom(start);
        return new CodeStatement.Sql(SqlReader.statement(extent.tokens()), extent.into(), span);
    }
}
