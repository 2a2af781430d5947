package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands behind INTO: a record, or scalars with commas between them (pl_gram.y, read_into_target). */
final class TargetParser {
    private TargetParser() {}

    /** Behind INTO, where STRICT may stand. */
    static List<CodeStatement.Target> strictOrNot(Compilation compilation) {
        compilation.acceptWord("strict");
        return targets(compilation);
    }

    static List<CodeStatement.Target> targets(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        Reference first = compilation.next(compilation.variable());
        if (!first.isRecord()) {
            return list(compilation, first);
        }
        compilation.checkAssignable(first);
        if (cursor.is(TokenKind.COMMA)) {
            throw CodeFailure.at(cursor.peek().span(), "record variable cannot be part of multiple-item INTO list");
        }
        return List.of(new CodeStatement.Target(first.tokens()));
    }

    /** All of a list, the first of which lies behind. */
    static List<CodeStatement.Target> list(Compilation compilation, Reference first) {
        compilation.checkAssignable(first);
        List<CodeStatement.Target> targets = new ArrayList<>(List.of(new CodeStatement.Target(first.tokens())));
        while (compilation.cursor().accept(TokenKind.COMMA)) {
            Reference next = compilation.variable();
            compilation.checkAssignable(next);
            if (next.isRecord()) {
                throw notScalar(next);
            }
            compilation.next(next);
            targets.add(new CodeStatement.Target(next.tokens()));
        }
        return targets;
    }

    static CodeFailure notScalar(Reference reference) {
        return CodeFailure.at(reference.span(), "\"" + reference.text() + "\" is not a scalar variable");
    }
}
