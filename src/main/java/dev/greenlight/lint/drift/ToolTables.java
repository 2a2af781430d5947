package dev.greenlight.lint.drift;

import java.util.Set;
import java.util.regex.Pattern;

/** What migration tools keep their own records in: a dump shows it, and no migration makes it. */
final class ToolTables {
    private static final Set<String> SCHEMAS =
            Set.of("drizzle", "sqitch", "supabase_migrations", "atlas_schema_revisions", "hdb_catalog", "pgroll");

    private static final Set<String> TABLES = Set.of(
            "_prisma_migrations",
            "__drizzle_migrations",
            "flyway_schema_history",
            "schema_version",
            "databasechangelog",
            "databasechangeloglock",
            "schema_migrations",
            "schema_migration",
            "goose_db_version",
            "gorp_migrations",
            "pgmigrations",
            "_sqlx_migrations",
            "__diesel_schema_migrations",
            "ar_internal_metadata",
            "atlas_schema_revisions");

    private static final Pattern NAME = Pattern.compile("(?:^| )(\\w+)\\.(\\w+)(?:\\.\\w+)?$");

    private ToolTables() {}

    /** @param object as a difference names it, such as {@code column public.schema_migrations.version} */
    static boolean has(String object) {
        String bare = object.replace("\"", "");
        return bare.startsWith("schema ") && SCHEMAS.contains(bare.substring("schema ".length()))
                || NAME.matcher(bare)
                        .results()
                        .anyMatch(name -> SCHEMAS.contains(name.group(1)) || isOf(name.group(2)));
    }

    /** With what belongs to one. */
    private static boolean isOf(String name) {
        return TABLES.stream().anyMatch(table -> name.equals(table) || name.startsWith(table + "_"));
    }
}
