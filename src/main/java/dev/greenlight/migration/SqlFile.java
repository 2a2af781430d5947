package dev.greenlight.migration;

/**
 * How a file runs that is one change as a whole: one without the head of formatted SQL, or one that a changeset names.
 *
 * @param id of its changeset, as {@code author:id}
 */
record SqlFile(String id, boolean inTransaction, SplitRule rule) {
    /** Liquibase's SqlChangeLogParser. */
    static final SqlFile RAW = new SqlFile("includeAll:raw", true, SplitRule.WHOLE);
}
