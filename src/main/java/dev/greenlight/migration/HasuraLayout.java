package dev.greenlight.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hasura: a folder {@code 1654696186008_title} for each migration, with {@code up.sql} and {@code down.sql}, below a
 * folder for each database (Hasura's documentation, "Manage Migrations"). The version is any number for Hasura
 * ({@code source.Parse} of its CLI), but what it writes is a time in milliseconds: thirteen digits, by which they are
 * told from Diesel's. A script is one {@code run_sql}, which is a transaction unless the request says
 * {@code no_transaction} ("Schema API Reference: Run SQL").
 */
final class HasuraLayout implements MigrationLayout {
    private static final MigrationFolders FOLDERS = folders("[0-9]{13}");
    private static final MigrationFolders ANY_FOLDERS = folders("[0-9]+");

    @Override
    public String id() {
        return "hasura";
    }

    private static MigrationFolders folders(String version) {
        return new MigrationFolders(
                Pattern.compile("(" + version + ")_(.*)", Pattern.DOTALL),
                "up.sql",
                Comparator.comparing(PlannedMigration::version, NaturalOrder::compareNumbers));
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        MigrationFolders folders = files.areTold() ? ANY_FOLDERS : FOLDERS;
        List<Plan> plans = new ArrayList<>();
        folders.in(files).forEach((folder, migrations) -> plans.add(new Plan(folder, this, migrations, List.of())));
        return plans;
    }
}
