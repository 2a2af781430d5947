package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.Volatility;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.Step;
import java.util.stream.Stream;

/** What operations on columns do (manual ALTER TABLE, its section Notes). All of them are under ACCESS EXCLUSIVE. */
final class ColumnEffects {
    private final Neighbours near;
    private final TypeChange types;

    ColumnEffects(Step step, Server server) {
        this.near = new Neighbours(step);
        this.types = new TypeChange(step.before(), server);
    }

    Facts of(ColumnOperation operation) {
        return switch (operation) {
            case ColumnOperation.AddColumn add -> onFamily(add.table()).worksIf(rewrites(add), Work.REWRITE);
            case ColumnOperation.DropColumn drop -> drop(drop.table(), drop.column());
            case ColumnOperation.RenameColumn rename -> rename(rename.relation());
            case ColumnOperation.ChangeColumnType change -> change(change);
            case ColumnOperation.ChangeDefault change -> onFamily(change.table());
            case ColumnOperation.SetNotNull set ->
                onFamily(set.table()).worksIf(!set.proven() && !set.column().notNull(), Work.SCAN);
            case ColumnOperation.DropNotNull drop -> onFamily(drop.table());
            case ColumnOperation.ChangeIdentity change -> onFamily(change.table());
            case ColumnOperation.ChangeExpression change -> expression(change);
        };
    }

    private Facts onFamily(Table table) {
        return Facts.CATALOG.lock(near.family(table), ACCESS_EXCLUSIVE);
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

    private Facts drop(Table table, Column column) {
        Stream<Relation> gone = Stream.concat(
                near.indexes(table).filter(index -> index.needs().contains(column.number())),
                near.ownedSequences(table).filter(sequence -> ownedBy(sequence, column)));
        return onFamily(table).lock(gone, ACCESS_EXCLUSIVE).losesData();
    }

    private static boolean ownedBy(Sequence sequence, Column column) {
        return sequence.ownerColumn() == column.number();
    }

    private Facts rename(Relation relation) {
        return relation instanceof Table table ? onFamily(table) : Facts.locking(relation, ACCESS_EXCLUSIVE);
    }

    private Facts change(ColumnOperation.ChangeColumnType change) {
        Work work = types.work(change);
        return onFamily(change.table())
                .lock(
                        near.indexes(change.table())
                                .filter(index ->
                                        index.needs().contains(change.column().number())),
                        ACCESS_EXCLUSIVE)
                .worksIf(work != Work.CATALOG, work)
                .losesDataIf(types.losesValues(change));
    }

    private Facts expression(ColumnOperation.ChangeExpression change) {
        boolean rewrite = change.expression() != null && change.column().generated() == Column.Generated.STORED;
        return onFamily(change.table()).worksIf(rewrite, Work.REWRITE);
    }
}
