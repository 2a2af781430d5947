package dev.greenlight.replay;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.postgres.Persistence;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.Name;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.Setting;
import java.util.Optional;
import java.util.stream.Stream;
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
            case AlterTableAction.ClusterOn set -> {
                index(set.index());
                requireOneFile(set);
            }
            case AlterTableAction.SetWithoutCluster set -> requireOneFile(set);
            case AlterTableAction.ReplicaIdentity set -> {
                index(set.index());
                replicaIdentity(set.index());
            }
            case AlterTableAction.OfType set -> ofType(set);
            case AlterTableAction.SwitchRowSecurity set -> rowSecurity(set.state());
            case AlterTableAction.SetLogged set -> setLogged(set);
            case AlterTableAction.SetAccessMethod set -> requireAccessMethod(set);
            case AlterTableAction.SetParameters set -> parameters(set);
            default -> {}
        }
    }

    private void ofType(AlterTableAction.OfType set) {
        if (set.type() == null) {
            if (table.ofType() == null && Names.isCertain(table) && table.columnsKnown()) {
                String message = "\"" + table.name().name() + "\" is not a typed table";
                throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, set.span());
            }
            execution.put(table.copy().ofType(null).build());
        } else {
            new TypedTables(execution)
                    .become(table, execution.names().type(set.type()).name(), set.span());
        }
    }

    /** Partitions are in order each by itself. */
    private void requireOneFile(AlterTableAction action) {
        if (table.kind() == Table.Kind.PARTITIONED) {
            String message = "cannot mark index clustered in partitioned table";
            throw execution.reject(SqlState.FEATURE_NOT_SUPPORTED, message, action.span());
        }
    }

    /** RESET takes no values, and checks no names. */
    private void parameters(AlterTableAction.SetParameters set) {
        Optional<Setting> valued = set.parameters().stream()
                .filter(parameter -> !parameter.value().isEmpty())
                .findFirst();
        if (set.reset() && valued.isPresent()) {
            String message = "RESET must not include values for parameters";
            throw execution.reject(SqlState.SYNTAX_ERROR, message, valued.get().span());
        }
        if (set.reset() || !Names.isCertain(table) || table.kind() == Table.Kind.FOREIGN) {
            return;
        }
        StorageRules storage = new StorageRules(execution);
        if (table.kind() == Table.Kind.PARTITIONED) {
            storage.requireNone(set.parameters(), table.name().name());
        } else {
            storage.requireOfTable(set.parameters());
        }
    }

    /** A logged table refers to no unlogged one ({@code ATPrepChangePersistence}). */
    private void setLogged(AlterTableAction.SetLogged set) {
        if (table.kind() == Table.Kind.PARTITIONED && execution.version().isAtLeast(18)) {
            String message = "ALTER action SET " + (set.logged() ? "LOGGED" : "UNLOGGED")
                    + " cannot be performed on relation \"" + table.name().name() + "\"";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, set.span());
        }
        Stream<Table> others = set.logged() ? referenced() : referring();
        Persistence refused = set.logged() ? Persistence.UNLOGGED : Persistence.PERMANENT;
        others.filter(other -> other.oid() != table.oid() && other.persistence() == refused)
                .filter(Names::isCertain)
                .findFirst()
                .ifPresent(other -> {
                    String message = "could not change table \"" + table.name().name() + "\" to "
                            + (set.logged() ? "logged" : "unlogged") + " because it references "
                            + (set.logged() ? "unlogged" : "logged") + " table \""
                            + other.name().name() + "\"";
                    throw execution.reject(SqlState.INVALID_TABLE_DEFINITION, message, set.span());
                });
        execution.put(table.copy()
                .persistence(set.logged() ? Persistence.PERMANENT : Persistence.UNLOGGED)
                .build());
    }

    /** Since 17 that of a partitioned table is the one that its new partitions get. */
    private void requireAccessMethod(AlterTableAction.SetAccessMethod set) {
        if (table.kind() == Table.Kind.PARTITIONED && !execution.version().isAtLeast(17)) {
            String message = "cannot change access method of a partitioned table";
            throw execution.reject(SqlState.WRONG_OBJECT_TYPE, message, set.span());
        }
    }

    private Stream<Table> referenced() {
        return foreignKeys(table).flatMap(key -> execution.catalog().table(key.referencedTable()).stream());
    }

    private Stream<Table> referring() {
        return execution
                .catalog()
                .usersOf(table.oid())
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(other -> foreignKeys(other).anyMatch(key -> key.referencedTable() == table.oid()));
    }

    private Stream<TableConstraint.ForeignKey> foreignKeys(Table of) {
        return of.constraints().stream()
                .filter(TableConstraint.ForeignKey.class::isInstance)
                .map(TableConstraint.ForeignKey.class::cast)
                .filter(key -> !execution.mayBeGone(ObjectType.CONSTRAINT, key.name()));
    }

    /** It finds each row (manual ALTER TABLE, REPLICA IDENTITY). */
    private void replicaIdentity(@Nullable Name name) {
        if (name == null
                || !(execution
                                .catalog()
                                .relation(new QualifiedName(table.name().schema(), name.value()))
                                .orElse(null)
                        instanceof Index index)
                || !Names.isCertain(index)) {
            return;
        }
        if (!index.unique()) {
            throw notIdentity(SqlState.WRONG_OBJECT_TYPE, "cannot use non-unique index", name);
        }
        if (index.keys().stream().anyMatch(key -> key.expression() != null)) {
            throw notIdentity(SqlState.FEATURE_NOT_SUPPORTED, "cannot use expression index", name);
        }
        if (index.partial()) {
            throw notIdentity(SqlState.FEATURE_NOT_SUPPORTED, "cannot use partial index", name);
        }
        boolean nullable = index.keys().stream()
                .flatMap(key -> table.column(key.column()).stream())
                .anyMatch(column -> !column.notNull());
        if (nullable) {
            throw notIdentity(SqlState.WRONG_OBJECT_TYPE, "a column is nullable of index", name);
        }
    }

    private Rejected notIdentity(SqlState state, String why, Name index) {
        String message = why + " \"" + index.value() + "\" as replica identity";
        return execution.reject(state, message, index.span());
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
