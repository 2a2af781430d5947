package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.ROW_SHARE;
import static dev.greenlight.postgres.LockMode.SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.Deferral;
import dev.greenlight.postgres.LockMode;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.Step;
import java.util.List;
import java.util.stream.Stream;

/** What operations on constraints do (manual ALTER TABLE). A foreign key locks both of its tables. */
final class ConstraintEffects {
    private final Neighbours near;
    private final Server server;
    private final Step step;

    ConstraintEffects(Step step, Server server) {
        this.step = step;
        this.near = new Neighbours(step, server);
        this.server = server;
    }

    Facts of(ConstraintOperation operation) {
        return switch (operation) {
            case ConstraintOperation.AddConstraint add -> add(add);
            case ConstraintOperation.ValidateConstraint validate -> validate(validate);
            case ConstraintOperation.DropConstraint drop -> drop(drop);
            case ConstraintOperation.RenameConstraint rename -> rename(rename);
            case ConstraintOperation.ChangeConstraint change -> change(change);
        };
    }

    private Facts add(ConstraintOperation.AddConstraint add) {
        return switch (add.constraint()) {
            case TableConstraint.Check check ->
                adding(add, ACCESS_EXCLUSIVE, !check.noInherit())
                        .worksIf(check.validated(), Work.SCAN, near.family(add.table(), check.noInherit()));
            case TableConstraint.Unique ignored -> key(add);
            case TableConstraint.Exclusion ignored -> key(add);
            case TableConstraint.ForeignKey key -> foreignKey(add, key);
        };
    }

    /** Since PostgreSQL 18 all that inherit from the table are locked, whether they get the constraint or not. */
    private Facts adding(ConstraintOperation.AddConstraint add, LockMode mode, boolean inherited) {
        boolean all = inherited || server.version().isAtLeast(18);
        Stream<Table> tables = all ? near.family(add.table()) : near.partitions(add.table());
        return Facts.CATALOG.lock(add.only() ? Stream.of(add.table()) : tables, mode);
    }

    private Facts key(ConstraintOperation.AddConstraint add) {
        Facts facts = add.table().kind() == Table.Kind.PARTITIONED && !add.only()
                ? Facts.locking(add.table(), ACCESS_EXCLUSIVE).lock(near.descendants(add.table()), ofPartitions(add))
                : adding(add, ACCESS_EXCLUSIVE, setsNotNull(add));
        if (!add.usingIndex()) {
            boolean checks = !add.becomesNotNull().isEmpty();
            return facts.worksIf(checks, Work.SCAN, near.descendants(add.table()))
                    .works(Work.INDEX_BUILD, indexed(add));
        }
        return add.index() == null ? facts : usingIndex(add, add.index(), facts);
    }

    /** Before 18 a partition is locked to build its index, to set NOT NULL, and for the trigger of a deferred check. */
    private LockMode ofPartitions(ConstraintOperation.AddConstraint add) {
        if (server.version().isAtLeast(18) || setsNotNull(add)) {
            return ACCESS_EXCLUSIVE;
        }
        boolean deferrable = add.constraint() instanceof TableConstraint.Unique unique
                && unique.deferral() != Deferral.NOT_DEFERRABLE;
        return deferrable ? SHARE_ROW_EXCLUSIVE : SHARE;
    }

    private static boolean setsNotNull(ConstraintOperation.AddConstraint add) {
        return add.constraint() instanceof TableConstraint.Unique unique
                && unique.primaryKey()
                && unique.columns().stream()
                        .flatMap(number -> add.table().column(number).stream())
                        .anyMatch(column -> !column.notNull());
    }

    /** A partitioned table's index is made of those of its partitions, which may have theirs already. */
    private Stream<Table> indexed(ConstraintOperation.AddConstraint add) {
        return add.table().kind() == Table.Kind.PARTITIONED
                ? near.descendants(add.table()).filter(near::getsIndex)
                : Stream.of(add.table());
    }

    /** The index takes the constraint's name. Only NOT NULL may be left to check. */
    private Facts usingIndex(ConstraintOperation.AddConstraint add, Index index, Facts facts) {
        boolean renamed = near.relation(index.oid()).anyMatch(old -> !old.name().equals(index.name()));
        return facts.lock(near.relation(index.oid()), renamed ? SHARE_UPDATE_EXCLUSIVE : ACCESS_SHARE)
                .worksIf(!add.becomesNotNull().isEmpty(), Work.SCAN, Stream.of(add.table()));
    }

    private Facts foreignKey(ConstraintOperation.AddConstraint add, TableConstraint.ForeignKey key) {
        Facts facts = adding(add, SHARE_ROW_EXCLUSIVE, false)
                .lock(near.referenced(key), SHARE_ROW_EXCLUSIVE)
                .lock(near.referencedIndexes(key), ACCESS_SHARE);
        boolean validates = key.validated() && !step.isNearlyEmpty(add.table()) && !isOfEmptyColumn(add);
        return validates ? lookUp(add.table(), key, facts) : facts;
    }

    /** One query looks up all rows of the table (or of each partition) in the referenced one. */
    private Facts lookUp(Table table, TableConstraint.ForeignKey key, Facts facts) {
        return facts.lock(near.filledIndexes(near.partitions(table)), ACCESS_SHARE)
                .lock(near.plannedIndexes(near.referenced(key)), ACCESS_SHARE)
                .works(Work.VALIDATION, near.bothSides(table, key));
    }

    /**
     * A key that comes with a new column without a default has nothing to look up. Before 13 no other column that comes
     * with it may have one ({@code transformAlterTableStmt}).
     */
    private boolean isOfEmptyColumn(ConstraintOperation.AddConstraint key) {
        List<ColumnOperation.AddColumn> added = step.operations().stream()
                .filter(ColumnOperation.AddColumn.class::isInstance)
                .map(ColumnOperation.AddColumn.class::cast)
                .filter(add -> add.table().oid() == key.table().oid())
                .toList();
        boolean alone = added.stream().noneMatch(ColumnOperation.AddColumn::defaulted);
        return added.stream().filter(add -> add.span().contains(key.span())).anyMatch(add -> !add.defaulted())
                && (alone || server.version().isAtLeast(13));
    }

    private Facts validate(ConstraintOperation.ValidateConstraint validate) {
        Table table = validate.table();
        if (validate.constraint().validated()) {
            return Facts.locking(table, SHARE_UPDATE_EXCLUSIVE);
        }
        if (validate.constraint() instanceof TableConstraint.ForeignKey key) {
            Facts facts = Facts.CATALOG
                    .lock(near.partitions(table), SHARE_UPDATE_EXCLUSIVE)
                    .lock(near.referenced(key), ACCESS_SHARE)
                    .lock(near.relation(key.referencedTable()), ROW_SHARE);
            return lookUp(table, key, facts);
        }
        return Facts.CATALOG.lock(near.family(table), SHARE_UPDATE_EXCLUSIVE).works(Work.SCAN, near.family(table));
    }

    private Facts drop(ConstraintOperation.DropConstraint drop) {
        Stream<Table> tables = isInherited(drop.constraint()) ? near.told(drop.table()) : near.partitions(drop.table());
        Facts facts = Facts.CATALOG.lock(tables, ACCESS_EXCLUSIVE).lock(indexes(drop.constraint()), ACCESS_EXCLUSIVE);
        return drop.constraint() instanceof TableConstraint.ForeignKey key
                ? facts.lock(near.referenced(key), ACCESS_EXCLUSIVE)
                : facts;
    }

    private static boolean isInherited(TableConstraint constraint) {
        return constraint instanceof TableConstraint.Check check && !check.noInherit();
    }

    /** The index that serves the constraint, with those of the partitions. */
    private Stream<Index> indexes(TableConstraint constraint) {
        return switch (constraint) {
            case TableConstraint.Check ignored -> Stream.empty();
            case TableConstraint.ForeignKey ignored -> Stream.empty();
            case TableConstraint.Unique unique -> index(unique.index());
            case TableConstraint.Exclusion exclusion -> index(exclusion.index());
        };
    }

    private Stream<Index> index(long oid) {
        return near.relation(oid)
                .filter(Index.class::isInstance)
                .map(Index.class::cast)
                .flatMap(index -> Stream.concat(Stream.of(index), near.partitionIndexes(index)));
    }

    /** Children have a check under the same name; a key's index is named like it. */
    private Facts rename(ConstraintOperation.RenameConstraint rename) {
        Stream<Table> tables =
                isInherited(rename.constraint()) ? near.family(rename.table()) : Stream.of(rename.table());
        return Facts.CATALOG
                .lock(tables, ACCESS_EXCLUSIVE)
                .lock(indexes(rename.constraint()).limit(1), SHARE_UPDATE_EXCLUSIVE);
    }

    private Facts change(ConstraintOperation.ChangeConstraint change) {
        Facts facts = Facts.CATALOG.lock(near.family(change.table()), ACCESS_EXCLUSIVE);
        boolean enforcement = change.attributes().stream().anyMatch(attribute -> attribute.endsWith("enforced"));
        if (!enforcement || !(change.constraint() instanceof TableConstraint.ForeignKey key)) {
            return facts;
        }
        return change.attributes().contains("enforced")
                ? lookUp(change.table(), key, facts.lock(near.referenced(key), SHARE_ROW_EXCLUSIVE))
                : facts.lock(near.referenced(key), ACCESS_EXCLUSIVE);
    }
}
