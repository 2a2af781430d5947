package dev.greenlight.effect;

import dev.greenlight.catalog.Index;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.IndexStatement.CreateIndex;
import dev.greenlight.sql.TableStatement.AlterTable;
import java.util.Comparator;
import java.util.List;

/** What is locked by statements that then leave all as it is, because of IF EXISTS or IF NOT EXISTS. */
final class SkippedStatements {
    private SkippedStatements() {}

    static List<RelationLock> locks(Step step) {
        if (!(step.outcome() instanceof Outcome.Skipped skipped) || skipped.existing() == null) {
            return List.of();
        }
        return switch (step.statement()) {
            case AlterTable alter -> List.of(new RelationLock(skipped.existing(), strongest(alter)));
            case CreateIndex create
            when skipped.existing() instanceof Index index -> {
                LockMode mode = create.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
                yield step.before().relation(index.table()).stream()
                        .map(table -> new RelationLock(table, mode))
                        .toList();
            }
            default -> List.of();
        };
    }

    private static LockMode strongest(AlterTable alter) {
        return alter.actions().stream()
                .map(TableSettingEffects::lock)
                .max(Comparator.naturalOrder())
                .orElse(LockMode.ACCESS_EXCLUSIVE);
    }
}
