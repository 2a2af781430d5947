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
import java.util.TreeMap;

/**
 * The checked-in tables of what PostgreSQL knows, as real servers of all modelled versions give them. After a change
 * here, or with a new version, {@code ./mvnw test -Dtest=ServerDataTest -Dregenerate=true} writes them anew.
 */
final class ServerData {
    private static final String TYPES = """
            SELECT typname, typtype, typcategory::text || CASE WHEN typispreferred THEN '!' ELSE '' END FROM pg_type type
            WHERE typnamespace = 'pg_catalog'::regnamespace AND typrelid = 0
              AND NOT EXISTS (SELECT FROM pg_type element WHERE element.typarray = type.oid)
            """;
    private static final String FUNCTIONS = """
            SELECT proname, string_agg(DISTINCT prokind::text, '' ORDER BY prokind::text),
                string_agg(DISTINCT provolatile::text, '' ORDER BY provolatile::text)
            FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
              AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
            GROUP BY proname
            """;
    private static final String CASTS = """
            SELECT source.typname || ' ' || target.typname, castmethod, castcontext FROM pg_cast
            JOIN pg_type source ON source.oid = castsource JOIN pg_type target ON target.oid = casttarget
            WHERE source.typnamespace = 'pg_catalog'::regnamespace AND target.typnamespace = 'pg_catalog'::regnamespace
            """;
    private static final String SIGNATURES =
            SignatureData.functions("pronamespace = 'pg_catalog'::regnamespace AND NOT EXISTS"
                    + " (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')");
    private static final String OPERATORS = SignatureData.operators("oprnamespace = 'pg_catalog'::regnamespace");
    private static final String RANGES = """
            SELECT range.typname || ' ' || element.typname FROM pg_range
            JOIN pg_type range ON range.oid = rngtypid JOIN pg_type element ON element.oid = rngsubtype
            """;
    /** One for each list of columns that it has had. */
    private static final String RELATIONS = """
            SELECT nspname || '.' || relname || ' ' || string_agg(attname || ':' || typname, ',' ORDER BY attnum)
            FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
            JOIN pg_attribute ON attrelid = pg_class.oid JOIN pg_type ON pg_type.oid = atttypid
            WHERE nspname IN ('pg_catalog', 'information_schema') AND relkind IN ('r', 'v')
              AND attnum > 0 AND NOT attisdropped
            GROUP BY nspname, relname
            """;

    private static final String DOMAINS = """
            SELECT domain.typname,
                base.typname || coalesce(substring(format_type(base.oid, domain.typtypmod) FROM '\\([0-9]+\\)'), '')
            FROM pg_type domain JOIN pg_type base ON base.oid = domain.typbasetype
            WHERE domain.typnamespace = 'information_schema'::regnamespace
            """;
    private static final String KEYWORDS = "SELECT word, catcode FROM pg_get_keywords() WHERE catcode <> 'U'";

    private static final String HEADER = "# Read off real servers by ServerData. Not to be edited.";

    private ServerData() {}

    static List<String> files() {
        return List.of(
                "types.txt",
                "functions.txt",
                "signatures.txt",
                "operators.txt",
                "ranges.txt",
                "casts.txt",
                "keywords.txt",
                "relations.txt",
                "domains.txt",
                "extensions.txt",
                "extension-signatures.txt");
    }

    static List<String> lines(String file) throws SQLException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(
                switch (file) {
                    case "types.txt" -> rows(TYPES);
                    case "functions.txt" -> rows(FUNCTIONS);
                    case "signatures.txt" -> rows(SIGNATURES);
                    case "operators.txt" -> rows(OPERATORS);
                    case "ranges.txt" -> rows(RANGES);
                    case "casts.txt" -> rows(CASTS);
                    case "keywords.txt" -> newest(KEYWORDS);
                    case "relations.txt" -> rows(RELATIONS);
                    case "domains.txt" -> rows(DOMAINS);
                    case "extensions.txt" -> ExtensionData.lines();
                    case "extension-signatures.txt" -> SignatureData.extensions();
                    default -> throw new IllegalArgumentException(file);
                });
        return lines;
    }

    /** A row for each first column, as the newest version that has it says, with the versions if these are not all. */
    private static List<String> rows(String query) throws SQLException {
        NavigableMap<String, String> latest = new TreeMap<>();
        Map<String, List<Integer>> versions = new LinkedHashMap<>();
        for (int version : Servers.versions().toArray()) {
            query(version, query).forEach((key, value) -> {
                latest.put(key, value);
                versions.computeIfAbsent(key, absent -> new ArrayList<>()).add(version);
            });
        }
        return latest.entrySet().stream()
                .map(row -> row.getKey() + row.getValue() + range(versions.get(row.getKey())))
                .toList();
    }

    private static List<String> newest(String query) throws SQLException {
        return query(PostgresVersion.NEWEST.major(), query).entrySet().stream()
                .map(row -> row.getKey() + row.getValue())
                .toList();
    }

    private static NavigableMap<String, String> query(int version, String query) throws SQLException {
        NavigableMap<String, String> rows = new TreeMap<>();
        try (Connection connection = Servers.connect(version);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                StringBuilder value = new StringBuilder();
                for (int column = 2; column <= result.getMetaData().getColumnCount(); column++) {
                    value.append(' ').append(result.getString(column));
                }
                rows.put(result.getString(1), value.toString());
            }
        }
        return rows;
    }

    /** Such as {@code " 12-14"} and {@code " 13+"}. */
    static String range(List<Integer> versions) {
        int first = versions.getFirst();
        int last = versions.getLast();
        if (versions.size() != last - first + 1) {
            throw new IllegalStateException("Gone and come again: " + versions);
        }
        if (last < PostgresVersion.NEWEST.major()) {
            return " " + first + "-" + last;
        }
        return first > PostgresVersion.OLDEST.major() ? " " + first + "+" : "";
    }
}
