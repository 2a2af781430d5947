package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import org.jspecify.annotations.Nullable;

/**
 * Runs the actions of ALTER TABLE that change how a table is kept or behaves. Hardly any of it is in the catalog; what
 * they name must be there all the same.
 */
final class TableSettings {
    private final Execution execution;
    private final Table table;

    private TableSettings(Execution execution, Table table) {
        this.execution = execution;
        this.table = table;
    }

    static boolean apply(AlterTableAction action, Table table, boolean only, Execution execution) {
        new TableSettings(execution, table).apply(action);
        execution.add(new TableOperation.ChangeTable(table, action, only, action.span()));
        return true;
    }

    private void apply(AlterTableAction action) {
        switch (action) {
            case AlterTableAction.SetStatistics set -> column(set.column());
            case AlterTableAction.SetColumnOptions set -> column(set.column());
            case AlterTableAction.SetStorage set -> column(set.column());
            case AlterTableAction.SetCompression set -> column(set.column());
            case AlterTableAction.SetForeignOptions set -> column(set.column());
            case AlterTableAction.SwitchTrigger set -> attachment(set.trigger(), Table.Attachment.Type.TRIGGER);
            case AlterTableAction.SwitchRule set -> attachment(set.rule(), Table.Attachment.Type.RULE);
            case AlterTableAction.ClusterOn set -> index(set.index());
            case AlterTableAction.ReplicaIdentity set -> index(set.index());
            case AlterTableAction.OfType set -> {
                if (set.type() != null) {
                    execution.names().type(set.type());
                }
            }
            case AlterTableAction.SwitchRowSecurity set -> rowSecurity(set.state());
            case AlterTableAction.SetLogged set ->
                execution.put(table.copy()
                        .persistence(set.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED)
                        .build());
            default -> {}
        }
    }

    private void column(@Nullable Name name) {
        if (name != null) {
            execution.names().column(table, name);
        }
    }

    private void attachment(@Nullable Name name, Table.Attachment.Type type) {
        boolean there = name == null
                || new Attachments(execution).mayHave(table, type, name.value())
                || table.attachments().stream()
                        .anyMatch(found -> found.type() == type && found.name().equals(name.value()));
        if (!there) {
            boolean trigger = type == Table.Attachment.Type.TRIGGER;
            String message = (trigger ? "trigger" : "rule") + " \"" + name.value() + "\" for "
                    + (trigger ? "table" : "relation") + " \"" + table.name().name() + "\" does not exist";
            throw execution.rejectMissing(
                    SqlState.UNDEFINED_OBJECT,
                    message,
                    name.span(),
                    new Missing(Names.typeOf(table), table.name(), name.value()));
        }
    }

    private void index(@Nullable Name name) {
        if (name == null) {
            return;
        }
        QualifiedName qualified = new QualifiedName(table.name().schema(), name.value());
        @Nullable Relation found = execution.catalog().relation(qualified).orElse(null);
        boolean own = found instanceof Index index && (index.table() == table.oid() || !Names.isCertain(index));
        if (own) {
            execution.add(new Reference(ObjectType.INDEX, qualified, null, name.span(), found.origin()));
        } else if (!execution.names().mayHave(table, name.value())) {
            throw execution.rejectMissing(
                    SqlState.UNDEFINED_OBJECT,
                    "index \"" + name.value() + "\" for table \"" + table.name().name() + "\" does not exist",
                    name.span(),
                    new Missing(ObjectType.INDEX, qualified, null));
        }
    }

    private void rowSecurity(AlterTableAction.RowSecurity state) {
        switch (state) {
            case ENABLE -> execution.put(table.copy().rowSecurity(true).build());
            case DISABLE -> execution.put(table.copy().rowSecurity(false).build());
            case FORCE, NO_FORCE -> {}
        }
    }
}
