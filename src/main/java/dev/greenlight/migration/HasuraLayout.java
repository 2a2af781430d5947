package dev.greenlight.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hasura: a folder {@code 1654696186008_title} for each migration, with {@code up.sql} and {@code down.sql}, below a
 * folder for each database (Hasura's documentation, "Manage Migrations"). The version is a time in milliseconds, thirteen
 * digits, by which they are told from Diesel's. A script is one {@code run_sql}, which is a transaction unless the
 * request says {@code no_transaction} ("Schema API Reference: Run SQL").
 */
final class HasuraLayout implements MigrationLayout {
    private static final MigrationFolders FOLDERS = new MigrationFolders(
            Pattern.compile("([0-9]{13})(?:_(.*))?", Pattern.DOTALL),
            "up.sql",
            Comparator.comparing(PlannedMigration::version));

    @Override
    public String id() {
        return "hasura";
    }

    @Override
    public List<Plan> plans(FoundFiles files) {
        List<Plan> plans = new ArrayList<>();
        FOLDERS.in(files).forEach((folder, migrations) -> plans.add(new Plan(folder, this, migrations, List.of())));
        return plans;
    }
}
