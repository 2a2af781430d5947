package dev.greenlight.replay;

import dev.greenlight.catalog.NamedObject;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.QualifiedName;
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
        if (create.name() != null) {
            QualifiedName name = execution.names().schemas().creation(create.name());
            NamedObject made = new NamedObject(
                    NamedObject.Kind.STATISTICS,
                    name,
                    "",
                    parts(relation, create.keys()),
                    execution.origin(create.span()));
            NamedObjects objects = new NamedObjects(execution);
            if (create.ifNotExists() && objects.isThere(made)) {
                execution.skip(null);
                return;
            }
            objects.requireNew(made, create.name().span());
            require(relation, create, rules, execution);
            objects.put(made);
        } else {
            require(relation, create, rules, execution);
        }
        new Descriptions(execution).describe(create, List.of(relation));
    }

    private static void require(
            Relation relation,
            StatisticsStatement.CreateStatistics create,
            StatisticsRules rules,
            Execution execution) {
        rules.requireNotTooMany();
        create.keys().forEach(key -> requireKey(relation, key, create, execution));
        rules.requireKinds();
        rules.requireTwo();
    }

    private static void setTarget(StatisticsStatement.SetTarget set, Execution execution) {
        NamedObjects objects = new NamedObjects(execution);
        if (set.ifExists() && objects.find(NamedObject.Kind.STATISTICS, set.name(), null).isEmpty()) {
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
