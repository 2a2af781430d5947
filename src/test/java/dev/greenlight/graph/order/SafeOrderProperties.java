package dev.greenlight.graph.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.effect.TableSizes;
import dev.greenlight.lint.DatabaseSettings;
import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.SafeOrders;
import dev.greenlight.migration.Migration;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.source.MemoryTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Orders that a server accepts are found, and those that are found a server accepts. */
@Tag("database-migration-fix")
@Tag("postgres")
final class SafeOrderProperties {
    /** Feature: database-migration-fix, Property 1: Migration Dependency Resolution. */
    @Property(tries = 100)
    @Tag("property-1")
    void aSafeOrderSatisfiesEveryDependencyAndIsFoundWheneverThereIsOne(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 14) int count) {
        Random random = new Random(seed);
        List<String> migrations = validHistory(random, count);
        Collections.shuffle(migrations, random);

        Ordering ordering = ordering(migrations);

        assertThat(ordering instanceof Ordering.Found)
                .as(String.join("\n-- then\n", migrations))
                .isTrue();
        List<String> order = texts((Ordering.Found) ordering);
        assertThat(order).containsExactlyInAnyOrderElementsOf(migrations);
        assertThat(isAnyAccepted(List.of(order)))
                .as(String.join("\n-- then\n", order))
                .isTrue();
    }

    /** Where it is said that there is none, a server accepts none of all that there are. */
    @Property(tries = 40)
    @Tag("property-1")
    void noOrderIsAcceptedWhereNoneIsFound(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> migrations = new ArrayList<>(validHistory(random, 3));
        migrations.add(statement(random) + ";");
        Collections.shuffle(migrations, random);

        boolean found = ordering(migrations) instanceof Ordering.Found order
                && order.hopeless().isEmpty();

        assertThat(found).as(String.join("\n-- then\n", migrations)).isEqualTo(isAnyAccepted(permutations(migrations)));
    }

    private static Ordering ordering(List<String> migrations) {
        Map<String, String> files = new TreeMap<>();
        for (String sql : migrations) {
            files.put(String.format("db/V%02d__step.sql", files.size() + 1), sql);
        }
        DatabaseSettings database = new DatabaseSettings(
                PostgresVersion.NEWEST,
                Optional.empty(),
                ReplayOptions.Openness.CLOSED,
                ReplayOptions.DEFAULT_SEARCH_PATH,
                List.of(),
                TableSizes.UNKNOWN);
        LintRequest request =
                LintRequest.of(MemoryTree.of(files), List.of("db")).withDatabase(database);
        return SafeOrders.of(request).histories().getFirst().ordering();
    }

    private static List<String> texts(Ordering.Found found) {
        return found.order().stream()
                .map(Migration::file)
                .map(file -> file.text())
                .toList();
    }

    /** Each is taken back before the next is tried. */
    private static boolean isAnyAccepted(List<List<String>> orders) {
        try (ServerSession session = new ServerSession(Oracle.postgres().connect())) {
            return orders.stream().anyMatch(order -> {
                session.require("BEGIN");
                boolean accepted =
                        order.stream().allMatch(sql -> session.send(sql).isEmpty());
                session.require("ROLLBACK");
                return accepted;
            });
        }
    }

    private static List<List<String>> permutations(List<String> migrations) {
        if (migrations.isEmpty()) {
            return List.of(List.of());
        }
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < migrations.size(); i++) {
            List<String> rest = new ArrayList<>(migrations);
            String first = rest.remove(i);
            for (List<String> behind : permutations(rest)) {
                List<String> one = new ArrayList<>(List.of(first));
                one.addAll(behind);
                all.add(one);
            }
        }
        return all;
    }

    /** Statements that come to mind, of which a server keeps those that it accepts. */
    private static List<String> validHistory(Random random, int count) {
        List<String> history = new ArrayList<>();
        try (ServerSession session = new ServerSession(Oracle.postgres().connect())) {
            while (history.size() < count) {
                List<String> migration = new ArrayList<>();
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    String sql = statement(random);
                    if (session.send(sql).isEmpty()) {
                        migration.add(sql + ";");
                    }
                }
                if (!migration.isEmpty()) {
                    history.add(String.join("\n", migration));
                }
            }
        }
        return history;
    }

    private static String statement(Random random) {
        String table = "t" + random.nextInt(4);
        String other = "t" + random.nextInt(4);
        String column = "c" + random.nextInt(3);
        String view = "v" + random.nextInt(3);
        List<String> forms = List.of(
                "CREATE TABLE %s (id integer PRIMARY KEY)".formatted(table),
                "CREATE TABLE %s (id integer PRIMARY KEY, %s integer REFERENCES %s)".formatted(table, column, other),
                "ALTER TABLE %s ADD COLUMN %s integer".formatted(table, column),
                "ALTER TABLE %s ADD COLUMN %s integer REFERENCES %s".formatted(table, column, other),
                "ALTER TABLE %s DROP COLUMN %s".formatted(table, column),
                "ALTER TABLE %s RENAME COLUMN %s TO c%d".formatted(table, column, random.nextInt(3)),
                "ALTER TABLE %s RENAME TO %s".formatted(table, other),
                "CREATE VIEW %s AS SELECT %s FROM %s".formatted(view, column, table),
                "CREATE VIEW %s AS SELECT a.id FROM %s a, %s b".formatted(view, table, other),
                "DROP VIEW %s".formatted(view),
                "DROP TABLE %s".formatted(table),
                "CREATE INDEX ON %s (%s)".formatted(table, column),
                "ALTER TABLE %s ADD CONSTRAINT k CHECK (%s > 0)".formatted(table, column),
                "ALTER TABLE %s DROP CONSTRAINT k".formatted(table),
                "INSERT INTO %s (id) SELECT id FROM %s WHERE false".formatted(table, other),
                "CREATE TYPE kind AS ENUM ('a', 'b')",
                "ALTER TABLE %s ADD COLUMN %s kind".formatted(table, column));
        return forms.get(random.nextInt(forms.size()));
    }
}
