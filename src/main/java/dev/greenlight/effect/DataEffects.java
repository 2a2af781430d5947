package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ROW_SHARE;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.postgres.ReferentialAction;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.Step;
import java.util.List;
import java.util.stream.Stream;

/** What operations on rows do (manual 13.3.1). Planning a query locks all indexes of its relations as it locks those. */
final class DataEffects {
    private final Neighbours near;
    private final UpkeepEffects upkeep;

    DataEffects(Step step, Server server) {
        this.near = new Neighbours(step, server);
        this.upkeep = new UpkeepEffects(near, server);
    }

    Facts of(DataOperation operation) {
        return switch (operation) {
            case DataOperation.Read read -> read(read, read.forUpdate() ? ROW_SHARE : ACCESS_SHARE);
            case DataOperation.Write write -> write(write);
            case DataOperation.UseSequence use -> Facts.locking(use.sequence(), ROW_EXCLUSIVE);
            case DataOperation.Vacuum vacuum -> upkeep.vacuum(vacuum);
            case DataOperation.Analyze analyze -> upkeep.analyze(analyze.relation());
            case DataOperation.Cluster cluster -> upkeep.cluster(cluster.relation());
        };
    }

    private Facts read(DataOperation.Read read, LockMode mode) {
        List<Relation> family = near.family(read.relation()).toList();
        return switch (read.stage()) {
            case ANALYZED -> Facts.locking(read.relation(), mode);
            case PLANNED -> planned(family, mode);
            case RUN -> planned(family, mode).works(Work.SCAN, family.stream());
        };
    }

    private Facts planned(List<? extends Relation> relations, LockMode mode) {
        return Facts.CATALOG.lock(relations.stream(), mode).lock(near.plannedIndexes(relations.stream()), mode);
    }

    private Facts write(DataOperation.Write write) {
        List<Relation> targets = targets(write).toList();
        return switch (write.kind()) {
            case INSERT, COPY -> inserted(write, targets);
            case UPDATE ->
                updated(write, targets, planned(targets, ROW_EXCLUSIVE))
                        .works(Work.SCAN, targets.stream())
                        .losesData();
            case DELETE ->
                deleted(targets, planned(targets, ROW_EXCLUSIVE))
                        .works(Work.SCAN, targets.stream())
                        .losesData();
            case MERGE ->
                planned(targets, ROW_EXCLUSIVE)
                        .works(Work.SCAN, targets.stream())
                        .losesData();
        };
    }

    /** How many rows come in says what they come from. */
    private Facts inserted(DataOperation.Write write, List<Relation> targets) {
        Facts facts = referenced(targets, Facts.CATALOG.lock(targets.stream(), ROW_EXCLUSIVE))
                .lock(nextValues(write), ROW_EXCLUSIVE);
        return write.bounded() ? facts : facts.works(Work.SCAN);
    }

    /** Rows of a view are those of the one table that it stands on (manual CREATE VIEW, Updatable Views). */
    private Stream<Relation> targets(DataOperation.Write write) {
        if (write.relation() instanceof View view) {
            return near.underlying(view);
        }
        if (!(write.relation() instanceof Table table)) {
            return Stream.of(write.relation());
        }
        boolean inserts = write.kind() == DataOperation.Kind.INSERT || write.kind() == DataOperation.Kind.COPY;
        return (inserts ? near.partitions(table) : near.family(table, write.only())).map(Relation.class::cast);
    }

    /** The sequences of the columns that are not listed; where none is, it is not known which get their default. */
    private Stream<? extends Relation> nextValues(DataOperation.Write write) {
        if (write.columns().isEmpty() || !(write.relation() instanceof Table table)) {
            return Stream.empty();
        }
        return table.columns().stream()
                .filter(column -> !write.columns().contains(column.name()))
                .flatMap(column -> Stream.concat(
                        column.identity() == null ? Stream.empty() : near.ownedSequences(table, column),
                        column.defaultValue() == null ? Stream.empty() : near.sequences(column.defaultValue())));
    }

    /** A new row's key is looked up in the table that it refers to. */
    private Facts referenced(List<Relation> targets, Facts facts) {
        return keys(targets).reduce(facts, this::lookUp, (one, other) -> other);
    }

    private Facts lookUp(Facts facts, TableConstraint.ForeignKey key) {
        return facts.lock(near.referenced(key), ROW_SHARE).lock(near.plannedIndexes(near.referenced(key)), ROW_SHARE);
    }

    private Stream<TableConstraint.ForeignKey> keys(List<Relation> targets) {
        return targets.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .flatMap(near::foreignKeys);
    }

    private Facts updated(DataOperation.Write write, List<Relation> targets, Facts facts) {
        Facts all = facts;
        for (Relation target : targets) {
            if (target instanceof Table table) {
                List<Integer> columns = write.columns().stream()
                        .flatMap(name -> table.column(name).map(Column::number).stream())
                        .toList();
                all = near.foreignKeys(table)
                        .filter(key -> key.columns().stream().anyMatch(columns::contains))
                        .reduce(all, this::lookUp, (one, other) -> other);
            }
        }
        return all;
    }

    /** Rows that refer to a deleted one are looked for, and changed or deleted with it where the key says so. */
    private Facts deleted(List<Relation> targets, Facts facts) {
        Facts all = facts;
        for (Relation target : targets) {
            if (target instanceof Table table) {
                for (Neighbours.Referencing other : near.referencing(table).toList()) {
                    boolean changes = other.key().onDelete() != ReferentialAction.NO_ACTION
                            && other.key().onDelete() != ReferentialAction.RESTRICT;
                    all = all.lock(near.partitions(other.table()), changes ? ROW_EXCLUSIVE : ROW_SHARE)
                            .lock(
                                    near.plannedIndexes(near.partitions(other.table())),
                                    changes ? ROW_EXCLUSIVE : ROW_SHARE);
                }
            }
        }
        return all;
    }
}
