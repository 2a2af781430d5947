package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Index;
import dev.greenlight.catalog.Relation;
import dev.greenlight.catalog.Table;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.oracle.EachPostgres;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.Template;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.Replaying;
import dev.greenlight.replay.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Lets others read and write a table of 100,000 rows while a statement goes through them, and again when it is through and
 * its transaction is not: they wait, or do not, as predicted.
 */
class ReadersAndWritersOnServerTest {
    private static final String TABLES = """
            CREATE TABLE customers (id int PRIMARY KEY, name text);
            CREATE TABLE orders (
                id int CONSTRAINT orders_key UNIQUE,
                customer int NOT NULL,
                total int NOT NULL,
                note varchar(10)
            );
            CREATE INDEX orders_note ON orders (note);
            ALTER TABLE orders ADD CONSTRAINT positive CHECK (total >= 0) NOT VALID;
            ALTER TABLE orders ADD CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES customers NOT VALID;
            CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER stamp BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION stamp();
            CREATE TABLE events (id int, day int NOT NULL) PARTITION BY RANGE (day);
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (2);
            CREATE TABLE events_rest PARTITION OF events DEFAULT;
            CREATE TABLE events_2 (id int, day int NOT NULL);
            CREATE MATERIALIZED VIEW totals AS SELECT customer, sum(total) AS total FROM orders GROUP BY customer;
            CREATE UNIQUE INDEX totals_customer ON totals (customer);
            """;
    private static final String ROWS = """
            INSERT INTO customers SELECT i, 'name' FROM generate_series(1, 1000) i;
            INSERT INTO orders SELECT i, 1 + i % 1000, 1, 'note' FROM generate_series(1, 100000) i;
            INSERT INTO events SELECT i, 1 + i % 2 * 99 FROM generate_series(1, 1000) i;
            INSERT INTO events_2 SELECT i, 2 FROM generate_series(1, 1000) i;
            REFRESH MATERIALIZED VIEW totals;
            """;

    private static final List<String> STATEMENTS = List.of(
            "CREATE INDEX ON orders (customer)",
            "CREATE UNIQUE INDEX ON orders (id, total)",
            "DROP INDEX orders_note",
            "REINDEX INDEX orders_note",
            "REINDEX TABLE orders",
            "ALTER TABLE orders ADD UNIQUE (id, customer)",
            "ALTER TABLE orders ADD PRIMARY KEY (id)",
            "ALTER TABLE orders ADD CHECK (total < 10)",
            "ALTER TABLE orders ADD CHECK (total < 10) NOT VALID",
            "ALTER TABLE orders VALIDATE CONSTRAINT positive",
            "ALTER TABLE orders VALIDATE CONSTRAINT of_customer",
            "ALTER TABLE orders ADD FOREIGN KEY (total) REFERENCES customers",
            "ALTER TABLE orders ADD FOREIGN KEY (total) REFERENCES customers NOT VALID",
            "ALTER TABLE orders DROP CONSTRAINT of_customer",
            "ALTER TABLE orders ALTER note SET NOT NULL",
            "ALTER TABLE orders ALTER note DROP NOT NULL",
            "ALTER TABLE orders ALTER note TYPE varchar(20)",
            "ALTER TABLE orders ALTER note TYPE varchar(5)",
            "ALTER TABLE orders ALTER note SET DEFAULT 'x'",
            "ALTER TABLE orders ALTER note SET STATISTICS 5",
            "ALTER TABLE orders ADD COLUMN more int DEFAULT 5",
            "ALTER TABLE orders ADD COLUMN token float DEFAULT random()",
            "ALTER TABLE orders ADD COLUMN number serial",
            "ALTER TABLE orders DROP COLUMN note",
            "ALTER TABLE orders RENAME note TO remark",
            "ALTER TABLE orders SET (fillfactor = 70)",
            "ALTER TABLE orders SET UNLOGGED",
            "ALTER TABLE orders ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE orders DISABLE TRIGGER stamp",
            "CREATE TRIGGER again BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION stamp()",
            "DROP TRIGGER stamp ON orders",
            "CREATE POLICY mine ON orders USING (true)",
            "CREATE RULE quiet AS ON DELETE TO orders DO ALSO NOTHING",
            "CLUSTER orders USING orders_note",
            "ANALYZE orders",
            "COMMENT ON TABLE orders IS 'x'",
            "LOCK TABLE orders IN SHARE MODE",
            "TRUNCATE orders",
            "DROP TABLE orders CASCADE",
            "REFRESH MATERIALIZED VIEW totals",
            "REFRESH MATERIALIZED VIEW CONCURRENTLY totals",
            "ALTER TABLE events ATTACH PARTITION events_2 FOR VALUES FROM (2) TO (3)",
            "ALTER TABLE events DETACH PARTITION events_1",
            "CREATE TABLE events_3 PARTITION OF events FOR VALUES FROM (3) TO (4)",
            "ALTER TABLE events ADD CHECK (day > 0)",
            "CREATE INDEX ON events (id)",
            "UPDATE orders SET total = total + 1");

    /** What only runs by itself, and what holds it up in the middle. */
    private static final List<List<String>> ALONE = List.of(
            List.of("CREATE INDEX CONCURRENTLY ON orders (customer)", "LOCK orders IN ROW EXCLUSIVE MODE"),
            List.of("DROP INDEX CONCURRENTLY orders_note", "LOCK orders IN ACCESS SHARE MODE"),
            List.of("REINDEX INDEX CONCURRENTLY orders_note", "LOCK orders IN ROW EXCLUSIVE MODE"),
            List.of("REINDEX TABLE CONCURRENTLY orders", "LOCK orders IN ROW EXCLUSIVE MODE"),
            List.of("VACUUM FULL customers", "LOCK customers IN ACCESS SHARE MODE"));

    private static final List<String> TABLES_TRIED =
            List.of("orders", "customers", "events", "events_1", "events_2", "events_rest", "totals");

    @EachPostgres
    void others_wait_as_predicted(Oracle oracle) throws SQLException {
        Template template = oracle.template("readers-and-writers", TABLES + ROWS);
        List<String> differences = new ArrayList<>();
        try (WaitingSessions sessions = new WaitingSessions(oracle, template)) {
            for (String sql : STATEMENTS) {
                Step step = step(sql, TransactionMode.MIGRATION, oracle.version());
                sessions.hold(sql, decisive(step, oracle.version()));
                differences.addAll(differences(sql + " (while it runs)", step, oracle.version(), sessions));
                sessions.finish();
                differences.addAll(differences(sql + " (before its commit)", step, oracle.version(), sessions));
                sessions.undo();
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    @EachPostgres
    void nobody_waits_for_what_is_held_up(Oracle oracle) throws SQLException {
        Template template = oracle.template("readers-and-writers", TABLES + ROWS);
        List<String> differences = new ArrayList<>();
        for (List<String> one : ALONE) {
            try (WaitingSessions sessions = new WaitingSessions(oracle, template)) {
                sessions.holdUp(one.getFirst(), one.getLast());
                Step step = step(one.getFirst(), TransactionMode.NONE, oracle.version());
                differences.addAll(differences(one.getFirst(), step, oracle.version(), sessions));
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    private static List<String> differences(String what, Step step, PostgresVersion version, WaitingSessions sessions)
            throws SQLException {
        List<String> differences = new ArrayList<>();
        for (String table : TABLES_TRIED) {
            Blocks predicted = predicted(step, version, table);
            Blocks observed = sessions.blockedAt(table, !table.equals("totals"));
            boolean same = predicted == observed || table.equals("totals") && predicted == Blocks.WRITES;
            if (!same) {
                differences.add(what + ": " + table + ": predicted " + predicted + ", on the server " + observed);
            }
        }
        return differences;
    }

    private static Step step(String sql, TransactionMode mode, PostgresVersion version) {
        Replaying replaying = Replaying.plain().version(version.major()).mode(mode);
        List<Script> scripts =
                List.of(replaying.script("0.sql", TABLES, Direction.UP), replaying.script("1.sql", sql, Direction.UP));
        return replaying.runScripts(scripts).runs().getLast().steps().getFirst();
    }

    private static Effect effect(Step step, PostgresVersion version) {
        return new Effects(new Server(version, Optional.empty())).of(step);
    }

    /** By which it can be seen that the statement is under way: it has the locks that keep others waiting. */
    private static List<RelationLock> decisive(Step step, PostgresVersion version) {
        return effect(step, version).locks().stream()
                .filter(lock -> lock.relation() instanceof Table && Blocks.by(lock) != Blocks.NOTHING)
                .toList();
    }

    private static Blocks predicted(Step step, PostgresVersion version, String table) {
        return effect(step, version).locks().stream()
                .filter(lock -> isOf(step, lock.relation(), table))
                .map(Blocks::by)
                .max(Comparator.naturalOrder())
                .orElse(Blocks.NOTHING);
    }

    /** A table, an index of it, which every query of the table asks about, or a partition, which it reads. */
    private static boolean isOf(Step step, Relation relation, String table) {
        Relation of = relation instanceof Index index
                ? step.before().relation(index.table()).orElse(relation)
                : relation;
        return of.name().name().equals(table)
                || of instanceof Table part
                        && part.parents().stream()
                                .flatMap(parent -> step.before().relation(parent).stream())
                                .anyMatch(parent -> parent.name().name().equals(table));
    }
}
