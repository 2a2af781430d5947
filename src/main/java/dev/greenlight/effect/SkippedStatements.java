package dev.greenlight.effect;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.IndexStatement.CreateIndex;
import dev.greenlight.sql.TableStatement.AlterTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is locked by statements that then leave all as it is, because of IF EXISTS or IF NOT EXISTS. */
final class SkippedStatements {
    private SkippedStatements() {}

    static List<RelationLock> locks(Step step, Server server) {
        if (!(step.outcome() instanceof Outcome.Skipped skipped) || skipped.existing() == null) {
            return List.of();
        }
        return switch (step.statement()) {
            case AlterTable alter -> looked(alter, skipped.existing(), new Neighbours(step, server));
            case CreateIndex create
            when skipped.existing() instanceof Index index -> {
                LockMode mode = create.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
                Neighbours near = new Neighbours(step, server);
                yield near.relation(index.table())
                        .flatMap(table -> table instanceof Table known ? near.partitions(known) : Stream.of(table))
                        .map(table -> new RelationLock(table, mode))
                        .toList();
            }
            default -> List.of();
        };
    }

    /** To look for a constraint or an expression that may be missing is to look in all that inherit from the table. */
    private static List<RelationLock> looked(AlterTable alter, Relation relation, Neighbours near) {
        boolean all = !alter.only() && alter.actions().stream().anyMatch(SkippedStatements::isPassedOn);
        return (all ? near.family(relation) : Stream.of(relation))
                .map(table -> new RelationLock(table, strongest(alter)))
                .toList();
    }

    private static boolean isPassedOn(AlterTableAction action) {
        return action instanceof AlterTableAction.DropConstraint || action instanceof AlterTableAction.DropExpression;
    }

    private static LockMode strongest(AlterTable alter) {
        return alter.actions().stream()
                .map(TableSettingEffects::lock)
                .max(Comparator.naturalOrder())
                .orElse(LockMode.ACCESS_EXCLUSIVE);
    }
}
