package dev.greenlight.effect;

import dev.greenlight.postgres.LockMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLWarning;

/**
 * What a server does for a statement to the relations that are there before it: which locks it holds afterwards, and
 * whether it has read or written their rows. The statement is rolled back.
 */
final class ServerEffects {
    private static final String RELATIONS = """
            SELECT c.oid, n.nspname, c.relname, c.relkind, pg_relation_filenode(c.oid),
                   pg_stat_get_xact_numscans(c.oid), i.indrelid
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
            WHERE c.oid >= 16384 AND c.relkind <> 'c' AND n.nspname <> 'pg_toast'""";
    private static final String LOCKS = """
            SELECT relation, mode FROM pg_locks
            WHERE pid = pg_backend_pid() AND granted AND locktype = 'relation' AND relation >= 16384""";
    private static final Pattern NOTICE = Pattern.compile(
            "(building index|verifying table|validating foreign key) .*?\"([^\"]+)\"( on table \"(.+)\")?.*");

    private final Connection connection;
    private final Bystander bystander;
    private final boolean empties;
    private final Map<Long, Relation> before;

    /**
     * A row of pg_class.
     *
     * @param scans those of the transaction so far
     * @param table of an index, the oid of its table; else 0
     */
    private record Relation(String name, String kind, long file, long scans, long table) {
        boolean holdsRows() {
            return kind.equals("r") || kind.equals("m");
        }
    }

    private ServerEffects(Connection connection, Bystander bystander, String sql) throws SQLException {
        this.connection = connection;
        this.bystander = bystander;
        this.empties = sql.startsWith("TRUNCATE") || sql.endsWith("WITH NO DATA");
        this.before = relations();
    }

    /** Lines as {@link #lock}, {@link #work} and {@link #blocks} write them. */
    static SortedSet<String> of(Connection connection, Bystander bystander, String sql) throws SQLException {
        connection.setAutoCommit(false);
        try {
            return new ServerEffects(connection, bystander, sql).observe(sql);
        } finally {
            connection.rollback();
        }
    }

    static String lock(LockMode mode, String relation) {
        return mode.words() + " on " + relation;
    }

    static String work(Work work) {
        return "work " + work.id();
    }

    static String blocks(Blocks blocks) {
        return "blocks " + blocks.id();
    }

    private SortedSet<String> observe(String sql) throws SQLException {
        List<String> notices = run(sql);
        Map<Long, LockMode> locks = locks();
        SortedSet<String> lines = new TreeSet<>();
        locks.forEach((oid, mode) -> {
            if (before.containsKey(oid)) {
                lines.add(lock(mode, before.get(oid).name()));
            }
        });
        lines.add(work(work(notices, relations())));
        lines.add(blocks(blocked(locks)));
        return lines;
    }

    /** An index is tried at its table. */
    private Blocks blocked(Map<Long, LockMode> locks) {
        SortedSet<String> tables = new TreeSet<>();
        SortedSet<String> sequences = new TreeSet<>();
        locks.forEach((oid, mode) -> {
            Relation locked = before.get(oid);
            if (locked != null && mode.compareTo(LockMode.SHARE) >= 0) {
                Relation tried = before.getOrDefault(locked.table(), locked);
                (tried.kind().equals("S") ? sequences : tables).add(tried.name());
            }
        });
        return bystander.blockedAt(tables, sequences);
    }

    private List<String> run(String sql) throws SQLException {
        List<String> notices = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET LOCAL client_min_messages = debug1");
            statement.execute(sql);
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                notices.add(String.valueOf(
                        ((PSQLWarning) warning).getServerErrorMessage().getMessage()));
            }
            statement.execute("SET LOCAL client_min_messages = error");
        }
        return notices;
    }

    /** The strongest of each relation. To be asked first: other queries lock what they read. */
    private Map<Long, LockMode> locks() throws SQLException {
        Map<Long, LockMode> locks = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LOCKS)) {
            while (rows.next()) {
                locks.merge(rows.getLong(1), mode(rows.getString(2)), LockMode::strongest);
            }
        }
        return locks;
    }

    /** {@code ShareUpdateExclusiveLock} is SHARE UPDATE EXCLUSIVE. */
    private static LockMode mode(String name) {
        String words = name.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return LockMode.valueOf(words.toUpperCase(Locale.ROOT));
    }

    private Map<Long, Relation> relations() throws SQLException {
        Map<Long, Relation> relations = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(RELATIONS)) {
            while (rows.next()) {
                String schema = rows.getString(2);
                String name = schema.equals("public") ? rows.getString(3) : schema + "." + rows.getString(3);
                relations.put(
                        rows.getLong(1),
                        new Relation(name, rows.getString(4), rows.getLong(5), rows.getLong(6), rows.getLong(7)));
            }
        }
        return relations;
    }

    /** What empties a relation makes new files and builds indexes too, of no rows. */
    private Work work(List<String> notices, Map<Long, Relation> after) {
        if (empties) {
            return Work.CATALOG;
        }
        Work work = Work.CATALOG;
        for (Map.Entry<Long, Relation> entry : before.entrySet()) {
            Relation now = after.get(entry.getKey());
            if (entry.getValue().holdsRows() && now != null) {
                work = worse(work, work(entry.getValue(), now));
            }
        }
        for (String notice : notices) {
            work = worse(work, work(notice));
        }
        return work;
    }

    private static Work work(Relation before, Relation after) {
        if (before.file() != after.file()) {
            return Work.REWRITE;
        }
        return before.scans() == after.scans() ? Work.CATALOG : Work.SCAN;
    }

    /** What the server says at the level DEBUG1. */
    private Work work(String notice) {
        Matcher matcher = NOTICE.matcher(notice);
        if (!matcher.matches()) {
            return Work.CATALOG;
        }
        return switch (matcher.group(1)) {
            case "building index" -> wasThere(matcher.group(4)) ? Work.INDEX_BUILD : Work.CATALOG;
            case "verifying table" -> wasThere(matcher.group(2)) ? Work.SCAN : Work.CATALOG;
            default -> Work.VALIDATION;
        };
    }

    private boolean wasThere(String table) {
        return before.values().stream()
                .anyMatch(relation ->
                        relation.name().equals(table) || relation.name().endsWith("." + table));
    }

    private static Work worse(Work one, Work other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
