package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE_ROW_EXCLUSIVE;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.Volatility;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.Step;
import java.util.stream.Stream;

/** What operations on columns do (manual ALTER TABLE, its section Notes). All of them are under ACCESS EXCLUSIVE. */
final class ColumnEffects {
    private final Neighbours near;
    private final ColumnTypeEffects types;
    private final Server server;

    ColumnEffects(Step step, Server server) {
        this.server = server;
        this.near = new Neighbours(step, server);
        this.types = new ColumnTypeEffects(step, server);
    }

    Facts of(ColumnOperation operation) {
        return switch (operation) {
            case ColumnOperation.AddColumn add -> add(add);
            case ColumnOperation.DropColumn drop -> drop(drop);
            case ColumnOperation.RenameColumn rename ->
                Facts.CATALOG.lock(near.family(rename.relation()), ACCESS_EXCLUSIVE);
            case ColumnOperation.ChangeColumnType change -> types.of(change);
            case ColumnOperation.ChangeDefault change -> changeDefault(change);
            case ColumnOperation.SetNotNull set ->
                onFamily(set.table(), set.only() || set.column().notNull() && set.proven())
                        .worksIf(!set.proven(), Work.SCAN, near.family(set.table(), set.only()));
            case ColumnOperation.DropNotNull drop -> dropNotNull(drop);
            case ColumnOperation.ChangeIdentity change -> identity(change);
            case ColumnOperation.ChangeExpression change -> expression(change);
        };
    }

    private Facts onFamily(Table table, boolean only) {
        return Facts.CATALOG.lock(near.family(table, only), ACCESS_EXCLUSIVE);
    }

    /** Since 18 it is a constraint: children are told even if they keep it, and where there is none nobody is. */
    private Facts dropNotNull(ColumnOperation.DropNotNull drop) {
        if (!server.version().isAtLeast(18)) {
            return onFamily(drop.table(), drop.only());
        }
        Facts facts = Facts.locking(drop.table(), ACCESS_EXCLUSIVE);
        if (!drop.column().notNull()) {
            return facts;
        }
        Stream<Table> told = drop.only() ? near.children(drop.table()) : near.descendants(drop.table());
        return facts.lock(told, ACCESS_EXCLUSIVE);
    }

    /** With the rows all indexes are written anew. */
    private Facts rewrite(Table table) {
        return onFamily(table, false)
                .lock(near.filledIndexes(near.family(table)), ACCESS_EXCLUSIVE)
                .works(Work.REWRITE, near.family(table));
    }

    private Facts add(ColumnOperation.AddColumn add) {
        Column column = add.column();
        boolean rewrites = rewrites(add);
        Facts facts = rewrites ? rewrite(add.table()) : onFamily(add.table(), false);
        if (column.defaultValue() != null) {
            facts = rewrites
                    ? facts.lock(near.sequences(column.defaultValue()), ROW_EXCLUSIVE)
                    : facts.lock(near.notedSequences(column.defaultValue()), ACCESS_SHARE);
        }
        boolean checks = column.generated() == Column.Generated.VIRTUAL && column.notNull();
        return facts.worksIf(checks, Work.SCAN, near.family(add.table()));
    }

    /**
     * A new column needs no rewrite where one value, worked out once, serves all rows there are: no default, or one that
     * is not volatile (manual ALTER TABLE). A virtual generated column is worked out when it is read.
     */
    static boolean rewrites(ColumnOperation.AddColumn add) {
        Column column = add.column();
        if (column.generated() != null) {
            return column.generated() == Column.Generated.STORED;
        }
        Column.Value value = column.defaultValue();
        return column.identity() != null
                || add.constrainedDomain()
                || value != null && value.volatility() == Volatility.VOLATILE;
    }

    /** What goes for another's sake goes from one table at a time. */
    private Facts drop(ColumnOperation.DropColumn drop) {
        Table table = drop.table();
        return Facts.CATALOG
                .lock(drop.cascaded() ? Stream.of(table) : near.told(table), ACCESS_EXCLUSIVE)
                .lock(near.droppedIndexes(near.family(table, drop.cascaded())), ACCESS_EXCLUSIVE)
                .lock(near.ownedSequences(table, drop.column()), ACCESS_EXCLUSIVE)
                .losesDataIf(!table.isForeign());
    }

    private Facts changeDefault(ColumnOperation.ChangeDefault change) {
        Facts facts = onFamily(change.table(), change.only());
        return change.value() == null ? facts : facts.lock(near.notedSequences(change.value()), ACCESS_SHARE);
    }

    private Facts identity(ColumnOperation.ChangeIdentity change) {
        boolean shared = server.version().isAtLeast(17) && !change.ofSequence();
        return onFamily(change.table(), !shared)
                .lock(
                        near.ownedSequences(change.table(), change.column()).map(Relation.class::cast),
                        change.identity() == null ? ACCESS_EXCLUSIVE : SHARE_ROW_EXCLUSIVE);
    }

    private Facts expression(ColumnOperation.ChangeExpression change) {
        boolean rewrites = change.expression() != null && change.column().generated() == Column.Generated.STORED;
        return rewrites ? rewrite(change.table()) : onFamily(change.table(), false);
    }
}
