package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * golang-migrate: {@code 1_title.up.sql} and {@code 1_title.down.sql} in one folder, by number (golang-migrate's
 * MIGRATIONS.md). A file is sent as one query, so that it is an implicit transaction unless it has its own BEGIN.
 */
final class GolangMigrateLayout implements MigrationLayout {
    private static final Pattern NAME = Pattern.compile("([0-9]+)_(.*)\\.(up|down)\\.sql", Pattern.DOTALL);
    private static final Pattern NOT_SQL = Pattern.compile("[0-9]+_.*\\.(?:up|down)\\.(?!sql$).+");
    private static final int VERSION_BITS = 64;

    @Override
    public String id() {
        return "golang-migrate";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        List<Plan> plans = new ArrayList<>();
        files.sqlByFolder().forEach((folder, scripts) -> {
            List<PlannedMigration> migrations = migrations(scripts);
            boolean most = files.areTold() || migrations.size() * 2 >= scripts.size();
            if (most && PlannedMigration.anyUp(migrations)) {
                plans.add(plan(files, folder, migrations));
            }
        });
        return plans;
    }

    private static List<PlannedMigration> migrations(List<Entry> scripts) {
        return scripts.stream()
                .flatMap(entry -> planned(entry).stream())
                .sorted(PlannedMigration.BY_VERSION)
                .toList();
    }

    private Plan plan(FoundFiles files, String folder, List<PlannedMigration> migrations) {
        List<String> notes =
                new ArrayList<>(Notes.sameVersion(migrations, it -> Version.of(it.version()), "golang-migrate"));
        List<Entry> inside = files.all().stream()
                .filter(entry -> entry.folder().equals(folder))
                .toList();
        Notes.notSql(inside, NOT_SQL).ifPresent(notes::add);
        return new Plan(folder, this, migrations, notes);
    }

    /** The version has to fit into 64 bits, else golang-migrate does not take the file for a migration. */
    private static Optional<PlannedMigration> planned(Entry entry) {
        Matcher name = NAME.matcher(entry.name());
        if (!name.matches() || new BigInteger(name.group(1)).bitLength() > VERSION_BITS) {
            return Optional.empty();
        }
        Direction direction = name.group(3).equals("up") ? Direction.UP : Direction.DOWN;
        String description = name.group(2).replace('_', ' ');
        return Optional.of(new PlannedMigration(entry, name.group(1), description, direction));
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        return Contents.whole(file, TransactionMode.IMPLICIT);
    }
}
