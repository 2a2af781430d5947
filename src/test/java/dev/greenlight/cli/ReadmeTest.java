package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.config.ConfigurationReader;
import dev.greenlight.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the README true: what it shows is what comes out, and what it names is there. */
final class ReadmeTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Pattern RUN = Pattern.compile("\\$ ./greenlight ([^\\n]*)\\n(.+?)```", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("^\\| `(--[a-z0-9-]+)", Pattern.MULTILINE);

    private final String readme = read("README.md");

    @Test
    void itsFirstScreenIsATrueRun() throws IOException {
        Matcher run = RUN.matcher(readme);
        assertThat(run.find()).isTrue();

        assertThat(new Workspace(ROOT).run(run.group(1).split(" ")).out()).isEqualTo(run.group(2));
    }

    @Test
    void itsMigrationIsTheOneThatIsRun() {
        String sql =
                readme.substring(readme.indexOf("```sql") + 7, readme.indexOf("```", readme.indexOf("```sql") + 7));

        for (String statement : sql.replaceAll("(?m)^-- .*\\n", "").strip().split("\\n\\n")) {
            assertThat(read("test-fixtures/shop/0000_content.sql") + read("test-fixtures/shop/0001_core_tables.sql"))
                    .contains(statement.strip());
        }
    }

    @Test
    void itNamesEveryOptionOfLint() throws IOException {
        String help = new Workspace(ROOT).run("lint", "--help").out();
        List<String> inReadme = options(OPTION, readme).toList();
        List<String> inHelp = options(Pattern.compile("^ +(?:-., )?(--[a-z0-9-]+)", Pattern.MULTILINE), help)
                .filter(option -> !option.equals("--help") && !option.equals("--stdin-filename"))
                .toList();

        assertThat(inReadme).containsExactlyInAnyOrderElementsOf(inHelp);
    }

    @Test
    void itsConfigurationIsRight() {
        int start = readme.indexOf("```yaml\npostgres-version:") + 8;
        String yaml = readme.substring(start, readme.indexOf("```", start));

        assertThat(ConfigurationReader.read(SourceFile.of("greenlight.yml", yaml))
                        .problems())
                .isEmpty();
    }

    private static Stream<String> options(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
