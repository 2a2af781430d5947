package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Diesel: a folder {@code 2024-01-31-120000_title} for each migration, with {@code up.sql} and {@code down.sql}. The
 * version is what stands before the first underscore, without its dashes, and is compared as text
 * ({@code version_from_string} of Diesel's migrations_internals), so that {@code 00000000000000_diesel_initial_setup}
 * comes first. Each runs in a transaction, unless {@code metadata.toml} beside it says {@code run_in_transaction =
 * false}: then the file is sent as one query (diesel_migrations' FileBasedMigrations). Diesel would take any name that
 * does not begin with a dot; here it has to begin with a digit, unless the layout is told.
 */
final class DieselLayout implements MigrationLayout {
    private static final MigrationFolders FOLDERS = folders("[0-9][^_]*");
    private static final MigrationFolders ANY_FOLDERS = folders("[^_.][^_]*");

    private static final Pattern NO_TRANSACTION =
            Pattern.compile("(?m)^[ \\t]*run_in_transaction[ \\t]*=[ \\t]*false\\b");

    /** The migrations' folders that say so. */
    private final Set<String> withoutTransaction;

    DieselLayout() {
        this(Set.of());
    }

    private DieselLayout(Set<String> withoutTransaction) {
        this.withoutTransaction = withoutTransaction;
    }

    @Override
    public String id() {
        return "diesel";
    }

    private static MigrationFolders folders(String version) {
        return new MigrationFolders(
                Pattern.compile("(" + version + ")(?:_(.*))?", Pattern.DOTALL),
                "up.sql",
                Comparator.comparing(it -> withoutDashes(it.version())));
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        MigrationFolders folders = files.areTold() ? ANY_FOLDERS : FOLDERS;
        List<Plan> plans = new ArrayList<>();
        folders.in(files).forEach((folder, migrations) -> plans.add(plan(files, folder, migrations)));
        return plans;
    }

    private static Plan plan(FoundFiles files, String folder, List<PlannedMigration> migrations) {
        Set<String> outside = files.all().stream()
                .filter(entry -> entry.name().equals("metadata.toml") && Folders.within(folder, entry.folder()))
                .filter(entry -> saysNoTransaction(files, entry))
                .map(Entry::folder)
                .collect(Collectors.toSet());
        List<PlannedMigration> versions = migrations.stream()
                .map(it ->
                        new PlannedMigration(it.file(), withoutDashes(it.version()), it.description(), it.direction()))
                .toList();
        return new Plan(folder, new DieselLayout(outside), versions, List.of());
    }

    private static boolean saysNoTransaction(FoundFiles files, Entry metadata) {
        return files.text(metadata)
                .filter(text -> NO_TRANSACTION.matcher(text).find())
                .isPresent();
    }

    private static String withoutDashes(String version) {
        return version.replace("-", "");
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        boolean outside = withoutTransaction.contains(planned.file().folder());
        return Contents.whole(file, outside ? TransactionMode.IMPLICIT : TransactionMode.MIGRATION);
    }
}
