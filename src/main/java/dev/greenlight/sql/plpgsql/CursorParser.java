package dev.greenlight.sql.plpgsql;

import dev.greenlight.postgres.SqlState;
import java.util.List;

/** Reads FETCH, MOVE and CLOSE (manual 41.7.3). */
final class CursorParser {
    private CursorParser() {}

    /** Whether this is a variable that names a cursor; where only the catalog knows, it is not. */
    static boolean isCursor(Reference reference) {
        Variable variable = reference.variable();
        return variable != null && !reference.field() && variable.kind() == Variable.Kind.CURSOR;
    }

    /** The cursor that is named here (pl_gram.y, cursor_variable), and moves behind it. */
    static Reference variable(Compilation compilation) {
        Reference reference = compilation.variable();
        Variable variable = reference.variable();
        if (reference.isRecord() || reference.field() && variable != null && variable.isRecord()) {
            throw CodeFailure.at(
                    reference.span(), "cursor variable must be a simple variable", SqlState.DATATYPE_MISMATCH);
        }
        if (variable != null && variable.kind() == Variable.Kind.SCALAR) {
            throw CodeFailure.at(
                    reference.span(),
                    "variable \"" + reference.text() + "\" must be of type cursor or refcursor",
                    SqlState.DATATYPE_MISMATCH);
        }
        return compilation.next(reference);
    }

    static CodeStatement fetch(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        cursor.next();
        boolean several = direction(compilation);
        Reference reference = variable(compilation);
        cursor.expectWord("into");
        List<CodeStatement.Target> into = TargetParser.targets(compilation);
        cursor.needSemicolon();
        if (several) {
            throw CodeFailure.at(
                    cursor.tokensFrom(start).getFirst().span(),
                    "FETCH statement cannot return multiple rows",
                    SqlState.FEATURE_NOT_SUPPORTED);
        }
        return new CodeStatement.UseCursor(reference.first(), into, cursor.spanFrom(start));
    }

    static CodeStatement move(Compilation compilation) {
        int start = compilation.cursor().position();
        compilation.cursor().next();
        direction(compilation);
        return use(compilation, start);
    }

    static CodeStatement close(Compilation compilation) {
        int start = compilation.cursor().position();
        compilation.cursor().next();
        return use(compilation, start);
    }

    private static CodeStatement use(Compilation compilation, int start) {
        Reference reference = variable(compilation);
        return new CodeStatement.UseCursor(
                reference.first(), List.of(), compilation.cursor().spanFrom(start));
    }

    /** How far, up to FROM or IN (pl_gram.y, read_fetch_direction); says whether it may be several rows. */
    private static boolean direction(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        if (isOneRow(compilation) || cursor.isWord("all")) {
            boolean several = cursor.next().isWord("all");
            fromOrIn(cursor);
            return several;
        }
        if (compilation.acceptWord("absolute") || compilation.acceptWord("relative")) {
            count(compilation);
            return false;
        }
        if (compilation.acceptWord("forward") || compilation.acceptWord("backward")) {
            return several(compilation);
        }
        boolean named = compilation.isName() && compilation.reference().variable() != null;
        if (named || acceptFromOrIn(cursor)) {
            return false;
        }
        count(compilation);
        return true;
    }

    private static boolean isOneRow(Compilation compilation) {
        return compilation.isWord("next")
                || compilation.isWord("prior")
                || compilation.isWord("first")
                || compilation.isWord("last");
    }

    /** Behind FORWARD or BACKWARD. */
    private static boolean several(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        if (acceptFromOrIn(cursor)) {
            return false;
        }
        if (cursor.acceptWord("all")) {
            fromOrIn(cursor);
        } else {
            count(compilation);
        }
        return true;
    }

    private static void count(Compilation compilation) {
        SqlReader.expression(compilation, "from", "in");
        compilation.cursor().next();
    }

    private static boolean acceptFromOrIn(CodeCursor cursor) {
        return cursor.acceptWord("from") || cursor.acceptWord("in");
    }

    private static void fromOrIn(CodeCursor cursor) {
        if (!acceptFromOrIn(cursor)) {
            throw cursor.failExpected("FROM or IN");
        }
    }
}
