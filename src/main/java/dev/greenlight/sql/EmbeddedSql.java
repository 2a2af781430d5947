package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * SQL that stands within other code, such as a function's body: the code's own parser cuts its tokens out, and this is
 * the door through which it has them read. All places are those of the text that the tokens were read from.
 */
public final class EmbeddedSql {
    private EmbeddedSql() {}

    /** The tokens of a text that psql does not look into, without white space and comments. */
    public static List<Token> tokens(String text, Span within) {
        return Lexer.tokens(Lexer.ofBody(text, within)).stream()
                .filter(token -> !token.kind().isTrivia())
                .toList();
    }

    /** The statement that these tokens are, without a semicolon; an {@link Unread} where they are none. */
    public static Statement statement(List<Token> tokens) {
        return Parser.parse(text(tokens));
    }

    /** Why these tokens are not what may stand behind SELECT (gram.y, PLpgSQL_Expr), if they are not. */
    public static Optional<Unread> expressionProblem(List<Token> tokens) {
        return problem(tokens, SelectParser::behindSelect);
    }

    /** Why these tokens are no assignment (gram.y, PLAssignStmt), if they are none. */
    public static Optional<Unread> assignmentProblem(List<Token> tokens) {
        return problem(tokens, EmbeddedSql::assignment);
    }

    /** Why these tokens are no type, if they are none. */
    public static Optional<Unread> typeProblem(List<Token> tokens) {
        return problem(tokens, TypeNameParser::type);
    }

    /** The type that these tokens are, with which there is no {@link #typeProblem}. */
    public static TypeName type(List<Token> tokens) {
        return TypeNameParser.type(new Cursor(tokens));
    }

    private static void assignment(Cursor cursor) {
        if (cursor.is(TokenKind.PARAMETER)) {
            cursor.next();
        } else {
            NameParser.name(cursor);
        }
        OperandParser.indirection(cursor);
        if (!cursor.accept(TokenKind.COLON_EQUALS)) {
            cursor.expectOperator("=");
        }
        SelectParser.behindSelect(cursor);
    }

    private static Optional<Unread> problem(List<Token> tokens, Consumer<Cursor> grammar) {
        return Parser.problem(text(tokens), grammar);
    }

    private static StatementText text(List<Token> tokens) {
        Span span = Token.span(tokens);
        return new StatementText(StatementText.Kind.SQL, span, tokens, List.of(), false, null);
    }
}
