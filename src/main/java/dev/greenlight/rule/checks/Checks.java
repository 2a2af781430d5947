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
            // What keeps others waiting.
            new CreateIndexBlocksWrites(),
            new ColumnTypeChange(),
            new SetNotNullScans(),
            new AddForeignKeyWithoutNotValid(),
            // What is lost, or missed by running code.
            new DropTable(),
            new DropColumn(),
            new RenameColumn());

    private Checks() {}
}
