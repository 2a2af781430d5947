package dev.greenlight.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The system catalogs and views of all versions, each with the columns that it has in any. */
final class SystemRelationData {
    private static final String RELATIONS = """
            SELECT nspname || '.' || relname, array_agg(attname::text ORDER BY attnum)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace JOIN pg_attribute ON attrelid = pg_class.oid
            WHERE nspname IN ('pg_catalog', 'information_schema') AND relkind IN ('r', 'v')
              AND attnum > 0 AND NOT attisdropped
            GROUP BY nspname, relname
            """;

    private SystemRelationData() {}

    /** Such as {@code pg_catalog.pg_am oid amname …}. */
    static List<String> lines() throws SQLException {
        Map<String, Set<String>> columns = new TreeMap<>();
        Map<String, List<Integer>> versions = new TreeMap<>();
        for (int version : Servers.versions().boxed().toList().reversed()) {
            read(version, columns, versions);
        }
        return columns.entrySet().stream()
                .map(row -> row.getKey()
                        + ServerData.range(versions.get(row.getKey()).reversed())
                        + " " + String.join(" ", row.getValue()))
                .toList();
    }

    private static void read(int version, Map<String, Set<String>> columns, Map<String, List<Integer>> versions)
            throws SQLException {
        try (Connection connection = Servers.connect(version);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(RELATIONS)) {
            while (result.next()) {
                String name = result.getString(1);
                Array names = result.getArray(2);
                columns.computeIfAbsent(name, absent -> new LinkedHashSet<>())
                        .addAll(List.of((String[]) names.getArray()));
                versions.computeIfAbsent(name, absent -> new ArrayList<>()).add(version);
            }
        }
    }
}
