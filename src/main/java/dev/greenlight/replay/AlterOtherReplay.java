package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Sequence;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.View;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.TableStatement;

/** Runs the actions of ALTER TABLE that other relations take too, whatever word stands behind ALTER. */
final class AlterOtherReplay {
    private AlterOtherReplay() {}

    static void apply(TableStatement.AlterTable statement, Relation relation, Execution execution) {
        for (AlterTableAction action : statement.actions()) {
            if (Names.isCertain(relation) && !takes(relation, action, execution)) {
                String message = "ALTER action cannot be performed on relation \""
                        + relation.name().name() + "\"";
                throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, action.span());
            }
            if (action instanceof AlterTableAction.OwnerTo owner) {
                new Roles(execution).own(owner.role(), relation);
            }
            if (action instanceof AlterTableAction.AttachPartition attach && relation instanceof Index parent) {
                IndexAttachment.apply(parent, attach, execution);
            } else {
                execution.add(new TableOperation.ChangeTable(relation, action, true, action.span()));
            }
        }
    }

    /** Manual ALTER INDEX, ALTER VIEW, ALTER MATERIALIZED VIEW and ALTER SEQUENCE. */
    private static boolean takes(Relation relation, AlterTableAction action, Execution execution) {
        boolean refused = switch (action) {
            case AlterTableAction.SetParameters set -> isOfPartitioned(relation, execution);
            case AlterTableAction.SetColumnOptions set -> !takesColumnOptions(relation, execution.version());
            case AlterTableAction.AddColumn add -> true;
            case AlterTableAction.DropColumn drop -> true;
            case AlterTableAction.AlterColumnType change -> true;
            case AlterTableAction.AddConstraint add -> true;
            case AlterTableAction.DropConstraint drop -> true;
            case AlterTableAction.SetNotNull set -> true;
            case AlterTableAction.DropNotNull drop -> true;
            case AlterTableAction.SwitchRowSecurity set -> true;
            case AlterTableAction.SetDefault set -> !isPlainView(relation);
            case AlterTableAction.DropDefault drop -> !isPlainView(relation);
            default -> false;
        };
        return !refused;
    }

    /** Such an index has no file that could be kept in another way. */
    private static boolean isOfPartitioned(Relation relation, Execution execution) {
        return relation instanceof Index index
                && execution
                        .catalog()
                        .table(index.table())
                        .filter(table -> table.kind() == Table.Kind.PARTITIONED)
                        .isPresent();
    }

    private static boolean takesColumnOptions(Relation relation, PostgresVersion version) {
        return switch (relation) {
            case View view -> view.materialized();
            case Index index -> !version.isAtLeast(13);
            case Sequence sequence -> false;
            case Table table -> true;
        };
    }

    private static boolean isPlainView(Relation relation) {
        return switch (relation) {
            case View view -> !view.materialized();
            case Index index -> false;
            case Sequence sequence -> false;
            case Table table -> true;
        };
    }
}
