package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL's own regression tests, statement by statement on a server and on the model: each is accepted by both or
 * fails in both with the same SQLSTATE. What they differ in is in {@code target/regression.txt}.
 */
@Tag("corpus")
@Tag("postgres")
final class RegressionOnServerTest {
    private static final Path FOLDER = Path.of(System.getProperty("corpus.dir", "."), "_pg_regress");

    /** What sets the others up, and what the tests themselves run only where the operating system has its locales. */
    private static final Set<String> NOT_TESTS = Set.of(
            "test_setup.sql", "collate.windows.win1252.sql", "collate.linux.utf8.sql", "collate.icu.utf8.sql");

    private static final String FILES = System.getProperty("corpus.project", ".*");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Test
    void definitionsAreTakenAsOnAServer() throws IOException, SQLException {
        RegressionTally all = new RegressionTally();
        List<String> lines = new ArrayList<>();
        OUT.println(RegressionTally.HEAD);
        for (Path file : files()) {
            long t0=System.nanoTime();
            RegressionTally tally = RegressionRun.of(FOLDER, file);
            OUT.println(tally.row(file.getFileName().toString())+" ms "+(System.nanoTime()-t0)/1000000);
            lines.addAll(tally.differences());
            all.add(tally);
        }
        OUT.println(all.row("all"));
        OUT.println(all.reasons());
        Files.write(Path.of("target", "regression.txt"), lines);
        assertThat(all.definitions().agreement()).isGreaterThan(0.5);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> !NOT_TESTS.contains(file.getFileName().toString()))
                    .filter(file -> file.getFileName().toString().matches(FILES))
                    .sorted()
                    .toList();
        }
    }
}
