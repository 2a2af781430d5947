package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.ReplicationStatement;
import dev.greenlight.sql.ReplicationStatement.PublicationAction;
import dev.greenlight.sql.ReplicationStatement.PublishedObjects;
import dev.greenlight.sql.ReplicationStatement.PublishedTable;
import dev.greenlight.sql.query.Scope;
import java.util.ArrayList;
import java.util.List;

/** Runs statements about publications and subscriptions, of which the catalog keeps nothing. */
final class ReplicationReplay {
    private final Execution execution;

    private ReplicationReplay(Execution execution) {
        this.execution = execution;
    }

    static void apply(ReplicationStatement statement, Execution execution) {
        List<Relation> relations = new ReplicationReplay(execution).published(statement);
        new Descriptions(execution).describe(statement, relations);
    }

    private List<Relation> published(ReplicationStatement statement) {
        return switch (statement) {
            case ReplicationStatement.CreatePublication create -> objects(create.objects());
            case ReplicationStatement.AlterPublication alter -> published(alter.action());
            case ReplicationStatement.CreateSubscription ignored -> List.of();
            case ReplicationStatement.AlterSubscription ignored -> List.of();
        };
    }

    private List<Relation> published(PublicationAction action) {
        return switch (action) {
            case PublicationAction.Add add -> objects(add.objects());
            case PublicationAction.Drop drop -> objects(drop.objects());
            case PublicationAction.Replace replace -> objects(replace.objects());
            case PublicationAction.SetOptions ignored -> List.of();
        };
    }

    /** All tables are looked up before what is published of each. */
    private List<Relation> objects(PublishedObjects objects) {
        List<Relation> relations = new ArrayList<>();
        for (PublishedTable published : objects.tables()) {
            relations.add(execution.names().relation(published.name(), ObjectType.TABLE));
        }
        objects.schemas().forEach(this::requireSchema);
        for (int i = 0; i < relations.size(); i++) {
            requireParts(relations.get(i), objects.tables().get(i));
        }
        return relations;
    }

    private void requireSchema(Name schema) {
        if (!schema.value().equals("current_schema")) {
            execution.names().schemas().require(schema);
        }
    }

    private void requireParts(Relation relation, PublishedTable published) {
        if (relation instanceof Table table) {
            published.columns().forEach(column -> execution.names().column(table, column));
        }
        if (published.where() != null) {
            new QueryNames(execution).expression(published.where(), Scope.of(published.name()));
        }
    }
}
