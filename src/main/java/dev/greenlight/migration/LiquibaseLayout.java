package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Liquibase: changelogs in formatted SQL, in the order in which a changelog in XML, YAML or JSON includes them, else all
 * of a folder and below it by path, as {@code includeAll} takes them ({@code
 * DatabaseChangeLog.getStandardChangeLogComparator}). Each changeset runs in a transaction of its own, statement by
 * statement ({@code AbstractSQLChange.generateStatements}), unless it says {@code runInTransaction:false}; for all
 * contexts and labels, as it does where none are given. A script without the head is one changeset. What
 * {@code --rollback} says makes the down of a file.
 */
final class LiquibaseLayout implements MigrationLayout {
    /** Those that are one change as a whole, and how, by path. */
    private final Map<String, SqlFile> wholes;

    LiquibaseLayout() {
        this(Map.of());
    }

    LiquibaseLayout(Map<String, SqlFile> wholes) {
        this.wholes = Map.copyOf(wholes);
    }

    @Override
    public String id() {
        return "liquibase";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        LiquibaseMasters masters = new LiquibaseMasters(files);
        List<Plan> plans = new ArrayList<>(masters.plans());
        FoundFiles left =
                files.only(entry -> plans.stream().noneMatch(plan -> Folders.within(plan.folder(), entry.folder())));
        plans.addAll(new LiquibaseFolders(left, masters).plans());
        return plans;
    }

    /** A migration for each way that the file goes. */
    static Stream<PlannedMigration> planned(FoundFiles files, Entry entry) {
        PlannedMigration up = planned(entry, Direction.UP);
        return isUndone(files, entry) ? Stream.of(up, planned(entry, Direction.DOWN)) : Stream.of(up);
    }

    static PlannedMigration planned(Entry entry, Direction direction) {
        return new PlannedMigration(entry, "", PlannedMigration.words(entry), direction);
    }

    private static boolean isUndone(FoundFiles files, Entry entry) {
        return files.text(entry).filter(FormattedSql::is).map(FormattedSql::parse).stream()
                .flatMap(parsed -> parsed.changesets().stream())
                .anyMatch(changeset -> changeset.runs() && !changeset.rollback().isEmpty());
    }

    /** With what a file's own properties say; values of other files' are for the project to give. */
    @Override
    public Substitution substitution(PlannedMigration planned, Map<String, String> given) {
        return text -> {
            Map<String, String> values = new HashMap<>();
            if (text.contains("${")) {
                values.putAll(LiquibaseProperties.of(text));
            }
            values.putAll(given);
            return TemplateSubstitution.of(values).values(text);
        };
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        SqlFile whole = wholes.get(planned.file().path());
        if (whole != null || !FormattedSql.is(file.text())) {
            return LiquibaseScript.whole(file, whole == null ? SqlFile.RAW : whole);
        }
        return planned.direction() == Direction.UP ? LiquibaseScript.up(file) : LiquibaseScript.down(file);
    }
}
