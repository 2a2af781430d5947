package dev.greenlight.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.packaging.Command.Outcome;
import dev.greenlight.packaging.CompositeAction.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar that was just built, through the launcher and the action, on migrations of a project. */
@Tag("packaged")
@DisabledOnOs(OS.WINDOWS)
class PackagedTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private Path project;
    private Path migrations;
    private Path temporary;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectory(folder.resolve("a project"));
        migrations = Files.createDirectories(project.resolve("db/migration"));
        temporary = Files.createDirectory(folder.resolve("runner temp"));
        Files.writeString(
                migrations.resolve("V1__orders.sql"),
                "CREATE TABLE orders (id bigint PRIMARY KEY, placed date NOT NULL);\n");
    }

    @Test
    void launcherRunsTheJarThatWasBuiltWithoutBuildingAgain() {
        Outcome outcome = new Command(
                        project,
                        System.getenv(),
                        List.of(ROOT.resolve("greenlight").toString(), "lint", "--help"))
                .run();

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("--format", "--output", "--fail-on");
        assertThat(outcome.errors()).isEmpty();
    }

    @Test
    void actionPassesSafeMigrations() throws IOException {
        Result result = action(Map.of("paths", "db/migration"));

        assertThat(result.exitCode()).as(result.log()).isZero();
        assertThat(result.outputs())
                .containsEntry("verdict", "SAFE")
                .containsEntry("green", "1")
                .containsEntry("yellow", "0")
                .containsEntry("red", "0")
                .containsEntry("exit-code", "0");
        assertThat(result.summary()).contains("SAFE");
    }

    @Test
    void actionStopsARedMigration() throws IOException {
        blockWrites();

        Result result = action(Map.of("paths", "db/migration", "sarif-file", "greenlight.sarif"));

        assertThat(result.exitCode()).as(result.log()).isEqualTo(1);
        assertThat(result.outputs())
                .containsEntry("verdict", "BLOCKED")
                .containsEntry("green", "1")
                .containsEntry("red", "1")
                .containsEntry("sarif", "greenlight.sarif")
                .containsEntry("exit-code", "1");
        assertThat(result.summary()).contains("BLOCKED", "V2__index.sql");
        assertThat(project.resolve("greenlight.sarif")).content().contains("create-index-blocks-writes");
    }

    @Test
    void actionOnlyReportsWhenAsked() throws IOException {
        blockWrites();

        Result result = action(Map.of("fail-on", "never"));

        assertThat(result.exitCode()).as(result.log()).isZero();
        assertThat(result.outputs()).containsEntry("verdict", "BLOCKED").containsEntry("red", "1");
    }

    @Test
    void actionFailsOnWrongUsage() throws IOException {
        Result result = action(Map.of("fail-on", "purple"));

        assertThat(result.exitCode()).as(result.log()).isEqualTo(2);
        assertThat(result.outputs()).containsEntry("exit-code", "2").containsEntry("verdict", "");
    }

    private void blockWrites() throws IOException {
        Files.writeString(migrations.resolve("V2__index.sql"), "CREATE INDEX orders_placed_idx ON orders (placed);\n");
    }

    private Result action(Map<String, String> inputs) throws IOException {
        return new CompositeAction(ROOT.resolve("action.yml"), ROOT).run(project, temporary, inputs);
    }
}
