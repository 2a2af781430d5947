package dev.greenlight.npm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.catalog.Table;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Histories;
import dev.greenlight.migration.HistoryOptions;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.Replay;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.ReplayOptions.Openness;
import dev.greenlight.replay.Step;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The migrators themselves run projects against a server: what they define, in which order and in which transactions, is
 * what Greenlight says. Their packages have to be in {@code target/npm}: {@code .ci/run} installs them.
 */
@Tag("npm")
@Tag("postgres")
class NpmMigratorsTest {
    private static final Path LAYOUTS = Path.of("test-fixtures/layouts");
    private static final String NODE_PG_MIGRATE = "node_modules/node-pg-migrate/bin/node-pg-migrate.js";

    @TempDir
    private Path project;

    @Test
    void drizzle_runs_its_journal_in_one_transaction() throws IOException, SQLException {
        copy("drizzle");
        Files.writeString(project.resolve("drizzle/0003_lost_wolf.sql"), "CREATE TABLE \"found\" (\"id\" integer)");
        try (Deployment deployment = Deployment.create()) {
            assertThat(deployment.node("drizzle.js", "URL", folder("drizzle"))).isEmpty();
            List<List<String>> transactions = deployment.transactions();
            assertThat(transactions).hasSize(1).isEqualTo(said(migration -> true));
            assertThat(transactions.getFirst()).hasSize(6);
        }
    }

    @Test
    void drizzle_runs_what_is_pending_in_another_transaction() throws IOException, SQLException {
        write("meta/_journal.json", journal("0000_a"));
        write("0000_a.sql", "CREATE TABLE a (x int);");
        try (Deployment deployment = Deployment.create()) {
            assertThat(deployment.node("drizzle.js", "URL", folder("d"))).isEmpty();
            write("meta/_journal.json", journal("0000_a", "0001_b", "0002_c"));
            write("0001_b.sql", "CREATE TABLE b (x int);");
            write("0002_c.sql", "CREATE INDEX ON a (x);--> statement-breakpoint\nCREATE INDEX ON b (x);");
            assertThat(deployment.node("drizzle.js", "URL", folder("d"))).isEmpty();
            assertThat(deployment.transactions())
                    .hasSize(2)
                    .isEqualTo(said(it -> !it.path().startsWith("d/0000")));
        }
    }

    @Test
    void drizzle_skips_what_comes_with_an_earlier_time() throws IOException, SQLException {
        write("meta/_journal.json", journal("0000_a", "0001_b"));
        write("0000_a.sql", "CREATE TABLE a (x int);");
        write("0001_b.sql", "CREATE TABLE b (x int);");
        try (Deployment deployment = Deployment.create()) {
            assertThat(deployment.node("drizzle.js", "URL", folder("d"))).isEmpty();
            String late = journal("0000_a", "0001_b", "0002_c").replace("\"when\": 3", "\"when\": 2");
            write("meta/_journal.json", late);
            write("0002_c.sql", "CREATE TABLE c (x int);");
            assertThat(deployment.node("drizzle.js", "URL", folder("d"))).isEmpty();
            assertThat(deployment.transactions()).containsExactly(List.of("CREATE TABLE a", "CREATE TABLE b"));
            assertThat(history().notes())
                    .containsExactly("Drizzle skips 0002_c.sql where 0001_b.sql has run: its journal says that it is"
                            + " not later");
        }
    }

    @Test
    void drizzle_cannot_build_an_index_concurrently() throws IOException, SQLException {
        write("meta/_journal.json", journal("0000_a"));
        write("0000_a.sql", "CREATE TABLE a (x int);\n--> statement-breakpoint\nCREATE INDEX CONCURRENTLY i ON a (x);");
        try (Deployment deployment = Deployment.create()) {
            assertThat(deployment.node("drizzle.js", "URL", folder("d"))).isEqualTo("25001\n");
            assertThat(errors()).containsExactly("25001");
        }
    }

    @Test
    void node_pg_migrate_runs_all_by_number_in_one_transaction() throws IOException, SQLException {
        for (String name : List.of(
                "2_b", "10_c", "1_x-y", "1_xa", "1_X_z", "20240131120000000_t", "1706702399999_s", "1706702400001_u")) {
            write(name + ".sql", """
                    -- Up Migration
                    CREATE TABLE "%s" (x int);
                    CREATE INDEX ON "%1$s" (x);
                    -- Down Migration
                    DROP TABLE "%1$s";
                    """.formatted(name));
        }
        try (Deployment deployment = Deployment.create()) {
            assertThat(deployment.node(NODE_PG_MIGRATE, "up", "--migrations-dir", folder("d")))
                    .isEmpty();
            assertThat(deployment.transactions()).hasSize(1).isEqualTo(said(migration -> true));
        }
    }

    @Test
    void node_pg_migrate_runs_one_by_one_where_it_is_told_to() throws IOException, SQLException {
        write("1_a.sql", "-- Up Migration\nCREATE TABLE a (x int); CREATE TABLE b (x int);");
        write("2_runs_down_too.sql", "CREATE INDEX ON a (x);\n-- Down Migration\nDROP TABLE a;");
        Files.writeString(
                project.resolve("package.json"),
                "{\"scripts\": {\"migrate\": \"node-pg-migrate --no-single-transaction\"}}");
        try (Deployment deployment = Deployment.create()) {
            assertThat(deployment.node(
                            NODE_PG_MIGRATE, "up", "--no-single-transaction", "--migrations-dir", folder("d")))
                    .isEmpty();
            assertThat(deployment.transactions()).hasSize(2).isEqualTo(said(migration -> true));
        }
    }

    @Test
    void node_pg_migrate_cannot_build_an_index_concurrently() throws IOException, SQLException {
        write("1_a.sql", "-- Up Migration\nCREATE TABLE a (x int);");
        write("2_b.sql", "-- Up Migration\nCREATE INDEX CONCURRENTLY i ON a (x);");
        try (Deployment deployment = Deployment.create()) {
            assertThat(deployment.node(NODE_PG_MIGRATE, "up", "--migrations-dir", folder("d")))
                    .contains("25001");
            assertThat(errors()).containsExactly("25001");
        }
    }

    @Test
    void node_pg_migrate_runs_files_for_each_way() throws IOException, SQLException {
        copy("node-pg-migrate");
        try (Deployment deployment = Deployment.create()) {
            assertThat(deployment.node("pairs.js", "URL", folder("migrations"))).isEmpty();
            assertThat(deployment.transactions()).hasSize(4).isEqualTo(said(migration -> true));
        }
    }

    private void copy(String layout) throws IOException {
        Path from = LAYOUTS.resolve(layout);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = project.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = project.resolve("d").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String journal(String... tags) {
        List<String> entries = new ArrayList<>();
        for (String tag : tags) {
            entries.add("{\"idx\": %d, \"when\": %1$d, \"tag\": \"%s\", \"breakpoints\": true}"
                    .formatted(entries.size() + 1, tag));
        }
        return "{\"version\": \"7\", \"dialect\": \"postgresql\", \"entries\": [" + String.join(", ", entries) + "]}";
    }

    private String folder(String name) {
        return project.resolve(name).toString();
    }

    private MigrationHistory history() {
        return Histories.find(DiskTree.below(project), List.of("."), HistoryOptions.RECOGNISED)
                .histories()
                .getFirst();
    }

    private HistoryRun run(Predicate<Migration> pending) {
        MigrationHistory history = history().withPending(pending);
        return Replay.run(
                history,
                ScriptReader.read(history.migrations()),
                ReplayOptions.of(PostgresVersion.NEWEST, Openness.CLOSED));
    }

    private Stream<Step> steps(Predicate<Migration> pending) {
        return run(pending).runs().stream()
                .filter(migration -> migration.migration().direction() == Direction.UP)
                .flatMap(migration -> migration.steps().stream());
    }

    private List<String> errors() {
        return steps(migration -> true)
                .flatMap(step -> step.error().stream())
                .map(error -> error.state().code())
                .toList();
    }

    /** What Greenlight says is defined, transaction by transaction. */
    private List<List<String>> said(Predicate<Migration> pending) {
        List<List<String>> transactions = new ArrayList<>();
        int last = 0;
        for (Step step : steps(pending).toList()) {
            if (step.transaction() != last) {
                transactions.add(new ArrayList<>());
                last = step.transaction();
            }
            transactions.getLast().add(step.statement().kind() + table(step));
        }
        return transactions;
    }

    /** The one that is new. */
    private static String table(Step step) {
        return step.after().relations().stream()
                .filter(Table.class::isInstance)
                .filter(relation -> step.before().relation(relation.oid()).isEmpty())
                .map(relation -> " " + relation.name().name())
                .findFirst()
                .orElse("");
    }
}
