package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Expression;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.Statement;
import java.util.List;

/** Reads OPEN (manual 41.7.2). */
final class OpenParser {
    private OpenParser() {}

    static CodeStatement open(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        cursor.next();
        Reference reference = CursorParser.variable(compilation);
        Variable variable = reference.variable();
        if (variable != null && variable.cursorParameters().isPresent()) {
            List<Expression> arguments = CursorArguments.read(compilation, reference, ";");
            return new CodeStatement.Open(reference.first(), null, null, arguments, cursor.spanFrom(start));
        }
        scrollable(compilation);
        cursor.expectWord("for");
        return compilation.acceptWord("execute")
                ? dynamic(compilation, reference.first(), start)
                : query(compilation, reference.first(), start);
    }

    /** The server takes a lone NO as well. */
    private static void scrollable(Compilation compilation) {
        compilation.acceptWord("no");
        compilation.acceptWord("scroll");
    }

    private static CodeStatement dynamic(Compilation compilation, Name name, int start) {
        Expression text = SqlReader.expression(compilation, "using", ";");
        List<Expression> using = SqlReader.using(compilation, ";");
        return new CodeStatement.Open(
                name, null, text, using, compilation.cursor().spanFrom(start));
    }

    private static CodeStatement query(Compilation compilation, Name name, int start) {
        Statement query = SqlReader.statement(compilation);
        return new CodeStatement.Open(
                name, query, null, List.of(), compilation.cursor().spanFrom(start));
    }
}
