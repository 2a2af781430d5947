package dev.greenlight.sql;

import java.util.Set;

/** The words with which a statement can begin (manual, SQL Commands). */
final class StatementWords {
    private static final Set<String> FIRST = Set.of(
            "abort",
            "alter",
            "analyse",
            "analyze",
            "begin",
            "call",
            "checkpoint",
            "close",
            "cluster",
            "comment",
            "commit",
            "copy",
            "create",
            "deallocate",
            "declare",
            "delete",
            "discard",
            "do",
            "drop",
            "end",
            "execute",
            "explain",
            "fetch",
            "grant",
            "import",
            "insert",
            "listen",
            "load",
            "lock",
            "merge",
            "move",
            "notify",
            "prepare",
            "reassign",
            "refresh",
            "reindex",
            "release",
            "reset",
            "revoke",
            "rollback",
            "savepoint",
            "security",
            "select",
            "set",
            "show",
            "start",
            "table",
            "truncate",
            "unlisten",
            "update",
            "vacuum",
            "values",
            "with");

    private static final Set<String> IN_BODIES = Set.of("begin", "close", "declare", "end", "fetch", "move");

    private static final int LONGEST = 10;

    private StatementWords() {}

    /** Whether the text has such a word at this place, and none that more often begins a line in a function's body. */
    static boolean outsideBodyAt(String text, int start, int limit) {
        String word = word(text, start, limit);
        return FIRST.contains(word) && !IN_BODIES.contains(word);
    }

    static boolean at(String text, int start, int limit) {
        return FIRST.contains(word(text, start, limit));
    }

    private static String word(String text, int start, int limit) {
        StringBuilder word = new StringBuilder();
        for (int i = start; i < limit && Characters.isWordPart(text.charAt(i)) && word.length() <= LONGEST; i++) {
            word.append(Words.fold(text.charAt(i)));
        }
        return word.toString();
    }
}
