package dev.greenlight.replay;

import dev.greenlight.sql.PrivilegeStatement;

/** Runs statements about roles and privileges. */
final class PrivilegeReplay {
    private PrivilegeReplay() {}

    static void apply(PrivilegeStatement statement, Execution execution) {}
}
