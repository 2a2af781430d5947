package dev.greenlight.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.packaging.CompositeAction.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the action hands to Greenlight and makes of its answer. Here Greenlight is a script that plays its part. */
@DisabledOnOs(OS.WINDOWS)
class ActionTest {

    private static final String SUMMARY = """
            {
              "version": 1,
              "findings": [ { "message": "a \\"summary\\": {\\"red\\": 9}" } ],
              "summary": {
                "migrations": 3,
                "statements": 10,
                "green": 7,
                "yellow": 2,
                "red": 1,
                "verdict": "NEEDS CHANGES"
              }
            }
            """;

    @TempDir
    private Path folder;

    private Path workspace;
    private Path temporary;
    private Path actionPath;

    @BeforeEach
    void makeFolders() throws IOException {
        workspace = Files.createDirectory(folder.resolve("work space"));
        temporary = Files.createDirectory(folder.resolve("runner temp"));
        actionPath = Files.createDirectory(folder.resolve("action path"));
    }

    @Test
    void passesOnePathPerLineAndAsksForAllReports() throws IOException {
        greenlight("printf '[%s]\\n' \"$@\"");

        Result result =
                run(Map.of("paths", "db/migrations\n\n  a folder/with spaces \r\n-dash\n", "fail-on", "yellow"));

        assertThat(result.log().lines())
                .containsExactly(
                        "[lint]",
                        "[--format]",
                        "[text]",
                        "[--fail-on]",
                        "[yellow]",
                        "[--output]",
                        "[markdown=" + temporary.resolve("greenlight.md") + "]",
                        "[--output]",
                        "[sarif=" + temporary.resolve("greenlight.sarif") + "]",
                        "[--output]",
                        "[json=" + temporary.resolve("greenlight.json") + "]",
                        "[--]",
                        "[db/migrations]",
                        "[a folder/with spaces]",
                        "[-dash]");
    }

    @Test
    void lintsTheWholeWorkspaceAndFailsOnRedByDefault() throws IOException {
        greenlight("printf '[%s]\\n' \"$@\"");

        assertThat(run(Map.of()).log().lines()).endsWith("[--]", "[.]").containsSequence("[--fail-on]", "[red]");
    }

    @Test
    void runsNothingThatAnInputSays() throws IOException {
        greenlight("printf '[%s]\\n' \"$@\"");
        String attack = "$(touch pwned)`touch pwned`\"; touch pwned; '";

        Result result = run(Map.of("paths", attack, "fail-on", attack, "sarif-file", attack));

        assertThat(result.log()).contains("[" + attack + "]", "[sarif=" + attack + "]");
        assertThat(workspace).isEmptyDirectory();
        assertThat(new CompositeAction(Path.of("action.yml"), actionPath).scripts())
                .allSatisfy(script -> assertThat(script).doesNotContain("${{"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesVerdictAndCountsHoweverTheJsonIsLaidOut(boolean compact) throws IOException {
        String json = compact ? SUMMARY.replaceAll("\\n *", "").replaceAll("(\"\\w+\"): ", "$1:") : SUMMARY;
        greenlight("cat >\"${json}\" <<'EOF'\n" + json + "\nEOF");

        assertThat(run(Map.of()).outputs())
                .containsEntry("verdict", "NEEDS CHANGES")
                .containsEntry("red", "1")
                .containsEntry("yellow", "2")
                .containsEntry("green", "7")
                .containsEntry("exit-code", "0");
    }

    @Test
    void failsAfterItsOutputsAndItsSummaryAreWritten() throws IOException {
        greenlight("echo '# BLOCKED' >\"$markdown\"; echo '" + SUMMARY + "' >\"$json\"; exit 1");

        Result result = run(Map.of("sarif-file", "reports/greenlight.sarif"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.summary()).isEqualTo("# BLOCKED\n");
        assertThat(result.outputs())
                .containsEntry("exit-code", "1")
                .containsEntry("red", "1")
                .containsEntry("sarif", "reports/greenlight.sarif");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void failsWhenGreenlightCouldNotLint(int exitCode) throws IOException {
        greenlight("echo 'greenlight: no such folder' >&2; exit " + exitCode);

        Result result = run(Map.of());

        assertThat(result.exitCode()).isEqualTo(exitCode);
        assertThat(result.log()).contains("greenlight: no such folder");
        assertThat(result.outputs()).containsEntry("exit-code", "" + exitCode).containsEntry("verdict", "");
    }

    @Test
    void keepsTheSummaryBelowWhatGitHubAccepts() throws IOException {
        greenlight("head -c 2000000 /dev/zero | tr '\\0' x >\"$markdown\"");

        assertThat(run(Map.of()).summary()).hasSize(1_000_000);
    }

    private Result run(Map<String, String> inputs) throws IOException {
        return new CompositeAction(Path.of("action.yml"), actionPath).run(workspace, temporary, inputs);
    }

    private void greenlight(String script) throws IOException {
        Path launcher = actionPath.resolve("greenlight");
        Files.writeString(launcher, """
                #!/bin/sh
                for word; do
                    case $word in
                        json=*) json=${word#*=} ;;
                        markdown=*) markdown=${word#*=} ;;
                    esac
                done
                %s
                """.formatted(script));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
