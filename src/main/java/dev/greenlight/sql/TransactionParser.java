package dev.greenlight.sql;

/** Reads the statements that begin, end or part a transaction. */
final class TransactionParser {
    private TransactionParser() {}

    /** {@code BEGIN} and {@code START TRANSACTION}. */
    static Statement begin(Cursor cursor) {
        int start = cursor.position();
        if (cursor.acceptWords("start")) {
            cursor.expectWord("transaction");
        } else {
            cursor.expectWord("begin");
            work(cursor);
        }
        if (isMode(cursor)) {
            modes(cursor);
        }
        return new TransactionStatement.Begin(cursor.spanFrom(start));
    }

    /** {@code COMMIT}, {@code END} and {@code COMMIT PREPARED}. */
    static Statement commit(Cursor cursor) {
        int start = cursor.position();
        if (cursor.isWord("commit", "prepared")) {
            return twoPhase(cursor, "COMMIT PREPARED");
        }
        cursor.expectAnyWord("commit", "end");
        work(cursor);
        boolean chain = chain(cursor);
        return new TransactionStatement.Commit(chain, cursor.spanFrom(start));
    }

    /** {@code ROLLBACK}, {@code ABORT}, {@code ROLLBACK TO} and {@code ROLLBACK PREPARED}. */
    static Statement rollback(Cursor cursor) {
        int start = cursor.position();
        if (cursor.isWord("rollback", "prepared")) {
            return twoPhase(cursor, "ROLLBACK PREPARED");
        }
        String verb = cursor.expectAnyWord("rollback", "abort");
        work(cursor);
        if (verb.equals("rollback") && cursor.acceptWords("to")) {
            Name name = savepointName(cursor);
            return new TransactionStatement.RollbackTo(name, cursor.spanFrom(start));
        }
        boolean chain = chain(cursor);
        return new TransactionStatement.Rollback(chain, cursor.spanFrom(start));
    }

    static Statement savepoint(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("savepoint");
        Name name = NameParser.name(cursor);
        return new TransactionStatement.Savepoint(name, cursor.spanFrom(start));
    }

    static Statement release(Cursor cursor) {
        int start = cursor.position();
        cursor.expectWord("release");
        Name name = savepointName(cursor);
        return new TransactionStatement.ReleaseSavepoint(name, cursor.spanFrom(start));
    }

    static Statement prepare(Cursor cursor) {
        return twoPhase(cursor, "PREPARE TRANSACTION");
    }

    private static Statement twoPhase(Cursor cursor, String kind) {
        int start = cursor.position();
        cursor.next();
        cursor.next();
        String identifier = SettingParser.string(cursor).value();
        return new TransactionStatement.TwoPhase(kind, identifier, cursor.spanFrom(start));
    }

    /** A savepoint may itself be called {@code savepoint}. */
    private static Name savepointName(Cursor cursor) {
        if (cursor.isWord("savepoint") && NameParser.isName(cursor.peek(1), Keywords::mayNameColumn)) {
            cursor.next();
        }
        return NameParser.name(cursor);
    }

    private static void work(Cursor cursor) {
        cursor.acceptAnyWord("work", "transaction");
    }

    private static boolean chain(Cursor cursor) {
        if (!cursor.acceptWords("and")) {
            return false;
        }
        boolean chain = !cursor.acceptWords("no");
        cursor.expectWord("chain");
        return chain;
    }

    private static boolean isMode(Cursor cursor) {
        return cursor.isAnyWord("isolation", "read", "deferrable") || cursor.isWord("not", "deferrable");
    }

    /** Transaction modes (manual SET TRANSACTION); the commas between them may be left out. */
    static void modes(Cursor cursor) {
        do {
            mode(cursor);
        } while (cursor.accept(TokenKind.COMMA) || isMode(cursor));
    }

    private static void mode(Cursor cursor) {
        if (cursor.acceptWords("isolation")) {
            cursor.expectWord("level");
            isolationLevel(cursor);
        } else if (cursor.acceptWords("read")) {
            cursor.expectAnyWord("only", "write");
        } else {
            cursor.acceptWords("not");
            cursor.expectWord("deferrable");
        }
    }

    private static void isolationLevel(Cursor cursor) {
        switch (cursor.expectAnyWord("read", "repeatable", "serializable")) {
            case "read" -> cursor.expectAnyWord("committed", "uncommitted");
            case "repeatable" -> cursor.expectWord("read");
            default -> {}
        }
    }
}
