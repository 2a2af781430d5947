package dev.greenlight.oracle;

import dev.greenlight.postgres.LockMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The relations of users that a session sees at one moment, with what it has done to them in its open transaction. */
public final class ServerRelations {
    private static final String QUERY = """
            SELECT coalesce(c.oid, l.relation), coalesce(c.name, ''), coalesce(c.relkind, ''), c.file, c.scans, l.modes
            FROM (
                SELECT c.oid, regexp_replace(n.nspname, '^pg_temp_\\d+$', 'pg_temp') || '.' || c.relname AS name, c.relkind,
                       pg_relation_filenode(c.oid) AS file, pg_stat_get_xact_numscans(c.oid) AS scans
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.oid >= 16384 AND c.relkind <> 'c' AND n.nspname <> 'pg_toast'
            ) c
            FULL JOIN (
                SELECT relation, string_agg(mode, ',') AS modes FROM pg_locks
                WHERE pid = pg_backend_pid() AND granted AND locktype = 'relation' AND relation >= 16384
                GROUP BY relation
            ) l ON l.relation = c.oid""";

    private ServerRelations() {}

    /**
     * A row of pg_class, or a relation that is no longer there and is still locked.
     *
     * @param name with its schema; that of temporary ones is {@code pg_temp}; empty if it is no longer there
     * @param kind as pg_class has it
     * @param file another one when its rows have been written anew
     * @param scans how often it has been read from end to end
     * @param modes in which it is locked
     */
    public record ServerRelation(String name, String kind, long file, long scans, Set<LockMode> modes) {
        public boolean holdsRows() {
            return kind.equals("r") || kind.equals("m");
        }
    }

    /** By their oids. To be asked right after a statement: other queries lock what they read. */
    public static Map<Long, ServerRelation> of(Connection connection) throws SQLException {
        Map<Long, ServerRelation> relations = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                relations.put(
                        rows.getLong(1),
                        new ServerRelation(
                                rows.getString(2),
                                rows.getString(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                modes(rows.getString(6))));
            }
        }
        return relations;
    }

    private static Set<LockMode> modes(String names) {
        Set<LockMode> modes = EnumSet.noneOf(LockMode.class);
        if (names != null) {
            Arrays.stream(names.split(",")).map(ServerRelations::mode).forEach(modes::add);
        }
        return modes;
    }

    /** {@code ShareUpdateExclusiveLock} is SHARE UPDATE EXCLUSIVE. */
    public static LockMode mode(String name) {
        String words = name.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return LockMode.valueOf(words.toUpperCase(Locale.ROOT));
    }
}
