package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.sql.CollationStatement;
import dev.greenlight.sql.DatabaseStatement;
import dev.greenlight.sql.Setting;
import java.util.List;
import java.util.Map;

/** Forms of statements that say nearly all in options: of databases, tablespaces and collations. */
final class OptionFeatures {
    private static final Map<String, Integer> DATABASE = Map.of(
            "locale", 13,
            "strategy", 15,
            "locale_provider", 15,
            "icu_locale", 15,
            "oid", 15,
            "collation_version", 15,
            "icu_rules", 16,
            "builtin_locale", 17);
    private static final Map<String, Integer> TABLESPACE = Map.of("maintenance_io_concurrency", 13);
    private static final Map<String, Integer> COLLATION = Map.of("rules", 16);

    private OptionFeatures() {}

    static void find(DatabaseStatement statement, Search search) {
        switch (statement) {
            case DatabaseStatement.CreateDatabase create ->
                search.options(create.options(), "a database's option", DATABASE, SqlState.SYNTAX_ERROR);
            case DatabaseStatement.AlterDatabase alter -> {
                if (alter.action() instanceof DatabaseStatement.DatabaseAction.RefreshCollationVersion) {
                    search.look(search.row(alter.span()), Form.of(15, "refresh collation version"));
                }
            }
            case DatabaseStatement.CreateTablespace create -> {
                PrivilegeFeatures.roles(search.row(create.span()).outer(), search);
                tablespace(create.parameters(), search);
            }
            case DatabaseStatement.AlterTablespace alter ->
                tablespace(alter.reset() ? List.of() : alter.parameters(), search);
            case DatabaseStatement.AlterSystem alter -> {}
        }
    }

    private static void tablespace(List<Setting> parameters, Search search) {
        search.options(parameters, "a tablespace's option", TABLESPACE, SqlState.INVALID_PARAMETER_VALUE);
    }

    static void find(CollationStatement statement, Search search) {
        switch (statement) {
            case CollationStatement.CreateCollation create ->
                search.options(create.options(), "a collation's option", COLLATION, SqlState.SYNTAX_ERROR);
            case CollationStatement.RefreshVersion refresh -> {}
        }
    }
}
