package dev.greenlight.migration;

import org.jspecify.annotations.Nullable;

/**
 * How Liquibase divides the SQL of a change before it sends it.
 *
 * @param splits whether it does at all ({@code splitStatements})
 * @param withoutComments whether it takes comments out first ({@code stripComments})
 * @param delimiter what ends a statement instead of a semicolon ({@code endDelimiter}), as written
 */
record SplitRule(
        boolean splits, boolean withoutComments, @Nullable String delimiter) {
    /** All in one string. */
    static final SplitRule WHOLE = new SplitRule(false, false, null);
}
