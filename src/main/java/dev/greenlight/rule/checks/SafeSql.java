package dev.greenlight.rule.checks;

import java.util.regex.Pattern;

/** Statements as their author wrote them, but for the words that make them safe. */
final class SafeSql {
    private static final Pattern INDEX = Pattern.compile("(?i)\\b(INDEX)\\b");

    private SafeSql() {}

    /** {@code CREATE | DROP INDEX} as it is, with CONCURRENTLY. */
    static String concurrently(String statement) {
        return INDEX.matcher(statement).replaceFirst("$1 CONCURRENTLY") + ";";
    }
}
