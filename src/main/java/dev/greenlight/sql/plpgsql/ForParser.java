package dev.greenlight.sql.plpgsql;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;

/** Reads what stands between FOR and LOOP: a range, a query, a cursor, or an EXECUTE (pl_gram.y, for_control). */
final class ForParser {
    private static final String OVER_ROWS =
            "loop variable of loop over rows must be a record variable or list of scalar variables";

    private final Compilation compilation;
    private final CodeCursor cursor;
    private final LoopVariable variable;

    private ForParser(Compilation compilation, LoopVariable variable) {
        this.compilation = compilation;
        this.cursor = compilation.cursor();
        this.variable = variable;
    }

    static CodeStatement.Control control(Compilation compilation) {
        ForParser parser = new ForParser(compilation, LoopVariable.read(compilation));
        compilation.cursor().expectWord("in");
        if (compilation.acceptWord("execute")) {
            return parser.dynamicRows();
        }
        return parser.isCursor() ? parser.ofCursor() : parser.rangeOrRows();
    }

    private CodeStatement.Control dynamicRows() {
        Expression text = SqlReader.expression(compilation, "loop", "using");
        variable.check(compilation, OVER_ROWS, SqlState.DATATYPE_MISMATCH);
        List<Expression> using = SqlReader.using(compilation, "loop");
        return new CodeStatement.Control.DynamicRows(variable.targets(), text, using);
    }

    private boolean isCursor() {
        return compilation.isName() && CursorParser.isCursor(compilation.reference());
    }

    private CodeStatement.Control ofCursor() {
        Reference reference = compilation.next(compilation.reference());
        variable.checkSingle("cursor FOR loop must have only one target variable");
        Variable bound = reference.variable();
        if (bound == null || bound.cursorParameters().isEmpty()) {
            throw CodeFailure.at(reference.span(), "cursor FOR loop must use a bound cursor variable");
        }
        List<Expression> arguments = CursorArguments.read(compilation, reference, "loop");
        compilation.scope().declare(variable.first().first().value(), Variable.RECORD);
        return new CodeStatement.Control.OfCursor(variable.first().first(), reference.first(), arguments);
    }

    private CodeStatement.Control rangeOrRows() {
        Token first = cursor.peek();
        boolean reverse = compilation.acceptWord("reverse");
        List<Token> tokens = SqlReader.tokens(cursor, true, "..", "loop");
        if (cursor.accept(TokenKind.DOT_DOT)) {
            return range(SqlReader.expression(tokens), reverse);
        }
        if (reverse) {
            throw CodeFailure.at(first.span(), "cannot specify REVERSE in query FOR loop");
        }
        Statement query = SqlReader.statement(tokens);
        variable.check(compilation, OVER_ROWS);
        return new CodeStatement.Control.Rows(variable.targets(), query);
    }

    private CodeStatement.Control range(Expression from, boolean reverse) {
        Expression to = SqlReader.expression(compilation, "loop", "by");
        Expression step = cursor.acceptWord("by") ? SqlReader.expression(compilation, "loop") : null;
        variable.checkSingle("integer FOR loop must have only one target variable");
        compilation.scope().declare(variable.first().first().value(), Variable.SCALAR);
        return new CodeStatement.Control.Range(variable.first().first(), from, to, step, reverse);
    }
}
