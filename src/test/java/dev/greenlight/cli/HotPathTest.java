package dev.greenlight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linting a few files with text output, in a process of its own: what a hook waits for at each commit. */
class HotPathTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final List<String> LOGGED = List.of("-Xlog:class+load:file=loaded.txt", "-Dfile.encoding=US-ASCII");

    @TempDir
    private Path folder;

    @Test
    void what_is_not_needed_is_not_loaded() throws IOException, InterruptedException {
        new Workspace(folder)
                .file("db/V1__a.sql", "CREATE TABLE orders (id bigint, customer_id bigint DEFAULT 1 + 1);\n")
                .file("db/V2__b.sql", "CREATE INDEX \"größe\" ON orders (customer_id);\n");

        String output = run(1, Map.of(), LOGGED, "db");

        assertThat(output).contains("| CREATE INDEX \"größe\" ON orders (customer_id);\n");
        assertThat(new Workspace(folder).read("loaded.txt"))
                .contains("dev.greenlight.report.TextFormat")
                .doesNotContain(
                        "com.fasterxml.",
                        "com.contrastsecurity.",
                        "net.sf.jsqlparser.",
                        "org.snakeyaml.",
                        "java.util.logging.");
    }

    @Test
    void yaml_is_read_only_where_it_may_speak_of_migrations() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder)
                .file("flyway/src/main/resources/application.yml", "server.port: 80\n")
                .file("flyway/src/main/resources/db/migration/V1__a.sql", "CREATE TABLE a (id bigint);\n")
                .file("drizzle/0000_a.sql", "CREATE TABLE b (id bigint);\n")
                .file("drizzle/meta/_journal.json", "{\"entries\": [{\"idx\": 0, \"tag\": \"0000_a\"}]}\n")
                .file("schema/versioned/v1.0/a.sql", "CREATE TABLE c (id bigint);\n")
                .file(
                        "schema/versioned/v1.0/manifest.json",
                        "{\"CurrVersion\": \"1.0\", \"SchemaUpdateCqlFiles\": [\"a.sql\"]}\n");
        run(0, Map.of(), LOGGED, ".");
        assertThat(workspace.read("loaded.txt"))
                .contains("migration.DrizzleJournal", "migration.TemporalLayout")
                .doesNotContain("org.snakeyaml.");

        workspace.file("flyway/src/main/resources/application.yml", "spring.flyway.table: x\n");
        run(0, Map.of(), LOGGED, ".");
        assertThat(workspace.read("loaded.txt")).contains("org.snakeyaml.");
    }

    @Test
    void what_changed_needs_git_on_the_path() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve(".git"));
        Files.writeString(folder.resolve(".git/HEAD"), "ref: refs/heads/main\n");

        assertThat(run(2, Map.of("PATH", folder.toString()), List.of(), "--staged"))
                .isEqualTo("greenlight: git could not be run, which says what changed: install it, and have it on the"
                        + " PATH\n");
    }

    @Test
    void a_baseline_is_read_as_a_stream() throws IOException, InterruptedException {
        new Workspace(folder)
                .file("db/V1__a.sql", "CREATE TABLE orders (id bigint);\n")
                .file("db/V2__b.sql", "DROP TABLE orders;\n")
                .run("baseline", "db");

        String output = run(0, Map.of(), LOGGED, "db", "--baseline", "greenlight-baseline.json");

        assertThat(output).contains("1 finding is in greenlight-baseline.json");
        assertThat(new Workspace(folder).read("loaded.txt"))
                .contains("com.fasterxml.jackson.core.JsonParser")
                .doesNotContain("com.fasterxml.jackson.databind.", "com.contrastsecurity.", "net.sf.jsqlparser.");
    }

    private String run(int code, Map<String, String> variables, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", path, "dev.greenlight.cli.Main", "lint"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(variables);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(code);
        return output;
    }
}
