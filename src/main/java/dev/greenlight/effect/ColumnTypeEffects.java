package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_ROW_EXCLUSIVE;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.replay.ColumnOperation.ChangeColumnType;
import dev.greenlight.replay.Step;
import java.util.stream.Stream;

/**
 * What a change of a column's type does: to its table, and to all that hangs on the column and is made anew
 * ({@code ATPostAlterTypeCleanup} in PostgreSQL's source): indexes, foreign keys on both of their sides, sequences.
 */
final class ColumnTypeEffects {
    private final Neighbours near;
    private final TypeChange types;

    ColumnTypeEffects(Step step, Server server) {
        this.near = new Neighbours(step, server);
        this.types = new TypeChange(step, server);
    }

    Facts of(ChangeColumnType change) {
        boolean rewrites = types.rewrites(change);
        String column = change.column().name();
        Facts facts = Facts.CATALOG
                .lock(near.family(change.table()), ACCESS_EXCLUSIVE)
                .lock(near.indexesOn(near.family(change.table()), column), ACCESS_EXCLUSIVE)
                .lockIf(rewrites, near.filledIndexes(near.family(change.table())), ACCESS_EXCLUSIVE)
                .losesDataIf(types.losesValues(change));
        for (Table table : near.family(change.table()).toList()) {
            Work work = types.work(change, table);
            facts = facts.worksIf(work != Work.CATALOG, work, Stream.of(table));
        }
        return keys(change, rewrites, sequences(change, facts));
    }

    private Facts sequences(ChangeColumnType change, Facts facts) {
        Column column = change.column();
        Facts owned = facts.lockIf(
                column.identity() != null, near.ownedSequences(change.table(), column), SHARE_ROW_EXCLUSIVE);
        return column.defaultValue() == null
                ? owned
                : owned.lock(near.notedSequences(column.defaultValue()), ACCESS_SHARE);
    }

    /** A foreign key is looked up again where the operator that compares its columns is another. */
    private Facts keys(ChangeColumnType change, boolean rewrites, Facts facts) {
        Table table = change.table();
        int number = change.column().number();
        boolean validates = rewrites || !types.keepsOrder(change);
        Facts all = facts;
        for (TableConstraint.ForeignKey key : near.foreignKeys(table)
                .filter(key -> key.columns().contains(number))
                .toList()) {
            all = all.lock(near.referenced(key), ACCESS_EXCLUSIVE)
                    .lock(near.referencedIndexes(key), ACCESS_SHARE)
                    .lockIf(validates, near.plannedIndexes(near.referenced(key)), ACCESS_SHARE)
                    .lockIf(validates, near.filledIndexes(near.partitions(table)), ACCESS_SHARE)
                    .worksIf(validates && key.validated(), Work.VALIDATION, near.bothSides(table, key));
        }
        for (Neighbours.Referencing other : near.referencing(table)
                .filter(one -> one.key().referencedColumns().contains(number))
                .toList()) {
            Stream<Relation> tables = near.partitions(other.table()).map(Relation.class::cast);
            all = all.lock(tables, ACCESS_EXCLUSIVE)
                    .lockIf(validates, near.filledIndexes(near.partitions(other.table())), ACCESS_SHARE)
                    .worksIf(
                            validates && other.key().validated(),
                            Work.VALIDATION,
                            near.bothSides(other.table(), other.key()));
        }
        return all;
    }
}
