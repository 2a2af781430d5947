package dev.greenlight.sql.feature;

import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.sql.CastStatement;
import dev.greenlight.sql.CollationStatement;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.DatabaseStatement;
import dev.greenlight.sql.ForeignDataStatement;
import dev.greenlight.sql.IndexStatement;
import dev.greenlight.sql.LanguageStatement;
import dev.greenlight.sql.MaintenanceStatement;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.OperatorStatement;
import dev.greenlight.sql.PrivilegeStatement;
import dev.greenlight.sql.ReplicationStatement;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.SchemaStatement;
import dev.greenlight.sql.SequenceStatement;
import dev.greenlight.sql.SessionStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.StatisticsStatement;
import dev.greenlight.sql.TableStatement;
import dev.greenlight.sql.TextSearchStatement;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TransactionStatement;
import dev.greenlight.sql.TriggerStatement;
import dev.greenlight.sql.TypeStatement;
import dev.greenlight.sql.Unread;
import dev.greenlight.sql.ViewStatement;
import java.util.List;

/**
 * Says which forms a statement uses that came after PostgreSQL 12: the door of this package. The parser reads the
 * newest grammar; where the tree keeps no more of a form than what it means, its tokens are asked. Which version
 * brought what is in the manual's appendix E, Release Notes, and checked against servers of all versions.
 *
 * <p>Functions and types that came later are not syntax and none of its business.
 */
public final class Features {
    private Features() {}

    /** Whether a version has every form that is read. */
    public static boolean hasAll(PostgresVersion version) {
        return version.equals(PostgresVersion.NEWEST);
    }

    /** Those that a version does not have, in the order in which they stand. */
    public static List<Feature> missingFrom(PostgresVersion version, Statement statement, List<Token> tokens) {
        return hasAll(version)
                ? List.of()
                : of(statement, tokens).stream()
                        .filter(feature -> !version.isAtLeast(feature.since()))
                        .toList();
    }

    /** All, in the order in which they stand. */
    static List<Feature> of(Statement statement, List<Token> tokens) {
        if (statement instanceof Unread) {
            return List.of();
        }
        Search search = new Search(tokens);
        if (!(statement instanceof PrivilegeStatement)) {
            QueryFeatures.find(search);
        }
        find(statement, search);
        return search.inOrder();
    }

    /** Those of a statement, and of the statements in it, that are not in its queries and expressions. */
    static void find(Statement statement, Search search) {
        switch (statement) {
            case TableStatement table -> TableFeatures.find(table, search);
            case IndexStatement index -> IndexFeatures.find(index, search);
            case ViewStatement view -> RelationFeatures.find(view, search);
            case SequenceStatement sequence -> RelationFeatures.find(sequence, search);
            case TypeStatement type -> TypeFeatures.find(type, search);
            case SchemaStatement schema -> SchemaFeatures.find(schema, search);
            case RoutineStatement routine -> RoutineFeatures.find(routine, search);
            case TriggerStatement trigger -> TriggerFeatures.find(trigger, search);
            case StatisticsStatement statistics -> StatisticsFeatures.find(statistics, search);
            case OperatorStatement operator -> {}
            case CastStatement cast -> {}
            case CollationStatement collation -> OptionFeatures.find(collation, search);
            case TextSearchStatement textSearch -> {}
            case LanguageStatement language -> {}
            case ForeignDataStatement foreign ->
                PrivilegeFeatures.roles(search.row(foreign.span()).outer(), search);
            case ReplicationStatement replication -> ReplicationFeatures.find(replication, search);
            case DatabaseStatement database -> OptionFeatures.find(database, search);
            case ObjectStatement object -> ObjectFeatures.find(object, search);
            case PrivilegeStatement privilege -> PrivilegeFeatures.find(privilege, search);
            case TransactionStatement control -> {}
            case SessionStatement session -> {}
            case DataStatement data -> DataFeatures.find(data, search);
            case MaintenanceStatement maintenance -> MaintenanceFeatures.find(maintenance, search);
            case Unread unread -> {}
        }
    }
}
