package dev.greenlight.sql.plpgsql;

import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where a statement of SQL ends, and takes its INTO clause out (pl_gram.y, make_execsql_stmt). It may stand
 * anywhere; INSERT INTO, MERGE INTO and IMPORT … INTO are none.
 *
 * @param tokens the statement without it
 */
record SqlExtent(List<Token> tokens, List<CodeStatement.Target> into) {

    static SqlExtent read(Compilation compilation) {
        return new Reader(compilation).read();
    }

    private static final class Reader {
        private final Compilation compilation;
        private final CodeCursor cursor;
        private final List<Token> tokens = new ArrayList<>();
        private List<CodeStatement.Target> into = List.of();
        private int parentheses;
        private int blocks;

        private Reader(Compilation compilation) {
            this.compilation = compilation;
            this.cursor = compilation.cursor();
        }

        private SqlExtent read() {
            boolean imports = compilation.isWord("import");
            tokens.add(cursor.next());
            while (!isEnd()) {
                boolean target = cursor.isWord("into") && !imports && !isBehindInsert();
                Token token = cursor.peek();
                if (target) {
                    into();
                } else {
                    count(token);
                    tokens.add(cursor.next());
                }
            }
            return new SqlExtent(tokens, into);
        }

        private boolean isEnd() {
            return cursor.is(TokenKind.SEMICOLON) && parentheses == 0 && blocks == 0;
        }

        private boolean isBehindInsert() {
            Token last = tokens.getLast();
            boolean qualified =
                    tokens.size() > 1 && tokens.get(tokens.size() - 2).is(TokenKind.DOT);
            return !qualified && (last.isWord("insert") || last.isWord("merge"));
        }

        private void into() {
            if (!into.isEmpty()) {
                throw cursor.fail("INTO specified more than once");
            }
            cursor.next();
            into = TargetParser.strictOrNot(compilation);
        }

        /** Semicolons do not end it within CREATE RULE's parentheses and between BEGIN ATOMIC and END. */
        private void count(Token token) {
            if (token.is(TokenKind.LEFT_PAREN)) {
                parentheses++;
            } else if (token.is(TokenKind.RIGHT_PAREN) && parentheses > 0) {
                parentheses--;
            } else if (parentheses == 0 && isRoutine()) {
                boolean opens = token.isWord("begin") || token.isWord("case");
                blocks += opens ? 1 : token.isWord("end") && blocks > 0 ? -1 : 0;
            }
        }

        private boolean isRoutine() {
            return isRoutineAt(1) || isWordAt(1, "or") && isWordAt(2, "replace") && isRoutineAt(3);
        }

        private boolean isRoutineAt(int index) {
            return isWordAt(0, "create") && (isWordAt(index, "function") || isWordAt(index, "procedure"));
        }

        private boolean isWordAt(int index, String word) {
            return index < tokens.size() && tokens.get(index).isWord(word);
        }
    }
}
