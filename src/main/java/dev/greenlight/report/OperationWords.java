package dev.greenlight.report;

import dev.greenlight.catalog.Column;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.sql.AlterTableAction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in a few words what an operation does, such as {@code adds column total to orders}. */
final class OperationWords {
    private OperationWords() {}

    static String of(Operation operation) {
        return switch (operation) {
            case TableOperation table -> of(table);
            case ColumnOperation column -> of(column);
            case ConstraintOperation constraint -> of(constraint);
            case IndexOperation index -> of(index);
            case ObjectOperation object -> ObjectOperationWords.of(object);
            case DataOperation data -> of(data);
        };
    }

    private static String of(TableOperation operation) {
        return switch (operation) {
            case TableOperation.CreateTable create -> "makes " + named(create.table());
            case TableOperation.DropTable drop -> "drops " + named(drop.table());
            case TableOperation.RenameRelation rename ->
                "renames " + named(rename.relation()) + " to "
                        + rename.newName().display();
            case TableOperation.Truncate truncate -> "empties " + named(truncate.table());
            case TableOperation.LockRelation lock ->
                "locks " + named(lock.relation()) + " in mode " + lock.mode().words();
            case TableOperation.ChangeTable change ->
                "changes " + named(change.relation()) + ": " + words(change.action());
            case TableOperation.Inherit inherit ->
                inherit.remove()
                        ? "parts " + named(inherit.child()) + " from " + name(inherit.parent())
                        : "lets " + named(inherit.child()) + " inherit from " + name(inherit.parent());
            case TableOperation.AttachPartition attach ->
                "attaches " + name(attach.partition()) + " to " + name(attach.parent());
            case TableOperation.DetachPartition detach ->
                "detaches " + name(detach.partition()) + " from " + name(detach.parent());
        };
    }

    /** The action's kind in words, from its name in the tree: {@code SetStorageParameters}. */
    private static String words(AlterTableAction action) {
        return action.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String of(ColumnOperation operation) {
        return switch (operation) {
            case ColumnOperation.AddColumn add ->
                "adds " + column(add.table(), add.column()) + " "
                        + add.column().type().display();
            case ColumnOperation.DropColumn drop -> "drops " + column(drop.table(), drop.column());
            case ColumnOperation.RenameColumn rename ->
                "renames column " + name(rename.relation()) + "." + rename.column() + " to " + rename.newName();
            case ColumnOperation.ChangeColumnType change ->
                "changes " + column(change.table(), change.column()) + " from "
                        + change.column().type().display() + " to "
                        + change.after().type().display();
            case ColumnOperation.ChangeDefault change ->
                changes(change.value(), "default", change.table(), change.column());
            case ColumnOperation.SetNotNull set -> "makes " + column(set.table(), set.column()) + " NOT NULL";
            case ColumnOperation.DropNotNull drop -> "lets " + column(drop.table(), drop.column()) + " be null again";
            case ColumnOperation.ChangeIdentity change ->
                changes(change.identity(), "identity", change.table(), change.column());
            case ColumnOperation.ChangeExpression change ->
                changes(change.expression(), "generation expression", change.table(), change.column());
        };
    }

    private static String changes(@Nullable Object value, String what, Table table, Column column) {
        return value == null
                ? "takes the " + what + " from " + column(table, column)
                : "gives " + column(table, column) + " another " + what;
    }

    private static String of(ConstraintOperation operation) {
        return switch (operation) {
            case ConstraintOperation.AddConstraint add ->
                "adds " + constraint(add.table(), add.constraint())
                        + (add.constraint().validated() ? "" : ", NOT VALID");
            case ConstraintOperation.ValidateConstraint validate ->
                "validates " + constraint(validate.table(), validate.constraint());
            case ConstraintOperation.DropConstraint drop -> "drops " + constraint(drop.table(), drop.constraint());
            case ConstraintOperation.RenameConstraint rename ->
                "renames " + constraint(rename.table(), rename.constraint()) + " to " + rename.newName();
            case ConstraintOperation.ChangeConstraint change ->
                "makes " + constraint(change.table(), change.constraint()) + " "
                        + String.join(", ", change.attributes());
        };
    }

    private static String of(IndexOperation operation) {
        return switch (operation) {
            case IndexOperation.CreateIndex create ->
                "builds " + (create.index().unique() ? "unique " : "") + named(create.index()) + " on "
                        + name(create.table()) + (create.concurrently() ? ", concurrently" : "");
            case IndexOperation.DropIndex drop -> "drops " + named(drop.index());
            case IndexOperation.Reindex reindex -> "builds anew " + named(reindex.relation());
            case IndexOperation.AttachIndex attach ->
                "attaches " + named(attach.partition()) + " to " + name(attach.parent());
        };
    }

    private static String of(DataOperation operation) {
        return switch (operation) {
            case DataOperation.Read read -> "reads " + name(read.relation());
            case DataOperation.Write write ->
                write.kind().name().toLowerCase(Locale.ROOT) + "s rows of " + name(write.relation());
            case DataOperation.UseSequence use -> "uses " + named(use.sequence());
            case DataOperation.Vacuum vacuum -> "vacuums " + named(vacuum.relation());
            case DataOperation.Analyze analyze -> "analyzes " + named(analyze.relation());
            case DataOperation.Cluster cluster -> "clusters " + named(cluster.relation());
        };
    }

    /** {@code null} stands for all of the database. */
    static String named(@Nullable Relation relation) {
        return relation == null ? "the whole database" : relation.kindWords() + " " + name(relation);
    }

    static String name(Relation relation) {
        return relation.name().display();
    }

    private static String column(Table table, Column column) {
        return "column " + name(table) + "." + column.name();
    }

    private static String constraint(Table table, TableConstraint constraint) {
        return kind(constraint) + " " + constraint.name() + " of " + name(table);
    }

    private static String kind(TableConstraint constraint) {
        return switch (constraint) {
            case TableConstraint.Check ignored -> "check";
            case TableConstraint.Unique unique -> unique.primaryKey() ? "primary key" : "unique constraint";
            case TableConstraint.Exclusion ignored -> "exclusion constraint";
            case TableConstraint.ForeignKey ignored -> "foreign key";
        };
    }
}
