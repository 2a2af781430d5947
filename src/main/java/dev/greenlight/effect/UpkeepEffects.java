package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.replay.DataOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What upkeep does (manual VACUUM, ANALYZE, CLUSTER). The partitions of a table are kept with it, and since 18 what
 * inherits from it otherwise is too, but for CLUSTER.
 */
final class UpkeepEffects {
    private final Neighbours near;
    private final Server server;

    UpkeepEffects(Neighbours near, Server server) {
        this.near = near;
        this.server = server;
    }

    Facts vacuum(DataOperation.Vacuum vacuum) {
        List<Relation> kept = kept(vacuum.relation(), server.version().isAtLeast(18));
        return vacuum.full()
                ? keeping(kept, ACCESS_EXCLUSIVE, ACCESS_EXCLUSIVE, Work.REWRITE)
                : keeping(kept, SHARE_UPDATE_EXCLUSIVE, ROW_EXCLUSIVE, Work.SCAN);
    }

    /** A sample is taken of all that inherits from the table too. */
    Facts analyze(@Nullable Relation relation) {
        List<Relation> sampled = kept(relation, true);
        List<Relation> kept = kept(relation, server.version().isAtLeast(18));
        return keeping(kept, SHARE_UPDATE_EXCLUSIVE, ACCESS_SHARE, Work.SCAN)
                .lock(sampled.stream(), ACCESS_SHARE)
                .works(Work.SCAN, sampled.stream());
    }

    Facts cluster(@Nullable Relation relation) {
        return keeping(kept(relation, false), ACCESS_EXCLUSIVE, ACCESS_EXCLUSIVE, Work.REWRITE);
    }

    /** Nothing in particular where no relation is named. */
    private List<Relation> kept(@Nullable Relation relation, boolean children) {
        if (relation instanceof Table table) {
            return (children ? near.family(table) : near.partitions(table))
                    .map(Relation.class::cast)
                    .toList();
        }
        return relation == null ? List.of() : List.of(relation);
    }

    private Facts keeping(List<Relation> relations, LockMode mode, LockMode ofIndexes, Work work) {
        if (relations.isEmpty()) {
            return Facts.CATALOG.works(work);
        }
        return Facts.CATALOG
                .lock(relations.stream(), mode)
                .lock(near.filledIndexes(relations.stream()), ofIndexes)
                .works(work, relations.stream());
    }
}
