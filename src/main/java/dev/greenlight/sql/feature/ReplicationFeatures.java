package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ReplicationStatement;
import dev.greenlight.sql.ReplicationStatement.PublicationAction;
import dev.greenlight.sql.ReplicationStatement.PublishedObjects;
import dev.greenlight.sql.ReplicationStatement.PublishedTable;
import dev.greenlight.sql.ReplicationStatement.SubscriptionAction;
import dev.greenlight.sql.Setting;
import java.util.List;
import java.util.Map;

/** Forms of statements about publications and subscriptions. */
final class ReplicationFeatures {
    private static final Map<String, Integer> PUBLICATION_OPTIONS =
            Map.of("publish_via_partition_root", 13, "publish_generated_columns", 18);
    private static final Map<String, Integer> SUBSCRIPTION_OPTIONS = Map.of(
            "binary", 14,
            "streaming", 14,
            "two_phase", 15,
            "disable_on_error", 15,
            "origin", 16,
            "password_required", 16,
            "run_as_owner", 16,
            "failover", 17);

    private ReplicationFeatures() {}

    static void find(ReplicationStatement statement, Search search) {
        switch (statement) {
            case ReplicationStatement.CreatePublication create -> {
                objects(create.objects(), create.span(), search);
                publication(create.options(), search);
            }
            case ReplicationStatement.AlterPublication alter -> alter(alter.action(), alter.span(), search);
            case ReplicationStatement.CreateSubscription create -> subscription(create.options(), search);
            case ReplicationStatement.AlterSubscription alter -> alter(alter.action(), alter.span(), search);
        }
    }

    private static void alter(PublicationAction action, Span span, Search search) {
        switch (action) {
            case PublicationAction.Add add -> objects(add.objects(), span, search);
            case PublicationAction.Drop drop -> objects(drop.objects(), span, search);
            case PublicationAction.Replace replace -> objects(replace.objects(), span, search);
            case PublicationAction.SetOptions set -> publication(set.options(), search);
        }
    }

    private static void objects(PublishedObjects objects, Span statement, Search search) {
        search.look(
                search.row(statement).outer(),
                Form.of(15, "tables in schema", "TABLES IN SCHEMA"),
                Form.of(15, ", table", "TABLE more than once in a publication"));
        objects.tables().forEach(table -> table(table, search));
    }

    private static void table(PublishedTable table, Search search) {
        Row row = search.row(table.span());
        if (!table.columns().isEmpty()) {
            int first = table.columns().getFirst().span().start();
            Row before = row.within(new Span(table.span().start(), first));
            search.add(15, "columns of a published table", before.span(before.size() - 1, before.size() - 1));
        }
        if (table.where() != null) {
            search.look(row.outer(), Form.of(15, "where (", "WHERE of a published table"));
        }
    }

    private static void publication(List<Setting> options, Search search) {
        search.options(options, "a publication's option", PUBLICATION_OPTIONS, SqlState.SYNTAX_ERROR);
    }

    private static void alter(SubscriptionAction action, Span span, Search search) {
        Row row = search.row(span);
        switch (action) {
            case SubscriptionAction.Connect connect -> {}
            case SubscriptionAction.AddPublications add -> {
                search.look(row, Form.of(14, "add publication", "ALTER SUBSCRIPTION ADD PUBLICATION"));
                subscription(add.options(), search);
            }
            case SubscriptionAction.DropPublications drop -> {
                search.look(row, Form.of(14, "drop publication", "ALTER SUBSCRIPTION DROP PUBLICATION"));
                subscription(drop.options(), search);
            }
            case SubscriptionAction.ReplacePublications replace -> subscription(replace.options(), search);
            case SubscriptionAction.Refresh refresh -> subscription(refresh.options(), search);
            case SubscriptionAction.Enable enable -> {}
            case SubscriptionAction.Disable disable -> {}
            case SubscriptionAction.SetOptions set -> subscription(set.options(), search);
            case SubscriptionAction.Skip skip -> search.look(row, Form.of(15, "skip (", "ALTER SUBSCRIPTION SKIP"));
        }
    }

    private static void subscription(List<Setting> options, Search search) {
        search.options(options, "a subscription's option", SUBSCRIPTION_OPTIONS, SqlState.SYNTAX_ERROR);
    }
}
