package dev.greenlight.sql.plpgsql;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads RETURN in its forms (manual 41.6.1 and 41.6.2), which depend on what the routine returns. */
final class ReturnParser {
    private final Compilation compilation;
    private final CodeCursor cursor;
    private final int start;

    private ReturnParser(Compilation compilation) {
        this.compilation = compilation;
        this.cursor = compilation.cursor();
        this.start = cursor.position();
    }

    static CodeStatement parse(Compilation compilation) {
        ReturnParser parser = new ReturnParser(compilation);
        Token first = compilation.cursor().next();
        if (compilation.acceptWord("next")) {
            return parser.next(first);
        }
        return compilation.acceptWord("query") ? parser.query(first) : parser.value();
    }

    private CodeStatement value() {
        Signature signature = compilation.signature();
        Expression value = null;
        if (signature.returnsSet()) {
            refuse("RETURN cannot have a parameter in function returning set", SqlState.DATATYPE_MISMATCH);
        } else if (signature.returnsNothing()) {
            refuseOfNothing(signature);
        } else if (signature.returnsParameters()) {
            refuse("RETURN cannot have a parameter in function with OUT parameters", SqlState.DATATYPE_MISMATCH);
        } else if (signature.isKnown() || !cursor.is(TokenKind.SEMICOLON)) {
            value = variableOrExpression();
        }
        return new CodeStatement.Return(value, cursor.spanFrom(start));
    }

    private void refuseOfNothing(Signature signature) {
        if (signature.kind() == Signature.Kind.PROCEDURE) {
            refuse("RETURN cannot have a parameter in a procedure", SqlState.SYNTAX_ERROR);
        } else {
            refuse("RETURN cannot have a parameter in function returning void", SqlState.DATATYPE_MISMATCH);
        }
    }

    private void refuse(String message, SqlState state) {
        if (!cursor.is(TokenKind.SEMICOLON)) {
            throw CodeFailure.at(cursor.peek().span(), message, state);
        }
    }

    /** A variable alone is taken as it is, be it called like a key word of SQL. */
    private Expression variableOrExpression() {
        if (compilation.isName()) {
            Reference reference = compilation.reference();
            boolean alone = cursor.peek(reference.tokens().size()).is(TokenKind.SEMICOLON);
            if (alone
                    && reference.variable() != null
                    && !reference.field()
                    && compilation.signature().isKnown()) {
                return new Expression(compilation.next(reference).tokens());
            }
        }
        return SqlReader.expression(compilation, ";");
    }

    private CodeStatement next(Token first) {
        checkSet(first, "RETURN NEXT");
        Expression value = null;
        if (compilation.signature().returnsParameters()) {
            refuse("RETURN NEXT cannot have a parameter in function with OUT parameters", SqlState.DATATYPE_MISMATCH);
        } else {
            value = nextValue();
        }
        return new CodeStatement.ReturnNext(value, cursor.spanFrom(start));
    }

    private @Nullable Expression nextValue() {
        boolean nothing = !compilation.signature().isKnown() && cursor.is(TokenKind.SEMICOLON);
        return nothing ? null : variableOrExpression();
    }

    private CodeStatement query(Token first) {
        checkSet(first, "RETURN QUERY");
        if (!compilation.acceptWord("execute")) {
            return new CodeStatement.ReturnQuery(SqlReader.statement(compilation), cursor.spanFrom(start));
        }
        Expression text = SqlReader.expression(compilation, ";", "using");
        List<Expression> using = SqlReader.using(compilation, ";");
        return new CodeStatement.ReturnExecute(text, using, cursor.spanFrom(start));
    }

    private void checkSet(Token first, String what) {
        Signature signature = compilation.signature();
        if (signature.isKnown() && !signature.returnsSet()) {
            String message = "cannot use " + what + " in a non-SETOF function";
            throw CodeFailure.at(first.span(), message, SqlState.DATATYPE_MISMATCH);
        }
    }
}
