package dev.greenlight.effect;

import static dev.greenlight.effect.RunningCode.FAILS;
import static dev.greenlight.effect.RunningCode.WORKS;
import static dev.greenlight.effect.RunningCode.WRITES_REFUSED;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Origin;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.BuiltInType;
import dev.greenlight.postgres.BuiltInTypes;
import dev.greenlight.postgres.DataType;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Step;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.PrivilegeStatement;
import dev.greenlight.sql.TypeStatement.DomainAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of what operations do to running code. What a transaction has made itself, no running code names. */
final class RunningCodeEffects {
    private final Step step;

    RunningCodeEffects(Step step) {
        this.step = step;
    }

    RunningCode of(Operation operation) {
        return switch (operation) {
            case TableOperation table -> of(table);
            case ColumnOperation column -> of(column);
            case ConstraintOperation constraint -> of(constraint);
            case IndexOperation index -> of(index);
            case ObjectOperation object -> of(object);
            case DataOperation ignored -> WORKS;
        };
    }

    private RunningCode of(TableOperation operation) {
        return switch (operation) {
            case TableOperation.DropTable drop -> ofLive(drop.table(), FAILS);
            case TableOperation.RenameRelation rename ->
                rename.relation() instanceof Index ? WORKS : ofLive(rename.relation(), FAILS);
            case TableOperation.ChangeTable change -> ofLive(change.relation(), of(change.action()));
            // The bounds are a condition on what is written to the partition itself.
            case TableOperation.AttachPartition attach -> ofLive(attach.partition(), WRITES_REFUSED);
            // Rows of its range have no place any more.
            case TableOperation.DetachPartition detach -> ofLive(detach.partition(), WRITES_REFUSED);
            case TableOperation.CreateTable ignored -> WORKS;
            case TableOperation.Truncate ignored -> WORKS;
            case TableOperation.LockRelation ignored -> WORKS;
            case TableOperation.Inherit ignored -> WORKS;
        };
    }

    private static RunningCode of(AlterTableAction action) {
        return switch (action) {
            case AlterTableAction.SwitchRowSecurity set ->
                switch (set.state()) {
                    case ENABLE, FORCE -> WRITES_REFUSED;
                    case DISABLE, NO_FORCE -> WORKS;
                };
            default -> WORKS;
        };
    }

    private RunningCode of(ColumnOperation operation) {
        return switch (operation) {
            case ColumnOperation.AddColumn add ->
                ofLive(add.table(), add.column().isRequired() || add.constrainedDomain() ? WRITES_REFUSED : WORKS);
            case ColumnOperation.DropColumn drop -> ofLive(drop.table(), FAILS);
            case ColumnOperation.RenameColumn rename -> ofLive(rename.relation(), FAILS);
            case ColumnOperation.ChangeColumnType change -> ofLive(change.table(), of(change));
            case ColumnOperation.ChangeDefault change ->
                ofLive(
                        change.table(),
                        change.value() == null
                                        && change.column().notNull()
                                        && change.column().defaultValue() != null
                                ? WRITES_REFUSED
                                : WORKS);
            case ColumnOperation.SetNotNull set ->
                ofLive(set.table(), set.column().notNull() || set.proven() ? WORKS : WRITES_REFUSED);
            case ColumnOperation.DropNotNull ignored -> WORKS;
            case ColumnOperation.ChangeIdentity change -> ofLive(change.table(), of(change));
            case ColumnOperation.ChangeExpression change ->
                ofLive(
                        change.table(),
                        change.expression() == null && change.column().notNull() ? WRITES_REFUSED : WORKS);
        };
    }

    /** Without an identity nothing fills the column; ALWAYS takes no value that code gives (manual 5.3). */
    private static RunningCode of(ColumnOperation.ChangeIdentity change) {
        boolean strict =
                change.identity() == Column.Identity.ALWAYS && change.column().identity() != Column.Identity.ALWAYS;
        return change.identity() == null || strict ? WRITES_REFUSED : WORKS;
    }

    /** A type that takes all values and is converted from the old one unasked is no other to code (manual 10.3, 10.4). */
    private RunningCode of(ColumnOperation.ChangeColumnType change) {
        DataType from = change.column().type();
        DataType to = change.after().type();
        if (from.equals(to)) {
            return WORKS;
        }
        boolean keepsValues = !new TypeChange(step, Server.ANY).losesValues(change);
        if (keepsValues && isPlain(from) && isPlain(to)) {
            return WORKS;
        }
        return from.name().equals(to.name()) && from.array() == to.array() || isString(from) && isString(to)
                ? WRITES_REFUSED
                : FAILS;
    }

    private static boolean isPlain(DataType type) {
        return type.isBuiltIn() && !type.array();
    }

    private static boolean isString(DataType type) {
        return isPlain(type)
                && BuiltInTypes.describe(type).filter(BuiltInType::isString).isPresent();
    }

    private RunningCode of(ConstraintOperation operation) {
        return switch (operation) {
            case ConstraintOperation.AddConstraint add ->
                ofLive(add.table(), add.usingIndex() ? WORKS : WRITES_REFUSED);
            // ON CONFLICT needs a unique constraint that it can name (manual INSERT).
            case ConstraintOperation.DropConstraint drop ->
                ofLive(drop.table(), drop.constraint() instanceof TableConstraint.Unique ? WRITES_REFUSED : WORKS);
            case ConstraintOperation.RenameConstraint ignored -> WORKS;
            case ConstraintOperation.ValidateConstraint ignored -> WORKS;
            case ConstraintOperation.ChangeConstraint ignored -> WORKS;
        };
    }

    private RunningCode of(IndexOperation operation) {
        return switch (operation) {
            case IndexOperation.CreateIndex create ->
                ofLive(create.table(), create.index().unique() ? WRITES_REFUSED : WORKS);
            case IndexOperation.DropIndex drop ->
                drop.index().unique() && (drop.table() == null || !step.isPrivate(drop.table()))
                        ? WRITES_REFUSED
                        : WORKS;
            case IndexOperation.Reindex ignored -> WORKS;
            case IndexOperation.AttachIndex ignored -> WORKS;
        };
    }

    private RunningCode of(ObjectOperation operation) {
        return switch (operation) {
            case ObjectOperation.DropView drop -> ofLive(drop.view(), FAILS);
            case ObjectOperation.DropSequence drop -> ofLive(drop.sequence(), FAILS);
            case ObjectOperation.DropType drop -> ofKnown(drop.type().origin(), FAILS);
            case ObjectOperation.RenameType rename -> ofKnown(rename.type().origin(), FAILS);
            case ObjectOperation.RenameEnumValue rename -> ofKnown(rename.type().origin(), FAILS);
            case ObjectOperation.ChangeDomain change -> ofUsers(change.users(), of(change.action()));
            case ObjectOperation.ChangeComposite change -> ofKnown(change.type().origin(), FAILS);
            case ObjectOperation.RenameRoutine rename ->
                ofKnown(rename.routine().origin(), FAILS);
            case ObjectOperation.DropRoutine drop -> ofKnown(drop.routine().origin(), FAILS);
            case ObjectOperation.DropSchema drop -> ofKnown(drop.schema().origin(), FAILS);
            case ObjectOperation.RenameSchema rename -> ofKnown(rename.schema().origin(), FAILS);
            case ObjectOperation.DropExtension ignored -> FAILS;
            // Where row security is on, what no policy lets through is refused (manual 5.9).
            case ObjectOperation.DropAttachment drop ->
                ofLive(
                        drop.relation(),
                        drop.attachment().type() == Table.Attachment.Type.POLICY ? WRITES_REFUSED : WORKS);
            case ObjectOperation.Describe describe -> of(describe);
            case ObjectOperation.CreateView ignored -> WORKS;
            case ObjectOperation.RefreshMaterializedView ignored -> WORKS;
            case ObjectOperation.CreateSequence ignored -> WORKS;
            case ObjectOperation.ChangeSequence ignored -> WORKS;
            case ObjectOperation.CreateType ignored -> WORKS;
            case ObjectOperation.AddEnumValue ignored -> WORKS;
            case ObjectOperation.CreateRoutine ignored -> WORKS;
            case ObjectOperation.ChangeAttachment ignored -> WORKS;
            case ObjectOperation.CreateAttachment ignored -> WORKS;
            case ObjectOperation.CreateSchema ignored -> WORKS;
            case ObjectOperation.CreateExtension ignored -> WORKS;
        };
    }

    private static RunningCode of(DomainAction action) {
        return switch (action) {
            case DomainAction.AddConstraint ignored -> WRITES_REFUSED;
            case DomainAction.SetNotNull ignored -> WRITES_REFUSED;
            case DomainAction.SetDefault ignored -> WORKS;
            case DomainAction.DropDefault ignored -> WORKS;
            case DomainAction.DropNotNull ignored -> WORKS;
            case DomainAction.DropConstraint ignored -> WORKS;
            case DomainAction.RenameConstraint ignored -> WORKS;
            case DomainAction.ValidateConstraint ignored -> WORKS;
        };
    }

    private RunningCode of(ObjectOperation.Describe describe) {
        boolean revokes = switch (describe.statement()) {
            case PrivilegeStatement.Grant grant -> grant.revoke();
            case PrivilegeStatement.GrantRole grant -> grant.revoke();
            default -> false;
        };
        boolean live = describe.relations().isEmpty()
                || describe.relations().stream().anyMatch(relation -> !step.isPrivate(relation));
        return revokes && live ? FAILS : WORKS;
    }

    private RunningCode ofLive(Relation relation, RunningCode answer) {
        return step.isPrivate(relation) ? WORKS : answer;
    }

    private RunningCode ofUsers(List<Table> tables, RunningCode answer) {
        return tables.stream().allMatch(step::isPrivate) ? WORKS : answer;
    }

    /** What the same file has made in the same transaction, no running code has met. */
    private RunningCode ofKnown(@Nullable Origin origin, RunningCode answer) {
        boolean isNew =
                origin != null && step.transactionBlock() && origin.file().equals(step.file());
        return isNew ? WORKS : answer;
    }
}
