package dev.greenlight.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.rule.Finding;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code test-fixtures/dependencies} is a history whose migrations need each other, or say that they do;
 * its {@code expected.txt} says what is found in it. {@code -Dgolden=write} writes it anew.
 */
class DependencyFixturesTest {
    private static final Path FOLDER = Path.of("test-fixtures/dependencies");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    static List<Path> histories() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(Path::getFileName).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void what_is_found_is_what_is_written_down(Path history) throws IOException {
        Path expected = FOLDER.resolve(history).resolve("expected.txt");
        String told = findings(DiskTree.below(FOLDER.resolve(history)));
        if (WRITE) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected));
    }

    private static String findings(DiskTree tree) {
        return Linter.lint(LintRequest.of(tree, List.of("."))).findings().stream()
                .map(DependencyFixturesTest::line)
                .collect(Collectors.joining());
    }

    private static String line(Finding finding) {
        return "%s[%s] %s:%d: %s\n"
                .formatted(
                        finding.level().id(),
                        finding.rule(),
                        finding.file().path(),
                        finding.file().position(finding.span().start()).line(),
                        finding.message());
    }
}
