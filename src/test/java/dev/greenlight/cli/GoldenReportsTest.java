package dev.greenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a small project's reports look like, letter by letter. When they are to look otherwise, write them anew and read
 * the difference: {@code mvn test -Dtest=GoldenReportsTest -Dgolden=write}.
 */
class GoldenReportsTest {
    private static final Path REPORTS = Path.of("src/test/resources/reports").toAbsolutePath();
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    @ParameterizedTest
    @CsvSource({
        "lint db --format text, report.txt",
        "lint db --format markdown, report.md",
        "lint db --format json, report.json",
        "schema db --format json, schema.json",
        "schema db --format sql, schema.sql",
        "schema db --baseline-migration, baseline-migration.sql"
    })
    void a_report_looks_as_before(String arguments, String name) throws IOException {
        Path golden = REPORTS.resolve(name);

        String report = new Workspace(REPORTS.resolve("project"))
                .run(arguments.split(" "))
                .out();

        if (WRITE) {
            Files.writeString(golden, report);
        }
        assertThat(report).isEqualTo(Files.readString(golden));
    }
}
