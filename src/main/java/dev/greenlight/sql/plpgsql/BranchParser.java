package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Expression;
import java.util.ArrayList;
import java.util.List;

/** Reads IF and CASE (manual 41.6.4 and 41.6.5). */
final class BranchParser {
    private BranchParser() {}

    static CodeStatement ifStatement(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        List<CodeStatement.Branch> branches = new ArrayList<>();
        do {
            cursor.next();
            branches.add(branch(compilation));
        } while (cursor.isWord("elsif") || cursor.isWord("elseif"));
        List<CodeStatement> otherwise = cursor.acceptWord("else") ? StatementParser.statements(compilation) : List.of();
        cursor.expectWord("end");
        cursor.expectWord("if");
        return new CodeStatement.If(branches, otherwise, cursor.spanFrom(start));
    }

    private static CodeStatement.Branch branch(Compilation compilation) {
        Expression condition = SqlReader.expression(compilation, "then");
        compilation.cursor().expectWord("then");
        return new CodeStatement.Branch(condition, StatementParser.statements(compilation));
    }

    static CodeStatement caseStatement(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        cursor.next();
        Expression operand = cursor.isWord("when") ? null : SqlReader.expression(compilation, "when");
        List<CodeStatement.Branch> branches = new ArrayList<>();
        do {
            cursor.expectWord("when");
            branches.add(branch(compilation));
        } while (cursor.isWord("when"));
        List<CodeStatement> otherwise = cursor.acceptWord("else") ? StatementParser.statements(compilation) : null;
        cursor.expectWord("end");
        cursor.expectWord("case");
        return new CodeStatement.Case(operand, branches, otherwise, cursor.spanFrom(start));
    }
}
