package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads statements, each with its semicolon. The first word decides which one it is, unless it is a variable that
 * something is assigned to (pl_scanner.c, AT_STMT_START); what is no statement of PL/pgSQL is one of SQL.
 */
final class StatementParser {
    private StatementParser() {}

    /** All that stand here (pl_gram.y, proc_sect). */
    static List<CodeStatement> statements(Compilation compilation) {
        List<CodeStatement> statements = new ArrayList<>();
        while (!isEnd(compilation)) {
            statements.add(compilation.cursor().nested(() -> statement(compilation)));
            compilation.cursor().needSemicolon();
            compilation.cursor().next();
        }
        return statements;
    }

    private static boolean isEnd(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        if (cursor.atEnd()) {
            return true;
        }
        Token token = cursor.peek();
        return switch (token.is(TokenKind.WORD) ? token.value() : "") {
            case "end", "else", "when" -> true;
            case "elsif", "elseif", "exception" -> isKeyword(compilation);
            default -> false;
        };
    }

    /** Whether the word here is no variable that something is assigned to. */
    private static boolean isKeyword(Compilation compilation) {
        Reference reference = compilation.reference();
        return reference.isWord() && (!isLookedUp(compilation.cursor()) || reference.variable() == null);
    }

    /** At the beginning of a statement a single word is only taken for a variable before these marks. */
    private static boolean isLookedUp(CodeCursor cursor) {
        return cursor.isAssignmentAt(1)
                || cursor.peek(1).is(TokenKind.LEFT_BRACKET)
                || cursor.peek(1).is(TokenKind.DOT);
    }

    private static CodeStatement statement(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        if (cursor.isOperator("<<")) {
            return BlockParser.labelled(compilation);
        }
        return compilation.isName() ? named(compilation) : reserved(compilation);
    }

    private static CodeStatement reserved(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        Token token = cursor.peek();
        return switch (token.is(TokenKind.WORD) ? token.value() : "") {
            case "declare", "begin" -> BlockParser.parse(compilation, null, start);
            case "loop", "while", "for", "foreach" -> LoopParser.parse(compilation, null, start);
            case "if" -> BranchParser.ifStatement(compilation);
            case "case" -> BranchParser.caseStatement(compilation);
            case "execute" -> ExecuteParser.parse(compilation);
            case "null" -> {
                cursor.next();
                yield new CodeStatement.Nothing(cursor.spanFrom(start));
            }
            default -> throw cursor.failExpected("a statement");
        };
    }

    private static CodeStatement named(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        Reference reference = compilation.reference();
        boolean lookedUp = !reference.isWord() || isLookedUp(cursor);
        if (lookedUp && reference.variable() != null) {
            return SqlStatementParser.assignment(compilation, reference);
        }
        Token first = cursor.peek();
        boolean word = reference.isWord() && first.is(TokenKind.WORD);
        return word && CodeWords.isUnreserved(first.value())
                ? keyword(compilation, first.value())
                : sql(compilation, reference);
    }

    /** Before these marks a name cannot be a statement's first word, but was meant to be a variable. */
    private static CodeStatement sql(Compilation compilation, Reference reference) {
        CodeCursor cursor = compilation.cursor();
        int behind = reference.tokens().size();
        if (cursor.isAssignmentAt(behind)
                || cursor.peek(behind).is(TokenKind.LEFT_BRACKET)
                || cursor.peek(behind).is(TokenKind.DOT)) {
            throw compilation.notKnown(reference);
        }
        return SqlStatementParser.sql(compilation);
    }

    private static CodeStatement keyword(Compilation compilation, String word) {
        return switch (word) {
            case "assert" -> RaiseParser.assertion(compilation);
            case "raise" -> RaiseParser.raise(compilation);
            case "call", "do" -> SqlStatementParser.call(compilation);
            case "close" -> CursorParser.close(compilation);
            case "fetch" -> CursorParser.fetch(compilation);
            case "move" -> CursorParser.move(compilation);
            case "open" -> OpenParser.open(compilation);
            case "commit", "rollback" -> TransactionEndParser.parse(compilation);
            case "exit", "continue" -> LoopParser.leave(compilation);
            case "get" -> DiagnosticsParser.parse(compilation);
            case "import", "insert", "merge" -> SqlStatementParser.sql(compilation);
            case "perform" -> SqlStatementParser.perform(compilation);
            case "return" -> ReturnParser.parse(compilation);
            default -> throw compilation.cursor().failExpected("a statement");
        };
    }
}
