package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.sql.IndexElement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.StatisticsStatement;
import dev.greenlight.sql.query.Scope;
import java.util.List;

/** Runs statements about extended statistics, of which the catalog keeps nothing. */
final class StatisticsReplay {
    private StatisticsReplay() {}

    static void apply(StatisticsStatement statement, Execution execution) {
        switch (statement) {
            case StatisticsStatement.CreateStatistics create -> create(create, execution);
            case StatisticsStatement.SetTarget set -> new Descriptions(execution).describe(set, List.of());
        }
    }

    private static void create(StatisticsStatement.CreateStatistics create, Execution execution) {
        Relation relation = execution.names().relation(create.table(), ObjectType.TABLE);
        if (create.name() != null) {
            execution.names().schemas().creation(create.name());
        }
        if (!create.ifNotExists()) {
            create.keys().forEach(key -> requireKey(relation, key, create, execution));
        }
        new Descriptions(execution).describe(create, List.of(relation));
    }

    /** Not behind IF NOT EXISTS: where the statistics are there, PostgreSQL asks no more. */
    private static void requireKey(
            Relation relation, IndexElement key, StatisticsStatement.CreateStatistics create, Execution execution) {
        Name column = key.column();
        if (column != null && relation instanceof Table table && !isSystem(column)) {
            String missing = "column \"" + column.value() + "\" does not exist";
            execution.names().column(table, column, missing);
        }
        if (key.expression() != null) {
            new QueryNames(execution).expression(key.expression(), Scope.of(create.table()));
        }
    }

    private static boolean isSystem(Name column) {
        return TableExpressions.SYSTEM_COLUMNS.contains(column.value());
    }
}
