package dev.greenlight.replay;

import dev.greenlight.catalog.Relation;
import dev.greenlight.sql.ReplicationStatement;
import java.util.List;

/** Sends statements about publications and subscriptions to the class that runs them. */
final class ReplicationReplay {
    private ReplicationReplay() {}

    static void apply(ReplicationStatement statement, Execution execution) {
        List<Relation> relations =
                switch (statement) {
                    case ReplicationStatement.CreatePublication create ->
                        new PublicationReplay(execution).create(create);
                    case ReplicationStatement.AlterPublication alter -> new PublicationReplay(execution).alter(alter);
                    case ReplicationStatement.CreateSubscription create -> {
                        new SubscriptionReplay(execution).create(create);
                        yield List.of();
                    }
                    case ReplicationStatement.AlterSubscription alter -> {
                        new SubscriptionReplay(execution).alter(alter);
                        yield List.of();
                    }
                };
        new Descriptions(execution).describe(statement, relations);
    }
}
