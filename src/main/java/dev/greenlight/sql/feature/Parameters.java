package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.Setting;
import java.util.List;
import java.util.Map;

/**
 * Storage parameters of tables and indexes and options of views (manual CREATE TABLE, CREATE INDEX, CREATE VIEW), in
 * source relation options. RESET takes any name.
 */
final class Parameters {
    private static final Map<String, Integer> SINCE = Map.ofEntries(
            Map.entry("autovacuum_vacuum_insert_threshold", 13),
            Map.entry("autovacuum_vacuum_insert_scale_factor", 13),
            Map.entry("toast.autovacuum_vacuum_insert_threshold", 13),
            Map.entry("toast.autovacuum_vacuum_insert_scale_factor", 13),
            Map.entry("deduplicate_items", 13),
            Map.entry("security_invoker", 15),
            Map.entry("autovacuum_vacuum_max_threshold", 18),
            Map.entry("toast.autovacuum_vacuum_max_threshold", 18),
            Map.entry("vacuum_max_eager_freeze_failure_rate", 18),
            Map.entry("toast.vacuum_max_eager_freeze_failure_rate", 18));

    private Parameters() {}

    static void find(List<Setting> parameters, Search search) {
        search.options(parameters, "the parameter", SINCE, SqlState.INVALID_PARAMETER_VALUE);
    }
}
