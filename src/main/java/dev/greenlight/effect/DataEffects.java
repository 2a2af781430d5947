package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ROW_SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.Step;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operations on rows do (manual 13.3.1), and upkeep (manual VACUUM, ANALYZE, CLUSTER). */
final class DataEffects {
    private final Neighbours near;

    DataEffects(Step step) {
        this.near = new Neighbours(step);
    }

    Facts of(DataOperation operation) {
        return switch (operation) {
            case DataOperation.Read read ->
                Facts.CATALOG
                        .lock(family(read.relation()), read.forUpdate() ? ROW_SHARE : ACCESS_SHARE)
                        .works(Work.SCAN);
            case DataOperation.Write write -> write(write);
            case DataOperation.Vacuum vacuum ->
                Facts.CATALOG
                        .lock(family(vacuum.relation()), vacuum.full() ? ACCESS_EXCLUSIVE : SHARE_UPDATE_EXCLUSIVE)
                        .works(vacuum.full() ? Work.REWRITE : Work.SCAN);
            case DataOperation.Analyze analyze ->
                Facts.CATALOG
                        .lock(family(analyze.relation()), SHARE_UPDATE_EXCLUSIVE)
                        .works(Work.SCAN);
            case DataOperation.Cluster cluster ->
                Facts.CATALOG.lock(family(cluster.relation()), ACCESS_EXCLUSIVE).works(Work.REWRITE);
        };
    }

    private Facts write(DataOperation.Write write) {
        Facts facts = Facts.CATALOG.lock(family(write.relation()), ROW_EXCLUSIVE);
        return switch (write.kind()) {
            case INSERT, COPY -> write.bounded() ? facts : facts.works(Work.SCAN);
            case UPDATE, DELETE, MERGE -> facts.works(Work.SCAN).losesData();
        };
    }

    private Stream<Relation> family(@Nullable Relation relation) {
        if (relation == null) {
            return Stream.empty();
        }
        return relation instanceof Table table ? near.family(table).map(Relation.class::cast) : Stream.of(relation);
    }
}
