package dev.greenlight.effect;

import static dev.greenlight.postgres.LockMode.ACCESS_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.ACCESS_SHARE;
import static dev.greenlight.postgres.LockMode.ROW_SHARE;
import static dev.greenlight.postgres.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.greenlight.postgres.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.Operation;
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
        this.near = new Neighbours(step);
        this.server = server;
    }

    Facts of(ConstraintOperation operation) {
        return switch (operation) {
            case ConstraintOperation.AddConstraint add -> add(add);
            case ConstraintOperation.ValidateConstraint validate -> validate(validate);
            case ConstraintOperation.DropConstraint drop -> drop(drop);
            case ConstraintOperation.RenameConstraint rename ->
                Facts.CATALOG.lock(near.family(rename.table()), ACCESS_EXCLUSIVE);
            case ConstraintOperation.ChangeConstraint change ->
                Facts.CATALOG.lock(near.family(change.table()), ACCESS_EXCLUSIVE);
        };
    }

    private Facts add(ConstraintOperation.AddConstraint add) {
        return switch (add.constraint()) {
            case TableConstraint.Check check ->
                Facts.CATALOG.lock(near.family(add.table()), ACCESS_EXCLUSIVE).worksIf(check.validated(), Work.SCAN);
            case TableConstraint.Unique ignored -> key(add);
            case TableConstraint.Exclusion ignored -> key(add);
            case TableConstraint.ForeignKey key -> foreignKey(add, key);
        };
    }

    /** Over an index that is there already only NOT NULL may be left to check. */
    private Facts key(ConstraintOperation.AddConstraint add) {
        Facts facts = Facts.CATALOG.lock(near.family(add.table()), ACCESS_EXCLUSIVE);
        if (!add.usingIndex()) {
            return facts.works(Work.INDEX_BUILD);
        }
        return facts.lock(near.relation(add.index() == null ? 0 : add.index().oid()), SHARE_UPDATE_EXCLUSIVE)
                .worksIf(!add.becomesNotNull().isEmpty(), Work.SCAN);
    }

    private Facts foreignKey(ConstraintOperation.AddConstraint add, TableConstraint.ForeignKey key) {
        Facts facts = Facts.CATALOG
                .lock(near.family(add.table()), SHARE_ROW_EXCLUSIVE)
                .lock(near.relation(key.referencedTable()), SHARE_ROW_EXCLUSIVE);
        if (server.version().isAtLeast(14)) {
            facts = facts.lock(near.relation(key.referencedIndex()), ACCESS_SHARE);
        }
        return facts.worksIf(
                key.validated() && !step.isPrivate(add.table()) && !isOfEmptyColumns(add), Work.VALIDATION);
    }

    /**
     * Keys that come with new columns are not looked up where no new column has a default and no key is added by itself
     * ({@code transformAlterTableStmt} in PostgreSQL's source).
     */
    private boolean isOfEmptyColumns(ConstraintOperation.AddConstraint key) {
        List<ColumnOperation.AddColumn> columns = operations(ColumnOperation.AddColumn.class)
                .filter(add -> add.table().oid() == key.table().oid())
                .toList();
        boolean empty = columns.stream()
                .map(ColumnOperation.AddColumn::column)
                .allMatch(column -> column.defaultValue() == null && column.generated() == null);
        return empty
                && operations(ConstraintOperation.AddConstraint.class)
                        .filter(add -> add.constraint() instanceof TableConstraint.ForeignKey)
                        .allMatch(add -> columns.stream()
                                .anyMatch(column -> column.span().contains(add.span())));
    }

    private <T extends Operation> Stream<T> operations(Class<T> type) {
        return step.operations().stream().filter(type::isInstance).map(type::cast);
    }

    private Facts validate(ConstraintOperation.ValidateConstraint validate) {
        Facts facts = Facts.CATALOG.lock(near.family(validate.table()), SHARE_UPDATE_EXCLUSIVE);
        if (validate.constraint().validated()) {
            return facts;
        }
        return validate.constraint() instanceof TableConstraint.ForeignKey key
                ? facts.lock(near.relation(key.referencedTable()), ROW_SHARE).works(Work.VALIDATION)
                : facts.works(Work.SCAN);
    }

    private Facts drop(ConstraintOperation.DropConstraint drop) {
        Facts facts = Facts.CATALOG.lock(near.family(drop.table()), ACCESS_EXCLUSIVE);
        return switch (drop.constraint()) {
            case TableConstraint.Check ignored -> facts;
            case TableConstraint.Unique unique -> facts.lock(near.relation(unique.index()), ACCESS_EXCLUSIVE);
            case TableConstraint.Exclusion exclusion -> facts.lock(near.relation(exclusion.index()), ACCESS_EXCLUSIVE);
            case TableConstraint.ForeignKey key -> facts.lock(near.relation(key.referencedTable()), ACCESS_EXCLUSIVE);
        };
    }
}
