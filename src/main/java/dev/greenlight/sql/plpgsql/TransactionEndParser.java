package dev.greenlight.sql.plpgsql;

/** Reads COMMIT and ROLLBACK (manual 41.8). */
final class TransactionEndParser {
    private TransactionEndParser() {}

    static CodeStatement parse(Compilation compilation) {
        CodeCursor cursor = compilation.cursor();
        int start = cursor.position();
        boolean commit = cursor.next().isWord("commit");
        boolean chain = false;
        if (compilation.acceptKeyword("and")) {
            chain = !compilation.acceptKeyword("no");
            compilation.expectKeyword("chain");
        }
        return new CodeStatement.EndTransaction(commit, chain, cursor.spanFrom(start));
    }
}
