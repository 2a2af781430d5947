package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.StatisticsStatement;

/** Forms of statements about extended statistics. */
final class StatisticsFeatures {
    private StatisticsFeatures() {}

    static void find(StatisticsStatement statement, Search search) {
        switch (statement) {
            case StatisticsStatement.CreateStatistics create -> create(create, search);
            case StatisticsStatement.SetTarget set -> {
                search.add(13, "ALTER STATISTICS SET STATISTICS", set.span());
                search.look(search.row(set.span()), Form.of(17, "set statistics default"));
            }
        }
    }

    private static void create(StatisticsStatement.CreateStatistics create, Search search) {
        if (create.name() == null) {
            search.add(16, "CREATE STATISTICS without a name", create.span());
        }
        create.keys().stream()
                .filter(key -> key.expression() != null)
                .forEach(key -> search.addParsed(
                        14, "CREATE STATISTICS on expressions", key.span(), SqlState.FEATURE_NOT_SUPPORTED));
    }
}
