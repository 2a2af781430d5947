package dev.greenlight.migration;

import dev.greenlight.source.Span;
import java.util.List;

/**
 * A changeset of a changelog in formatted SQL.
 *
 * @param id with its author, as {@code author:id}
 * @param line of its head
 * @param runs whether Liquibase runs it on PostgreSQL: it is not ignored, and not for another DBMS
 * @param inTransaction whether Liquibase wraps it in a transaction
 * @param rule for its SQL
 * @param body from its head to the next one's
 * @param ignored what of the body Liquibase passes over
 * @param rollbackRule for what undoes it
 * @param rollback the SQL that undoes it, in the comments of the body; none if nothing does
 */
record Changeset(
        String id,
        int line,
        boolean runs,
        boolean inTransaction,
        SplitRule rule,
        Span body,
        List<Span> ignored,
        SplitRule rollbackRule,
        List<Span> rollback) {
    Changeset {
        ignored = List.copyOf(ignored);
        rollback = List.copyOf(rollback);
    }
}
