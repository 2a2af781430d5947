package dev.greenlight.rule.checks;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.replay.SqlError;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.IndexStatement;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.Statement;
import dev.greenlight.sql.TableStatement;
import java.util.stream.Stream;

final class ConcurrentlyInTransaction implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().error().stream()
                .filter(error -> isIt(change.statement(), error))
                .map(error -> Observation.at(error.span(), Words.stops(change) + error.message() + " (25001)")
                        .safely("Put it into a migration of its own that the tool runs outside a transaction.", ""));
    }

    /** Whether the error is that CONCURRENTLY stands in a transaction; other statements that must not are not meant. */
    static boolean isIt(Statement statement, SqlError error) {
        return error.state() == SqlState.ACTIVE_SQL_TRANSACTION && isConcurrent(statement);
    }

    private static boolean isConcurrent(Statement statement) {
        return switch (statement) {
            case IndexStatement.CreateIndex create -> create.concurrently();
            case IndexStatement.Reindex reindex -> reindex.concurrently();
            case ObjectStatement.Drop drop -> drop.concurrently();
            case TableStatement.AlterTable alter ->
                alter.actions().stream()
                        .anyMatch(action ->
                                action instanceof AlterTableAction.DetachPartition detach && detach.concurrently());
            default -> false;
        };
    }
}
