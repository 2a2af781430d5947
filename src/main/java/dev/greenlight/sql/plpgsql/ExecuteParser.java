package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Expression;
import dev.greenlight.sql.TokenKind;
import java.util.List;

/** Reads EXECUTE (manual 41.5.4): INTO and USING may stand in either order, each once. */
final class ExecuteParser {
    private ExecuteParser() {}

    static CodeStatement parse(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        cursor.next();
        Expression text = SqlReader.expression(compilation, "into", "using", ";");
        List<CodeStatement.Target> into = List.of();
        List<Expression> using = List.of();
        while (!cursor.is(TokenKind.SEMICOLON)) {
            if (into.isEmpty() && cursor.acceptWord("into")) {
                into = TargetParser.strictOrNot(compilation);
            } else if (using.isEmpty() && cursor.acceptWord("using")) {
                using = SqlReader.expressions(compilation, ";", "into");
            } else {
                throw cursor.failExpected("\";\"");
            }
        }
        return new CodeStatement.Execute(text, into, using, cursor.spanFrom(start));
    }
}
