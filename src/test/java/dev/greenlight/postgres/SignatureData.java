package dev.greenlight.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How functions, operators and casts are called, read off servers. {@link ExtensionSignatures} and {@link Signature}
 * say what the words mean.
 */
final class SignatureData {
    /** Members of an extension, without those that only its access methods and input call. */
    private static final String MEMBER = """
            EXISTS (SELECT FROM pg_depend JOIN pg_extension ON refobjid = pg_extension.oid
                WHERE deptype = 'e' AND classid = '%s'::regclass AND objid = %s.oid AND extname = '%s')
            """;

    private static final String TYPES = """
            SELECT 'type ' || typname || ' ' || typtype::text || ' ' || typcategory::text
                || CASE WHEN typispreferred THEN '!' ELSE '' END
            FROM pg_type WHERE typrelid = 0 AND typelem = 0 AND
            """;

    private static final String AVAILABLE =
            "SELECT name FROM pg_available_extensions WHERE name !~ 'pl(perl|python|tcl|pgsql)'";

    private static final String CASTS = """
            SELECT 'cast ' || %s || ' ' || %s || ' ' || castmethod::text || ' ' || castcontext::text FROM pg_cast WHERE
            """.formatted(type("castsource"), type("casttarget"));

    private SignatureData() {}

    /** A type by its name, with a mark in front where an extension brings it. */
    private static String type(String oid) {
        return "(SELECT CASE typnamespace WHEN 'pg_catalog'::regnamespace THEN '' ELSE '@' END || typname"
                + " FROM pg_type WHERE oid = " + oid + ")";
    }

    static String functions(String condition) {
        return """
                SELECT proname || ' ' || prokind::text || ' ' || coalesce((
                        SELECT string_agg(
                            CASE WHEN provariadic <> 0 AND place = pronargs THEN '*' ELSE '' END
                            || CASE WHEN pronargdefaults > 0 AND proargmodes IS NULL AND proargnames IS NOT NULL
                                THEN proargnames[place] || ':' ELSE '' END
                            || %s || CASE WHEN place > pronargs - pronargdefaults THEN '?' ELSE '' END,
                            ',' ORDER BY place)
                        FROM unnest(proargtypes) WITH ORDINALITY argument (type, place)), '-') || ' '
                    || CASE WHEN proretset THEN '+' ELSE '' END || %s
                    || coalesce((
                        SELECT '(' || string_agg(proargnames[place] || ':' || %s, ',' ORDER BY place) || ')'
                        FROM unnest(proallargtypes) WITH ORDINALITY argument (type, place)
                        WHERE proargmodes[place] IN ('o', 'b', 't')), '')
                FROM pg_proc WHERE '2281' <> ALL (proargtypes::oid[]) AND 2281 <> prorettype AND\s
                """.formatted(type("type"), type("prorettype"), type("type")) + condition;
    }

    /** With a dot before the name, which may begin as a comment does. */
    static String operators(String condition) {
        return "SELECT '.' || oprname || ' ' || coalesce(" + type("oprleft") + ", '-') || ' ' || coalesce(" + type("oprright")
                + ", '-') || ' ' || " + type("oprresult") + " FROM pg_operator WHERE " + condition;
    }

    /** What extensions bring, as the newest version has them. */
    static List<String> extensions() throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = Servers.connect(PostgresVersion.NEWEST.major());
                Statement statement = connection.createStatement()) {
            for (String name : rows(statement, AVAILABLE)) {
                lines.addAll(members(connection, name));
            }
        }
        return lines;
    }

    private static List<String> members(Connection connection, String name) throws SQLException {
        List<String> lines = new ArrayList<>(List.of("extension " + name));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS \"%s\" CASCADE".formatted(name));
            lines.addAll(rows(statement, TYPES + MEMBER.formatted("pg_type", "pg_type", name)));
            lines.addAll(rows(
                    statement,
                    functions(MEMBER.formatted("pg_proc", "pg_proc", name)).replaceFirst("SELECT ", "SELECT 'function ' || ")));
            lines.addAll(rows(
                    statement,
                    operators(MEMBER.formatted("pg_operator", "pg_operator", name))
                            .replaceFirst("SELECT ", "SELECT 'operator ' || ")));
            lines.addAll(rows(statement, CASTS + MEMBER.formatted("pg_cast", "pg_cast", name)));
        } finally {
            connection.rollback();
        }
        return lines;
    }

    private static List<String> rows(Statement statement, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        rows.sort(Comparator.naturalOrder());
        return rows;
    }
}
