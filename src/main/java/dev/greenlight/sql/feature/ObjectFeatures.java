package dev.greenlight.sql.feature;

import dev.greenlight.postgres.SqlState;
import dev.greenlight.source.Span;
import dev.greenlight.sql.ObjectStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.TokenKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Forms of statements that many kinds of objects share, and of those that define the rarer kinds. */
final class ObjectFeatures {
    private static final Map<String, Integer> DATABASE_OPTIONS = Map.of(
            "locale", 13,
            "strategy", 15,
            "locale_provider", 15,
            "icu_locale", 15,
            "oid", 15,
            "collation_version", 15,
            "icu_rules", 16,
            "builtin_locale", 17);
    private static final Map<String, Integer> COLLATION_OPTIONS = Map.of("rules", 16);
    private static final Map<String, Integer> SUBSCRIPTION_OPTIONS = Map.of(
            "binary", 14,
            "streaming", 14,
            "two_phase", 15,
            "disable_on_error", 15,
            "origin", 16,
            "password_required", 16,
            "run_as_owner", 16,
            "failover", 17);
    private static final Map<String, Integer> PUBLICATION_OPTIONS =
            Map.of("publish_via_partition_root", 13, "publish_generated_columns", 18);
    private static final Form[] SUBSCRIPTION = {
        Form.of(14, "add publication", "ALTER SUBSCRIPTION ADD PUBLICATION"),
        Form.of(14, "drop publication", "ALTER SUBSCRIPTION DROP PUBLICATION"),
        Form.of(15, "skip (", "ALTER SUBSCRIPTION SKIP"),
    };
    private static final Set<String> NO_NAMES = Set.of("with", "where", "set");

    private ObjectFeatures() {}

    static void find(ObjectStatement statement, Search search) {
        switch (statement) {
            case ObjectStatement.Drop drop -> drop(drop, search);
            case ObjectStatement.Rename rename -> {}
            case ObjectStatement.RenameColumn rename -> {
                if (rename.type() == ObjectType.VIEW) {
                    search.add(13, "ALTER VIEW RENAME COLUMN", rename.span());
                }
            }
            case ObjectStatement.RenameConstraint rename -> {}
            case ObjectStatement.SetSchema set -> {}
            case ObjectStatement.ChangeOwner change -> PrivilegeFeatures.roles(search.row(change.span()), search);
            case ObjectStatement.CommentOn comment -> {}
            case ObjectStatement.DefineObject define -> define(define, search);
        }
    }

    private static void drop(ObjectStatement.Drop drop, Search search) {
        Row row = search.row(drop.span());
        if (drop.type() == ObjectType.USER_MAPPING) {
            PrivilegeFeatures.roles(row, search);
        }
        int last = row.size() - 1;
        if (drop.type() == ObjectType.DATABASE && row.isAt(last, TokenKind.RIGHT_PAREN)) {
            Span name = drop.targets().getFirst().span();
            search.add(
                    13,
                    "DROP DATABASE WITH (FORCE)",
                    row.within(new Span(name.end(), drop.span().end())).span(0, last));
        }
    }

    private static void define(ObjectStatement.DefineObject define, Search search) {
        Row row = new Row(define.definition());
        PrivilegeFeatures.roles(search.row(define.span()).outer(), search);
        switch (define.type()) {
            case PUBLICATION -> publication(row, search);
            case SUBSCRIPTION -> {
                search.look(row.outer(), SUBSCRIPTION);
                options(row, "a subscription's option", SUBSCRIPTION_OPTIONS, search);
            }
            case STATISTICS -> statistics(define, row, search);
            case DATABASE -> database(define, row, search);
            case COLLATION -> {
                if (define.verb().equals("CREATE")) {
                    search.options(row, "a collation's option", COLLATION_OPTIONS);
                }
            }
            case TABLESPACE -> tablespace(row, search);
            default -> {}
        }
    }

    /** The options of WITH or SET, which stand last. */
    private static void options(Row row, String what, Map<String, Integer> since, Search search) {
        for (int i = 1; i < row.size(); i++) {
            boolean behind = row.isWordAt(i - 1, "with") || row.isWordAt(i - 1, "set");
            if (behind && row.isAt(i, TokenKind.LEFT_PAREN)) {
                search.options(row.from(i), what, since);
            }
        }
    }

    private static void publication(Row row, Search search) {
        Row outer = row.outer();
        search.look(
                outer,
                Form.of(15, "tables in schema", "TABLES IN SCHEMA"),
                Form.of(15, "where (", "WHERE of a published table"),
                Form.of(15, ", table", "TABLE more than once in a publication"));
        for (int i = 1; i < outer.size(); i++) {
            if (outer.isAt(i, TokenKind.LEFT_PAREN) && !outer.isAnyWordAt(i - 1, NO_NAMES)) {
                search.add(15, "columns of a published table", outer.span(i, i + 1));
            }
        }
        options(row, "a publication's option", PUBLICATION_OPTIONS, search);
    }

    private static void statistics(ObjectStatement.DefineObject define, Row row, Search search) {
        if (define.verb().equals("ALTER")) {
            if (row.isAt(0, List.of("set", "statistics"))) {
                search.add(13, "ALTER STATISTICS SET STATISTICS", define.span());
            }
            search.look(row, Form.of(17, "set statistics default"));
            return;
        }
        if (define.name() == null) {
            search.add(16, "CREATE STATISTICS without a name", define.span());
        }
        int on = row.outer().places("on").findFirst().orElse(row.size());
        Row keys = row.outer().from(on + 1);
        for (int i = 0; i < keys.size() && !keys.isWordAt(i, "from"); i++) {
            if (keys.isAt(i, TokenKind.LEFT_PAREN)) {
                search.addParsed(
                        14, "CREATE STATISTICS on expressions", keys.span(i, i + 1), SqlState.FEATURE_NOT_SUPPORTED);
            }
        }
    }

    private static void database(ObjectStatement.DefineObject define, Row row, Search search) {
        if (define.verb().equals("ALTER")) {
            search.look(row, Form.of(15, "refresh collation version"));
            return;
        }
        for (int i = 0; i < row.size(); i++) {
            boolean value = row.at(i - 1).value().equals("=") || row.isAnyWordAt(i - 1, DATABASE_OPTIONS.keySet());
            Integer since = value ? null : DATABASE_OPTIONS.get(row.at(i).value());
            if (since != null && row.isAt(i, TokenKind.WORD)) {
                search.addParsed(
                        since,
                        "a database's option " + row.at(i).value(),
                        row.at(i).span(),
                        SqlState.SYNTAX_ERROR);
            }
        }
    }

    private static void tablespace(Row row, Search search) {
        if (!row.isAt(0, List.of("reset"))) {
            search.options(
                    row,
                    "a tablespace's option",
                    Map.of("maintenance_io_concurrency", 13),
                    SqlState.INVALID_PARAMETER_VALUE);
        }
    }
}
