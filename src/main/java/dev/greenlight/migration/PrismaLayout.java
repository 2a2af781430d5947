package dev.greenlight.migration;

import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prisma Migrate: a folder {@code 20240131120000_title} for each migration, with {@code migration.sql}, in the order of
 * the folders' names as text; Prisma would take any name, and does where the layout is told. A script is sent as one query ({@code apply_migration_script} of Prisma's schema engine),
 * so that it is an implicit transaction unless it has its own BEGIN. Since Prisma 7.4 the engine sends statement by
 * statement; which one a project has is not known, so that only a script that must have the newer one is taken for its.
 * A {@code down.sql} beside it is what Prisma's guide "Generating down migrations" makes, and is sent as one query. A
 * {@code migration_lock.toml} says which database the folder is for.
 */
final class PrismaLayout implements MigrationLayout {
    private static final MigrationFolders FOLDERS = folders("([0-9]+)(?:[_-](.*))?");
    private static final MigrationFolders ANY_FOLDERS = folders("([0-9]*)[_-]?(.*)");

    private static final String LOCK = "migration_lock.toml";
    private static final Pattern OTHERS =
            Pattern.compile("(?m)^[ \\t]*provider[ \\t]*=[ \\t]*\"(mongodb|mysql|sqlite|sqlserver)\"");
    private static final Pattern CONCURRENTLY =
            Pattern.compile("\\bCREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+CONCURRENTLY\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public String id() {
        return "prisma";
    }

    private static MigrationFolders folders(String name) {
        return new MigrationFolders(
                Pattern.compile(name, Pattern.DOTALL),
                "migration.sql",
                Comparator.comparing(it -> Folders.name(it.file().folder())));
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        MigrationFolders folders = files.areTold() ? ANY_FOLDERS : FOLDERS;
        List<Plan> plans = new ArrayList<>();
        folders.in(files).forEach((folder, migrations) -> plans.add(plan(files, folder, migrations)));
        return plans;
    }

    private Plan plan(FoundFiles files, String folder, List<PlannedMigration> migrations) {
        return files.text(Folders.resolve(folder, LOCK))
                .map(OTHERS::matcher)
                .filter(Matcher::find)
                .map(said -> Plan.ofOthers(
                        folder,
                        this,
                        migrations.stream().map(PlannedMigration::file).toList(),
                        LOCK + " says " + said.group(1)))
                .orElseGet(() -> new Plan(folder, this, migrations, List.of()));
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        if (planned.direction() == Direction.UP && needsDivision(file)) {
            return Contents.whole(
                    file,
                    TransactionMode.NONE,
                    "Prisma before 7.4 sends a script as one query, in which CREATE INDEX CONCURRENTLY has to be alone");
        }
        return Contents.whole(file, TransactionMode.IMPLICIT);
    }

    private static boolean needsDivision(SourceFile file) {
        return CONCURRENTLY.matcher(file.text()).find()
                && Splitter.statements(file.text(), new Span(0, file.text().length()))
                                .filter(statement -> statement.kind() != StatementText.Kind.META_COMMAND)
                                .count()
                        > 1;
    }
}
