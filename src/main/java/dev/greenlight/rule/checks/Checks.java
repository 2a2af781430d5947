package dev.greenlight.rule.checks;

import dev.greenlight.rule.Check;
import dev.greenlight.rule.DirectiveRule;
import dev.greenlight.rule.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The one list of the rules, by what they are about. */
public final class Checks {
    /** Those that look at statements. */
    public static final List<Rule> STATEMENTS = List.of(
            // What the server would reject, and why.
            new SyntaxError(),
            new UnmetReference(),
            new IfNotExistsHidesDifference(),
            new CircularMigrations(),
            new CircularForeignKeys(),
            new OpenedForeignKeys(),
            new CircularViews(),
            new ViewReadsItself(),
            new DeclaredDependency(),
            new UnneededDependency(),
            new UndeclaredDependency(),
            new ConcurrentlyInTransaction(),
            new RejectedByPostgres(),
            new NeedsNewerPostgres(),
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
            new BreaksRoutine(),
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

    /** Those that look at what comments ask of Greenlight. */
    public static final List<DirectiveRule> DIRECTIVES =
            List.of(new UnknownDirective(), new IgnoreOfUnknownRule(), new IgnoreWithoutReason(), new UnusedIgnore());

    private Checks() {}

    /** All, in the order in which they are listed. */
    public static List<Check> all() {
        return Stream.concat(STATEMENTS.stream(), DIRECTIVES.stream()).toList();
    }

    /** The ids of all, in the same order. */
    public static List<String> ids() {
        return all().stream().map(Check::id).toList();
    }
}
