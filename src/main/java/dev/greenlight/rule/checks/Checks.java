package dev.greenlight.rule.checks;

import dev.greenlight.rule.Rule;
import java.util.List;

/** The one list of the rules, by what they are about. */
public final class Checks {
    public static final List<Rule> ALL = List.of(
            // What the server would reject, and why.
            new UnmetReference(),
            new IfNotExistsHidesDifference(),
            new CircularMigrations(),
            new ConcurrentlyInTransaction(),
            new RejectedByPostgres(),
            new AddRequiredColumn(),
            new NeedsSuperuser(),
            // What keeps others waiting.
            new CreateIndexBlocksWrites(),
            new ReindexBlocks(),
            new RefreshMaterializedViewBlocksReads(),
            new AddColumnRewritesTable(),
            new ColumnTypeChange(),
            new TableRewrite(),
            new SetNotNullScans(),
            new AddCheckWithoutNotValid(),
            new AddForeignKeyWithoutNotValid(),
            new AddUniqueBuildsIndex(),
            new PrimaryKeyScans(),
            new AttachPartitionScans(),
            new DomainConstraintScans(),
            new LongWorkUnderLock(),
            new ExplicitLock(),
            new UpdateWithoutWhere(),
            // What is lost, or missed by running code.
            new DropTable(),
            new DropColumn(),
            new DropSchema(),
            new DropType(),
            new DropDatabase(),
            new DropOwned(),
            new TruncateTable(),
            new DeleteWithoutWhere(),
            new RenameTable(),
            new RenameColumn(),
            new RenameObject(),
            new RenameEnumValue(),
            new DropAndRecreate(),
            new DropView(),
            new DropRoutine(),
            new DropSequence(),
            new DropIndex(),
            new DropConstraint(),
            new DropTrigger(),
            new DropRule(),
            new DropPolicy(),
            new DropExtension(),
            new DropRole(),
            // What changes how running code works.
            new ChangeDefault(),
            new DropNotNull(),
            new CreateTrigger(),
            new DisableTrigger(),
            new CreateRule(),
            new EnableRowSecurity(),
            new DisableRowSecurity(),
            new DetachPartition(),
            new RevokePrivilege());

    private Checks() {}
}
