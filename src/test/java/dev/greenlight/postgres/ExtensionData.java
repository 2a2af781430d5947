package dev.greenlight.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the extensions bring that are part of PostgreSQL's distribution (manual appendix F), in any version. */
final class ExtensionData {
    private static final int WIDTH = 100;

    /** Without the languages whose libraries a machine may or may not have, so that every machine reads the same. */
    private static final String AVAILABLE = """
            SELECT name, %s, schema, requires FROM pg_available_extension_versions
            JOIN pg_available_extensions USING (name)
            WHERE version = default_version AND name !~ 'pl(perl|python|tcl)'
            """;

    private static final String MEMBERS = """
            SELECT 'types', typname FROM pg_type JOIN member ON (classid, objid) = ('pg_type'::regclass, pg_type.oid)
            WHERE typrelid = 0 AND typtype <> 'd' AND NOT EXISTS (SELECT FROM pg_type element WHERE element.typarray = pg_type.oid)
            UNION SELECT 'domains', pg_type.typname || '=' || base.typname
            FROM pg_type JOIN member ON (classid, objid) = ('pg_type'::regclass, pg_type.oid)
            JOIN pg_type base ON base.oid = pg_type.typbasetype
            UNION SELECT CASE max(provolatile) WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END, proname
            FROM pg_proc JOIN member ON (classid, objid) = ('pg_proc'::regclass, pg_proc.oid) GROUP BY proname
            UNION SELECT 'relations', relname
            FROM pg_class JOIN member ON (classid, objid) = ('pg_class'::regclass, pg_class.oid) WHERE relkind NOT IN ('c', 'S')
            UNION SELECT 'sequences', relname
            FROM pg_class JOIN member ON (classid, objid) = ('pg_class'::regclass, pg_class.oid) WHERE relkind = 'S'
            UNION SELECT 'operator-classes', opcname
            FROM pg_opclass JOIN member ON (classid, objid) = ('pg_opclass'::regclass, pg_opclass.oid)
            """;

    private ExtensionData() {}

    static List<String> lines() throws SQLException {
        NavigableMap<String, String> headers = new TreeMap<>();
        Map<String, NavigableMap<String, Set<String>>> members = new TreeMap<>();
        for (int version : Servers.versions().toArray()) {
            try (Connection connection = Servers.connect(version)) {
                available(connection, version).forEach((name, header) -> {
                    if (brought(connection, name, members)) {
                        headers.put(name, header);
                    }
                });
            }
        }
        List<String> lines = new ArrayList<>();
        headers.forEach((name, header) -> {
            lines.add(header);
            members.getOrDefault(name, new TreeMap<>()).forEach((kind, names) -> lines.addAll(wrapped(kind, names)));
        });
        return lines;
    }

    /** Name to {@code extension NAME [trusted] [schema NAME] [requires NAME …]}. */
    private static Map<String, String> available(Connection connection, int version) throws SQLException {
        Map<String, String> headers = new LinkedHashMap<>();
        String trusted = version >= 13 ? "trusted" : "false";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(AVAILABLE.formatted(trusted))) {
            while (result.next()) {
                headers.put(result.getString(1), header(result));
            }
        }
        return headers;
    }

    private static String header(ResultSet row) throws SQLException {
        StringBuilder header = new StringBuilder("extension ").append(row.getString(1));
        if (row.getBoolean(2)) {
            header.append(" trusted");
        }
        if (row.getString(3) != null) {
            header.append(" schema ").append(row.getString(3));
        }
        if (row.getArray(4) != null) {
            header.append(" requires ")
                    .append(String.join(" ", (String[]) row.getArray(4).getArray()));
        }
        return header.toString();
    }

    /** Whether the extension can be made here: the languages' need libraries that may be absent. */
    private static boolean brought(
            Connection connection, String name, Map<String, NavigableMap<String, Set<String>>> members) {
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS \"%s\" CASCADE".formatted(name));
                collect(statement, name, members.computeIfAbsent(name, absent -> new TreeMap<>()));
            } finally {
                connection.rollback();
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void collect(Statement statement, String name, NavigableMap<String, Set<String>> kinds)
            throws SQLException {
        String member =
                "WITH member AS (SELECT classid, objid FROM pg_depend JOIN pg_extension ON refobjid = pg_extension.oid"
                        + " WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass AND extname = '" + name
                        + "') ";
        try (ResultSet result = statement.executeQuery(member + MEMBERS)) {
            while (result.next()) {
                kinds.computeIfAbsent(result.getString(1), absent -> new TreeSet<>())
                        .add(result.getString(2));
            }
        }
    }

    private static List<String> wrapped(String kind, Set<String> names) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(kind);
        for (String name : names) {
            if (line.length() + name.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(kind);
            }
            line.append(' ').append(name);
        }
        lines.add(line.toString());
        return lines;
    }
}
