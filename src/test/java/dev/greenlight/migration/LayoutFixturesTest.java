package dev.greenlight.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.migration.Histories.Inputs;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code test-fixtures/layouts} is a project; its {@code expected.txt} says which histories are found in
 * it, of each the migrations in their order, and what is found in them. {@code -Dgolden=write} writes it anew.
 */
class LayoutFixturesTest {
    private static final Path LAYOUTS = Path.of("test-fixtures/layouts");
    private static final boolean WRITE = "write".equals(System.getProperty("golden"));

    static List<Path> projects() throws IOException {
        try (Stream<Path> folders = Files.list(LAYOUTS)) {
            return folders.map(Path::getFileName).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void a_project_s_migrations_are_found_in_their_order(Path project) throws IOException {
        DiskTree tree = DiskTree.below(LAYOUTS.resolve(project));
        Inputs inputs = Histories.find(tree, List.of("."), HistoryOptions.RECOGNISED);
        Path expected = LAYOUTS.resolve(project).resolve("expected.txt");
        String told = told(inputs) + findings(tree);
        if (WRITE) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected));
    }

    private static String findings(DiskTree tree) {
        return Linter.lint(LintRequest.of(tree, List.of("."))).findings().stream()
                .map(finding -> "%s[%s] %s:%d: %s\n"
                        .formatted(
                                finding.level().id(),
                                finding.rule(),
                                finding.file().path(),
                                finding.file().position(finding.span().start()).line(),
                                finding.message()))
                .collect(Collectors.joining());
    }

    private static String told(Inputs inputs) {
        StringBuilder told = new StringBuilder();
        inputs.notes().forEach(note -> told.append("note: ").append(note).append('\n'));
        for (MigrationHistory history : inputs.histories()) {
            told.append(history.layout())
                    .append(" in ")
                    .append(history.folder())
                    .append('\n');
            history.notes().forEach(note -> told.append("  note: ").append(note).append('\n'));
            history.migrations().forEach(migration -> told.append("  ").append(told(migration)));
        }
        return told.toString();
    }

    private static String told(Migration migration) {
        return "%s | %s | %s | %s | %s\n"
                .formatted(
                        migration.path(),
                        words(migration.direction()),
                        migration.version(),
                        migration.description(),
                        words(migration.transaction()));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
