package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.sql.IndexElement;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.StatisticsStatement;
import dev.greenlight.sql.query.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs statements about extended statistics, of which the catalog keeps the name and the table. */
final class StatisticsReplay {
    private StatisticsReplay() {}

    static void apply(StatisticsStatement statement, Execution execution) {
        switch (statement) {
            case StatisticsStatement.CreateStatistics create -> create(create, execution);
            case StatisticsStatement.SetTarget set -> setTarget(set, execution);
        }
    }

    private static void create(StatisticsStatement.CreateStatistics create, Execution execution) {
        Relation relation = execution.names().relation(create.table(), ObjectType.TABLE);
        StatisticsRules rules = new StatisticsRules(create, execution);
        rules.requireTable(relation);
        NamedObjects objects = new NamedObjects(execution);
        Optional<NamedObject> named = Optional.ofNullable(create.name())
                .map(name -> objects.made(NamedObject.Kind.STATISTICS, name, ""))
                .map(made -> made.withParts(parts(relation, create.keys())));
        if (create.ifNotExists() && named.filter(objects::isThere).isPresent()) {
            execution.skip(null);
            return;
        }
        named.ifPresent(made -> objects.requireNew(made, create.name().span()));
        rules.requireKeys(key -> requireKey(relation, key, create, execution));
        named.ifPresent(objects::put);
        new Descriptions(execution).describe(create, List.of(relation));
    }

    private static void setTarget(StatisticsStatement.SetTarget set, Execution execution) {
        NamedObjects objects = new NamedObjects(execution);
        if (set.ifExists()
                && objects.find(NamedObject.Kind.STATISTICS, set.name(), null).isEmpty()) {
            execution.skip(null);
            return;
        }
        objects.require(NamedObject.Kind.STATISTICS, set.name(), null);
        new Descriptions(execution).describe(set, List.of());
    }

    /** The table and the columns: with any of them the statistics go. */
    private static List<String> parts(Relation relation, List<IndexElement> keys) {
        List<String> parts = new ArrayList<>(List.of(NamedObjects.part(relation)));
        if (relation instanceof Table table) {
            keys.stream()
                    .flatMap(key -> Optional.ofNullable(key.column()).stream())
                    .flatMap(name -> table.column(name.value()).stream())
                    .forEach(column -> parts.add(NamedObjects.part(relation, column)));
        }
        return parts;
    }

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
