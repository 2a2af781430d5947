package dev.greenlight.sql;

import dev.greenlight.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about logical replication (manual 29): publications, and subscriptions to those of another server. */
public sealed interface ReplicationStatement extends Statement {
    /**
     * @param allTables whether it is {@code FOR ALL TABLES}
     * @param objects what is published without that; nothing where FOR is missing
     */
    record CreatePublication(Name name, boolean allTables, PublishedObjects objects, List<Setting> options, Span span)
            implements ReplicationStatement {
        public CreatePublication {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE PUBLICATION";
        }
    }

    record AlterPublication(Name name, PublicationAction action, Span span) implements ReplicationStatement {
        @Override
        public String kind() {
            return "ALTER PUBLICATION";
        }
    }

    /** What an ALTER PUBLICATION does. */
    sealed interface PublicationAction {
        record Add(PublishedObjects objects) implements PublicationAction {}

        record Drop(PublishedObjects objects) implements PublicationAction {}

        /** These come in the place of all that was published. */
        record Replace(PublishedObjects objects) implements PublicationAction {}

        record SetOptions(List<Setting> options) implements PublicationAction {
            public SetOptions {
                options = List.copyOf(options);
            }
        }
    }

    /**
     * Tables, and schemas of which all tables are meant.
     *
     * @param schemas {@code current_schema} stands for itself
     */
    record PublishedObjects(List<PublishedTable> tables, List<Name> schemas) {
        public PublishedObjects {
            tables = List.copyOf(tables);
            schemas = List.copyOf(schemas);
        }
    }

    /**
     * @param columns those that are published; empty for all
     * @param where which rows are published; null for all
     */
    record PublishedTable(
            ObjectName name,
            boolean only,
            List<Name> columns,
            @Nullable Expression where,
            Span span) {
        public PublishedTable {
            columns = List.copyOf(columns);
        }
    }

    /**
     * @param connection the connection string
     */
    record CreateSubscription(Name name, Token connection, List<Name> publications, List<Setting> options, Span span)
            implements ReplicationStatement {
        public CreateSubscription {
            publications = List.copyOf(publications);
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "CREATE SUBSCRIPTION";
        }
    }

    record AlterSubscription(Name name, SubscriptionAction action, Span span) implements ReplicationStatement {
        @Override
        public String kind() {
            return "ALTER SUBSCRIPTION";
        }
    }

    /** What an ALTER SUBSCRIPTION does. */
    sealed interface SubscriptionAction {
        record Connect(Token connection) implements SubscriptionAction {}

        record AddPublications(List<Name> publications, List<Setting> options) implements SubscriptionAction {
            public AddPublications {
                publications = List.copyOf(publications);
                options = List.copyOf(options);
            }
        }

        record DropPublications(List<Name> publications, List<Setting> options) implements SubscriptionAction {
            public DropPublications {
                publications = List.copyOf(publications);
                options = List.copyOf(options);
            }
        }

        /** These come in the place of all that it subscribed to. */
        record ReplacePublications(List<Name> publications, List<Setting> options) implements SubscriptionAction {
            public ReplacePublications {
                publications = List.copyOf(publications);
                options = List.copyOf(options);
            }
        }

        record Refresh(List<Setting> options) implements SubscriptionAction {
            public Refresh {
                options = List.copyOf(options);
            }
        }

        record Enable() implements SubscriptionAction {}

        record Disable() implements SubscriptionAction {}

        record SetOptions(List<Setting> options) implements SubscriptionAction {
            public SetOptions {
                options = List.copyOf(options);
            }
        }

        /** Passes over a transaction of the other server. */
        record Skip(List<Setting> options) implements SubscriptionAction {
            public Skip {
                options = List.copyOf(options);
            }
        }
    }
}
