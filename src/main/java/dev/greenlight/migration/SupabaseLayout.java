package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Supabase: {@code supabase/migrations/20240131120000_title.sql}, in the order of the names as text
 * ({@code ListLocalMigrations} of Supabase's CLI). The folder is told by its place, or by the {@code config.toml} above
 * it. A file's statements are sent one by one, but with a single Sync at the end ({@code ExecBatch}), which makes them
 * an implicit transaction (manual 54.2.4, "Pipelining"). From version 2.109 on what cannot run in one runs by itself;
 * which one a project has is not known, so that only a file that must have the newer one is taken for its. The first
 * file is skipped if it is the {@code init.sql} of a CLI before 2022 ({@code shouldSkip}). There are no downs.
 */
final class SupabaseLayout implements MigrationLayout {
    private static final Pattern NAME = Pattern.compile("([0-9]+)_(.*)\\.sql", Pattern.DOTALL);
    private static final String TOOL = "supabase";
    private static final String FOLDER = "migrations";
    private static final Pattern OLD_INIT = Pattern.compile("[0-9]{14}_init\\.sql");
    private static final String NEWER = "20211209000000";
    private static final Pattern PROJECT = Pattern.compile("(?m)^[ \\t]*project_id[ \\t]*=");

    @Override
    public String id() {
        return TOOL;
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        List<Plan> plans = new ArrayList<>();
        files.sqlByFolder().forEach((folder, scripts) -> {
            List<Entry> skipped =
                    scripts.stream().limit(1).filter(SupabaseLayout::isOldInit).toList();
            List<PlannedMigration> migrations = scripts.stream()
                    .skip(skipped.size())
                    .flatMap(entry -> planned(entry).stream())
                    .toList();
            if (!migrations.isEmpty() && (files.areTold() || isSupabase(files, folder))) {
                plans.add(new Plan(folder, this, migrations, List.of()));
            }
        });
        return plans;
    }

    private static boolean isOldInit(Entry entry) {
        return OLD_INIT.matcher(entry.name()).matches() && entry.name().compareTo(NEWER) < 0;
    }

    private static boolean isSupabase(FoundFiles files, String folder) {
        if (!Folders.name(folder).equals(FOLDER)) {
            return false;
        }
        String above = Folders.parent(folder);
        return Folders.name(above).equals(TOOL)
                || files.all().stream()
                        .filter(entry ->
                                entry.folder().equals(above) && entry.name().equals("config.toml"))
                        .flatMap(entry -> files.text(entry).stream())
                        .anyMatch(text -> PROJECT.matcher(text).find());
    }

    private static Optional<PlannedMigration> planned(Entry entry) {
        Matcher name = NAME.matcher(entry.name());
        return name.matches()
                ? Optional.of(
                        new PlannedMigration(entry, name.group(1), name.group(2).replace('_', ' '), Direction.UP))
                : Optional.empty();
    }

    @Override
    public Contents contents(PlannedMigration planned, SourceFile file) {
        return SupabaseBatches.of(file)
                .map(sections -> divided(file, sections))
                .orElseGet(() -> Contents.whole(file, TransactionMode.IMPLICIT));
    }

    private static Contents divided(SourceFile file, List<Section> sections) {
        return new Contents(
                file,
                TransactionMode.NONE,
                sections,
                List.of("Supabase's CLI before 2.109 runs all of a file in one transaction, in which not all of its"
                        + " statements can run"));
    }
}
