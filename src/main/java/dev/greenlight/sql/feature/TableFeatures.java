package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.AlterTableAction;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TableStatement;

/** Forms of CREATE TABLE, ALTER TABLE and their kin. */
final class TableFeatures {
    private static final Form[] LIKE = {
        Form.of(14, "including compression"), Form.of(14, "excluding compression"),
    };

    private TableFeatures() {}

    static void find(TableStatement statement, Search search) {
        switch (statement) {
            case TableStatement.CreateTable create -> create(create, search);
            case TableStatement.CreateTableAs create -> {}
            case TableStatement.AlterTable alter ->
                alter.actions().forEach(action -> action(alter.type(), action, search));
            case TableStatement.MoveAllInTablespace move -> {}
            case TableStatement.Truncate truncate -> {}
            case TableStatement.LockTable lock -> {}
        }
    }

    private static void create(TableStatement.CreateTable create, Search search) {
        create.columns().forEach(column -> ConstraintFeatures.column(column, search));
        create.constraints().forEach(constraint -> ConstraintFeatures.table(constraint, search));
        for (TableStatement.Like like : create.likes()) {
            search.look(search.row(like.span()), LIKE);
            if (create.server() != null) {
                search.addParsed(18, "LIKE in a foreign table", like.span(), SqlState.FEATURE_NOT_SUPPORTED);
            }
        }
        if (create.server() == null) {
            Parameters.find(create.parameters(), search);
        }
    }

    private static void action(ObjectType type, AlterTableAction action, Search search) {
        switch (action) {
            case AlterTableAction.AddColumn add -> ConstraintFeatures.column(add.column(), search);
            case AlterTableAction.DropColumn drop -> {}
            case AlterTableAction.AlterColumnType change -> {}
            case AlterTableAction.SetDefault set -> {}
            case AlterTableAction.DropDefault drop -> {}
            case AlterTableAction.SetNotNull set -> {}
            case AlterTableAction.DropNotNull drop -> {}
            case AlterTableAction.SetExpression set -> search.add(17, "SET EXPRESSION", set.span());
            case AlterTableAction.DropExpression drop -> search.add(13, "DROP EXPRESSION", drop.span());
            case AlterTableAction.AddIdentity add -> {}
            case AlterTableAction.SetIdentity set -> {}
            case AlterTableAction.DropIdentity drop -> {}
            case AlterTableAction.SetStatistics set ->
                search.look(search.row(set.span()), Form.of(17, "set statistics default"));
            case AlterTableAction.SetColumnOptions set -> {}
            case AlterTableAction.SetStorage set ->
                search.look(search.row(set.span()), Form.of(16, "set storage default"));
            case AlterTableAction.SetCompression set -> search.add(14, "SET COMPRESSION", set.span());
            case AlterTableAction.AddConstraint add -> ConstraintFeatures.table(add.constraint(), search);
            case AlterTableAction.AlterConstraint alter -> ConstraintFeatures.altered(alter, search);
            case AlterTableAction.ValidateConstraint validate -> {}
            case AlterTableAction.DropConstraint drop -> {}
            case AlterTableAction.SwitchTrigger enable -> {}
            case AlterTableAction.SwitchRule enable -> {}
            case AlterTableAction.SwitchRowSecurity enable -> {}
            case AlterTableAction.ClusterOn cluster -> {}
            case AlterTableAction.SetWithoutCluster set -> {}
            case AlterTableAction.SetWithoutOids set -> {}
            case AlterTableAction.SetAccessMethod set -> accessMethod(set, search);
            case AlterTableAction.SetTablespace set -> {}
            case AlterTableAction.SetLogged set -> logged(type, set, search);
            case AlterTableAction.SetParameters set -> {
                if (!set.reset()) {
                    Parameters.find(set.parameters(), search);
                }
            }
            case AlterTableAction.Inherit inherit -> {}
            case AlterTableAction.OfType of -> {}
            case AlterTableAction.OwnerTo owner -> PrivilegeFeatures.roles(search.row(owner.span()), search);
            case AlterTableAction.ReplicaIdentity identity -> {}
            case AlterTableAction.AttachPartition attach -> {}
            case AlterTableAction.DetachPartition detach ->
                search.look(
                        search.row(detach.span()),
                        Form.of(14, "concurrently", "DETACH PARTITION CONCURRENTLY"),
                        Form.of(14, "finalize", "DETACH PARTITION FINALIZE"));
            case AlterTableAction.SetForeignOptions set -> {}
        }
    }

    private static void accessMethod(AlterTableAction.SetAccessMethod set, Search search) {
        if (set.method() == null) {
            search.add(17, "SET ACCESS METHOD DEFAULT", set.span());
        } else {
            search.add(15, "SET ACCESS METHOD", set.span());
        }
    }

    /** Sequences could not be unlogged at first (release notes of PostgreSQL 15). */
    private static void logged(ObjectType type, AlterTableAction.SetLogged set, Search search) {
        if (type == ObjectType.SEQUENCE) {
            String words = set.logged() ? "ALTER SEQUENCE SET LOGGED" : "ALTER SEQUENCE SET UNLOGGED";
            search.addParsed(15, words, set.span(), SqlState.WRONG_OBJECT_TYPE);
        }
    }
}
