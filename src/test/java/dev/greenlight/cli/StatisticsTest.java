package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.cli.Workspace.Outcome;
import dev.greenlight.effect.TableSize;
import dev.greenlight.lint.config.StatisticsReader;
import dev.greenlight.oracle.EachPostgres;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about the size of tables, and what that changes. */
class StatisticsTest {
    private static final String LARGE =
            "[{\"schema\": \"public\", \"table\": \"orders\", \"rows\": 80000000, \"bytes\": null}]";
    private static final String SMALL =
            "[{\"schema\": \"public\", \"table\": \"orders\", \"rows\": 1000, \"bytes\": 65536}]";

    @TempDir
    private Path folder;

    private Workspace workspace;

    @BeforeEach
    void setUp() {
        workspace = new Workspace(folder)
                .file("db/V1__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, total int);\n")
                .file("db/V2__index.sql", "CREATE INDEX orders_total ON orders (total);\n");
    }

    @Test
    void a_finding_says_how_long_it_takes_on_a_large_table() {
        workspace.file("stats.json", LARGE);

        assertThat(workspace.run("lint", "--stats", "stats.json", "db").out())
                .contains("orders: writes wait for the whole index build (≈ 4 min at 80 M rows)\n");
        assertThat(workspace
                        .run("lint", "--stats", "stats.json", "--format", "json", "db")
                        .out())
                .contains("\"seconds\": 240.0,\n            \"rows\": 80000000\n");
    }

    @Test
    void work_on_a_small_table_is_green() {
        workspace.file("stats.json", SMALL);

        Outcome outcome = workspace.run("lint", "--stats", "stats.json", "db");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("2 statements: 0 red, 0 yellow, 2 green");
    }

    @Test
    void what_a_small_table_loses_it_loses_all_the_same() {
        workspace.file("stats.json", SMALL).file("db/V3__drop.sql", "DROP TABLE orders;\n");

        assertThat(workspace.run("lint", "--stats", "stats.json", "db").code()).isOne();
    }

    @Test
    void the_configuration_wins_over_the_file_that_it_names() {
        workspace.file("stats.json", LARGE).file("greenlight.yml", "stats: stats.json\ntables: {orders: 1k}\n");
        assertThat(workspace.run("lint", "db").code()).isZero();

        workspace.file("greenlight.yml", "stats: stats.json\n");
        assertThat(workspace.run("lint", "db").code()).isOne();
    }

    @Test
    void config_prints_sizes_as_they_count() {
        workspace.file("greenlight.yml", "tables:\n  orders: 1.5 k\n  app.events: {size: 2 MB}\n");

        assertThat(workspace.run("config").out()).contains("""
                tables:
                  orders:
                    rows: 1500
                  app.events:
                    size: 2097152
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"schema\": \"a\"}] | stats.json:1: a table needs its schema and its name",
                "{\"a\": 1} | stats.json:1: this has to be the list of tables that the query gives",
                "[{\"schema\": \"a\", \"table\": \"b\", \"rows\": \"many\"}] | stats.json:1: rows has to be a number or null, not many",
                "[ | stats.json:",
            })
    void statistics_that_make_no_sense_are_said_with_their_line(String text, String problem) {
        workspace.file("stats.json", text);

        Outcome outcome = workspace.run("lint", "--stats", "stats.json", "db");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(problem);
    }

    @Test
    void a_file_that_is_not_there_is_asked_for() {
        assertThat(workspace.run("lint", "--stats", "stats.json", "db").err())
                .contains("--stats stats.json: there is no such file; the README has the query that gives it");
    }

    @ParameterizedTest
    @CsvSource({"many", "-3", "1 X", "[]"})
    void a_size_in_the_configuration_is_a_number(String size) {
        workspace.file("greenlight.yml", "tables:\n  orders: " + size + "\n");

        assertThat(workspace.run("lint", "db").err()).contains("greenlight.yml:2: orders has to be a number of rows");
    }

    @EachPostgres
    void the_query_in_the_readme_tells_sizes(Oracle oracle) throws SQLException, IOException {
        try (Connection connection = oracle.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE few (id int); INSERT INTO few SELECT generate_series(1, 5000); ANALYZE few;"
                    + " CREATE TABLE none (id int); CREATE TABLE never (id int); INSERT INTO never VALUES (1)");
            try (ResultSet result = statement.executeQuery(query())) {
                result.next();
                StatisticsReader.Read read = StatisticsReader.read(SourceFile.of("stats.json", result.getString(1)));

                assertThat(read.problems()).isEmpty();
                assertThat(read.sizes().byName().keySet())
                        .allMatch(name -> name.schema().equals("public"));
                assertThat(read.sizes()
                                .of(new QualifiedName("public", "few"))
                                .orElseThrow()
                                .rows())
                        .hasValue(5000);
                assertThat(read.sizes().of(new QualifiedName("public", "none")))
                        .contains(new TableSize(OptionalLong.of(0), OptionalLong.of(0)));
                TableSize never =
                        read.sizes().of(new QualifiedName("public", "never")).orElseThrow();
                assertThat(never.rows()).isEmpty();
                assertThat(never.bytes().orElseThrow()).isPositive();
            }
        }
    }

    private static String query() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int start = readme.indexOf("```sql\nSELECT coalesce(json_agg(") + "```sql\n".length();
        return readme.substring(start, readme.indexOf("```", start));
    }
}
