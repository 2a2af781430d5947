package dev.greenlight.sql.plpgsql;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.List;

/**
 * What stands behind FOR or FOREACH (pl_gram.y, for_variable): the name of a new variable, or a known one or several,
 * which only what follows tells.
 */
record LoopVariable(Reference first, List<CodeStatement.Target> targets) {

    static LoopVariable read(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        if (!compilation.isName()) {
            throw cursor.failExpected("a loop variable");
        }
        Reference reference = compilation.reference();
        boolean list = cursor.peek(reference.tokens().size()).is(TokenKind.COMMA);
        if (reference.variable() == null && (list || !reference.isWord() || isKeyword(cursor.peek()))) {
            throw compilation.notKnown(reference);
        }
        compilation.next(reference);
        return list && !reference.isRecord()
                ? new LoopVariable(reference, TargetParser.list(compilation, reference))
                : new LoopVariable(reference, List.of(new CodeStatement.Target(reference.tokens())));
    }

    private static boolean isKeyword(Token token) {
        return token.is(TokenKind.WORD) && CodeWords.isUnreserved(token.value());
    }

    /** Fails where there are several for a loop that makes its own. */
    void checkSingle(String message) {
        if (targets.size() > 1) {
            throw CodeFailure.at(first.span(), message);
        }
    }

    void check(Compilation compilation, String message) {
        check(compilation, message, SqlState.SYNTAX_ERROR);
    }

    /** Fails where there is no such variable, or where it cannot be changed. */
    void check(Compilation compilation, String message, SqlState state) {
        if (first.variable() == null) {
            throw CodeFailure.at(first.span(), message, state);
        }
        compilation.checkAssignable(first);
    }
}
