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
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.postgresql.util.PSQLWarning;

/**
 * What a server does for a statement to the relations that are there before its transaction: which locks it takes
 * newly, and whose rows it reads or writes.
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

    private final Connection connection;
    private Set<Long> hidden = Set.of();
    private Map<Long, Relation> before = Map.of();
    private Map<Long, LockMode> locks = Map.of();

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

        /** As the server's notices have it. */
        String simpleName() {
            return name.substring(name.indexOf('.') + 1);
        }
    }

    ServerEffects(Connection connection) {
        this.connection = connection;
    }

    /** Runs what the transaction does first; what that makes is not looked at. */
    void begin(List<String> statements) throws SQLException {
        hidden = relations().keySet();
        for (String sql : statements) {
            execute(sql);
        }
        Set<Long> made = relations().keySet();
        made.removeAll(hidden);
        hidden = made;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Of the relations that there are, by their oids. */
    Map<Long, String> names() throws SQLException {
        before = relations();
        Map<Long, String> names = new TreeMap<>();
        before.forEach((oid, relation) -> names.put(oid, relation.name()));
        return names;
    }

    /** What a statement of another session has built and written anew of those, run outside of a transaction. */
    SortedSet<String> changes(Connection session, String sql) throws SQLException {
        ServerEffects there = new ServerEffects(session);
        there.execute("SET client_min_messages = debug1");
        List<String> notices = there.run(sql);
        Map<Long, Relation> after = there.relations();
        SortedSet<String> lines = new TreeSet<>();
        before.forEach((oid, relation) -> {
            boolean written =
                    relation.holdsRows() && relation.file() != after.get(oid).file();
            if (written || builds(notices, relation) > 0) {
                lines.add(work(written ? Work.REWRITE : Work.INDEX_BUILD, relation.name()));
            }
        });
        return lines;
    }

    private static long builds(List<String> notices, Relation table) {
        return count(notices, "building index \".*\" on table \"" + table.simpleName() + "\".*");
    }

    static String lock(LockMode mode, String relation) {
        return mode.words() + " on " + relation;
    }

    static String work(Work work, String relation) {
        return work.id() + " of " + relation;
    }

    static String blocks(Blocks blocks) {
        return "blocks " + blocks.id();
    }

    /** Runs a statement; gives lines as {@link #lock} and {@link #work} write them. */
    SortedSet<String> observe(String sql) throws SQLException {
        before = relations();
        before.keySet().removeAll(hidden);
        Map<Long, LockMode> held = locks();
        List<String> notices = run("SET LOCAL client_min_messages = debug1; " + sql);
        execute("SET LOCAL client_min_messages = error");
        locks = locks();
        locks.keySet().retainAll(before.keySet());
        locks.keySet().removeIf(oid -> held.containsKey(oid) && held.get(oid).compareTo(locks.get(oid)) >= 0);
        SortedSet<String> lines = new TreeSet<>();
        locks.forEach((oid, mode) -> lines.add(lock(mode, before.get(oid).name())));
        if (!sql.startsWith("TRUNCATE") && !sql.endsWith("WITH NO DATA")) {
            works(notices, relations()).forEach((relation, work) -> lines.add(work(work, relation)));
        }
        return lines;
    }

    /** Whom the statement keeps waiting that was run last. An index is tried at its table. */
    Blocks blocked(Bystander bystander) {
        SortedSet<String> tables = new TreeSet<>();
        SortedSet<String> sequences = new TreeSet<>();
        locks.forEach((oid, mode) -> {
            Relation locked = before.get(oid);
            if (mode.compareTo(LockMode.SHARE) >= 0) {
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
            statement.execute(sql);
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                notices.add(String.valueOf(
                        ((PSQLWarning) warning).getServerErrorMessage().getMessage()));
            }
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
    static LockMode mode(String name) {
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

    /** What is done to the rows of each relation. What empties one makes new files and indexes too, of no rows. */
    private Map<String, Work> works(List<String> notices, Map<Long, Relation> after) {
        Map<String, Work> works = new TreeMap<>();
        before.forEach((oid, relation) -> {
            if (relation.holdsRows() && after.containsKey(oid)) {
                works.put(relation.name(), work(oid, notices, after));
            }
        });
        works.values().removeIf(work -> work == Work.CATALOG);
        return works;
    }

    private Work work(long oid, List<String> notices, Map<Long, Relation> after) {
        Relation relation = before.get(oid);
        if (relation.file() != after.get(oid).file()) {
            return Work.REWRITE;
        }
        if (builds(notices, relation) > 0 && scans(oid, after) > 0) {
            return Work.INDEX_BUILD;
        }
        long verified = count(notices, "verifying table \"" + relation.simpleName() + "\"");
        boolean validates = count(notices, "validating foreign key constraint .*") > 0;
        if (validates && scansOfIndexes(oid, after) + scans(oid, after) > verified) {
            return Work.VALIDATION;
        }
        return scans(oid, after) > 0 ? Work.SCAN : Work.CATALOG;
    }

    private static long count(List<String> notices, String pattern) {
        return notices.stream().filter(notice -> notice.matches(pattern)).count();
    }

    private long scans(long oid, Map<Long, Relation> after) {
        return after.containsKey(oid) ? after.get(oid).scans() - before.get(oid).scans() : 0;
    }

    private long scansOfIndexes(long oid, Map<Long, Relation> after) {
        return before.keySet().stream()
                .filter(index -> before.get(index).table() == oid)
                .mapToLong(index -> scans(index, after))
                .sum();
    }
}
