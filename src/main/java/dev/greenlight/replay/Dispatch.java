package dev.greenlight.replay;

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
import dev.greenlight.sql.TransactionStatement;
import dev.greenlight.sql.TriggerStatement;
import dev.greenlight.sql.TypeStatement;
import dev.greenlight.sql.Unread;
import dev.greenlight.sql.ViewStatement;
import java.util.List;

/** Sends a statement to the class that runs its group. */
final class Dispatch {
    private Dispatch() {}

    /** Runs a statement; throws {@link Rejected} where PostgreSQL would refuse it. */
    static void apply(Statement statement, Execution execution) {
        run(statement, execution);
        NewLabels.requireUnused(statement, execution);
    }

    private static void run(Statement statement, Execution execution) {
        switch (statement) {
            case TableStatement table -> TableReplay.apply(table, execution);
            case IndexStatement index -> IndexReplay.apply(index, execution);
            case ViewStatement view -> ViewReplay.apply(view, execution);
            case SequenceStatement sequence -> SequenceReplay.apply(sequence, execution);
            case TypeStatement type -> TypeReplay.apply(type, execution);
            case SchemaStatement schema -> SchemaReplay.apply(schema, execution);
            case RoutineStatement routine -> RoutineReplay.apply(routine, execution);
            case TriggerStatement trigger -> AttachmentReplay.apply(trigger, execution);
            case StatisticsStatement statistics -> StatisticsReplay.apply(statistics, execution);
            case OperatorStatement operator -> OperatorReplay.apply(operator, execution);
            case CastStatement cast -> CastReplay.apply(cast, execution);
            case CollationStatement collation -> TextReplay.apply(collation, execution);
            case TextSearchStatement textSearch -> TextReplay.apply(textSearch, execution);
            case LanguageStatement language -> LanguageReplay.apply(language, execution);
            case ForeignDataStatement foreign -> ForeignDataReplay.apply(foreign, execution);
            case ReplicationStatement replication -> ReplicationReplay.apply(replication, execution);
            case DatabaseStatement database -> new Descriptions(execution).describe(database, List.of());
            case ObjectStatement object -> ObjectReplay.apply(object, execution);
            case PrivilegeStatement privilege -> PrivilegeReplay.apply(privilege, execution);
            case SessionStatement session -> SettingReplay.apply(session, execution);
            case DataStatement data -> DataReplay.apply(data, execution);
            case MaintenanceStatement maintenance -> MaintenanceReplay.apply(maintenance, execution);
            case TransactionStatement control -> {}
            case Unread unread -> UnreadReplay.apply(unread, execution);
        }
    }

    /**
     * Brings about what must be thought possible after a statement has failed: what it would have made is there, what
     * it would have changed is unknown, so that one mistake gives one finding. What was missing is already assumed.
     */
    static void afterFailure(Statement statement, Execution execution) {
        switch (statement) {
            case TableStatement table -> TableReplay.afterFailure(table, execution);
            case IndexStatement index -> IndexReplay.afterFailure(index, execution);
            case ViewStatement view -> ViewReplay.afterFailure(view, execution);
            case SequenceStatement sequence -> SequenceReplay.afterFailure(sequence, execution);
            case TypeStatement type -> TypeReplay.afterFailure(type, execution);
            case SchemaStatement schema -> SchemaReplay.afterFailure(schema, execution);
            case RoutineStatement routine -> RoutineReplay.afterFailure(routine, execution);
            case TriggerStatement trigger -> AttachmentReplay.afterFailure(trigger, execution);
            case StatisticsStatement statistics -> {}
            case OperatorStatement operator -> {}
            case CastStatement cast -> {}
            case CollationStatement collation -> {}
            case TextSearchStatement textSearch -> {}
            case LanguageStatement language -> {}
            case ForeignDataStatement foreign -> ForeignDataReplay.afterFailure(foreign, execution);
            case ReplicationStatement replication -> {}
            case DatabaseStatement database -> {}
            case ObjectStatement object -> ObjectReplay.afterFailure(object, execution);
            case PrivilegeStatement privilege -> {}
            case SessionStatement session -> {}
            case DataStatement data -> DataReplay.afterFailure(data, execution);
            case MaintenanceStatement maintenance -> {}
            case TransactionStatement control -> {}
            case Unread unread -> {}
        }
    }
}
