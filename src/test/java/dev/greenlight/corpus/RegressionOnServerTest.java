package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL's own regression tests, statement by statement on a server and on the model: each is accepted by both or
 * fails in both with the same SQLSTATE. What they differ in is in {@code target/regression.txt}. Files run two at a
 * time, as the tests are made for: their roles have names of their own.
 */
@Tag("corpus")
@Tag("regression")
@Tag("postgres")
final class RegressionOnServerTest {
    private static final double LEAST_AGREEMENT = 0.958;
    private static final int AT_A_TIME = 2;

    private static final Path FOLDER = Path.of(System.getProperty("corpus.dir", "."), "_pg_regress");

    /** A regular expression for the names of files, to look at some. */
    private static final String FILES = System.getProperty("corpus.project", ".*");

    /** What sets the others up, and what the tests themselves run only where the operating system has its locales. */
    private static final Set<String> NOT_TESTS =
            Set.of("test_setup.sql", "collate.windows.win1252.sql", "collate.linux.utf8.sql", "collate.icu.utf8.sql");

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Test
    void definitionsAreTakenAsOnAServer() throws IOException, InterruptedException, ExecutionException {
        RegressionTally all = new RegressionTally();
        OUT.println(RegressionTally.HEAD);
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Path> files = files();
            List<Future<RegressionTally>> tallies = new ArrayList<>();
            files.forEach(file -> tallies.add(executor.submit(() -> RegressionRun.of(FOLDER, file))));
            for (int i = 0; i < files.size(); i++) {
                RegressionTally tally = tallies.get(i).get();
                OUT.println(tally.row(files.get(i).getFileName().toString()));
                all.add(tally);
            }
        }
        OUT.println(all.row("all"));
        OUT.println(all.reasons());
        Files.write(Path.of("target", "regression.txt"), all.differences());
        assertThat(all.definitions().agreement()).isGreaterThanOrEqualTo(LEAST_AGREEMENT);
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
