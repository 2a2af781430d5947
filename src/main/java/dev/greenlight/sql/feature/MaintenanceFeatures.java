package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.MaintenanceStatement;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Map;

/** Forms and options of VACUUM, ANALYZE and CLUSTER. */
final class MaintenanceFeatures {
    private static final Map<String, Integer> OPTIONS = Map.of(
            "parallel", 13,
            "process_toast", 14,
            "skip_database_stats", 16,
            "only_database_stats", 16,
            "process_main", 16,
            "buffer_usage_limit", 16);

    private MaintenanceFeatures() {}

    static void find(MaintenanceStatement statement, Search search) {
        Row row = search.row(statement.span());
        switch (statement) {
            case MaintenanceStatement.Vacuum vacuum -> {
                tables(vacuum.kind(), row, search);
                cleanup(row, search);
            }
            case MaintenanceStatement.Analyze analyze -> tables(analyze.kind(), row, search);
            case MaintenanceStatement.Cluster cluster -> cluster(cluster, row, search);
        }
    }

    private static void tables(String kind, Row row, Search search) {
        search.look(row.outer(), Form.of(18, "only", kind + " ONLY"));
        if (row.isAt(1, TokenKind.LEFT_PAREN)) {
            search.options(options(row), kind, OPTIONS);
        }
    }

    private static Row options(Row row) {
        return row.within(row.span(1, row.closing(1)));
    }

    /** {@code INDEX_CLEANUP AUTO}: at first it was a Boolean value. */
    private static void cleanup(Row row, Search search) {
        row.places("index_cleanup")
                .filter(i -> row.at(i + 1).value().equalsIgnoreCase("auto"))
                .forEach(i -> search.addParsed(14, "INDEX_CLEANUP AUTO", row.span(i, i + 1), SqlState.SYNTAX_ERROR));
    }

    private static void cluster(MaintenanceStatement.Cluster cluster, Row row, Search search) {
        if (!row.isAt(1, List.of("("))) {
            return;
        }
        search.add(14, "CLUSTER with options in parentheses", options(row).span(0, row.size()));
        if (cluster.table() == null) {
            search.add(17, "CLUSTER with options and no table", row.span(0, row.size()));
        }
    }
}
