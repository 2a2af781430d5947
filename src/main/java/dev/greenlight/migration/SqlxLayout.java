package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * sqlx, of Rust: {@code 1_title.sql}, or {@code 1_title.up.sql} and {@code 1_title.down.sql}, in one folder, by number
 * (sqlx's {@code MigrationSource}). A file is sent as one query in a transaction; one that begins with
 * {@code -- no-transaction} without, so that several statements in it are an implicit one (manual 54.2.2.1). The names
 * are those of golang-migrate and of many others: {@link SqlxTraces} have to be there.
 */
final class SqlxLayout implements MigrationLayout {
    private static final Pattern NAME = Pattern.compile("([0-9]+)_(.*?)(\\.up|\\.down)?\\.sql", Pattern.DOTALL);

    @Override
    public String id() {
        return "sqlx";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        SqlxTraces traces = new SqlxTraces(files);
        List<Plan> plans = new ArrayList<>();
        files.sqlByFolder().forEach((folder, scripts) -> {
            List<PlannedMigration> migrations = migrations(scripts);
            boolean most = migrations.size() * 2 >= scripts.size();
            if (PlannedMigration.anyUp(migrations) && (files.areTold() || most && traces.in(folder, migrations))) {
                plans.add(plan(folder, migrations));
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

    private Plan plan(String folder, List<PlannedMigration> migrations) {
        return new Plan(
                folder, this, migrations, Notes.sameVersion(migrations, it -> Version.of(it.version()), "sqlx"));
    }

    private static Optional<PlannedMigration> planned(Entry entry) {
        Matcher name = NAME.matcher(entry.name());
        if (!name.matches()) {
            return Optional.empty();
        }
        Direction direction = ".down".equals(name.group(3)) ? Direction.DOWN : Direction.UP;
        return Optional.of(
                new PlannedMigration(entry, name.group(1), name.group(2).replace('_', ' '), direction));
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        boolean none = file.text().startsWith(SqlxTraces.NO_TRANSACTION);
        return Contents.whole(file, none ? TransactionMode.IMPLICIT : TransactionMode.MIGRATION);
    }
}
