package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Histories;
import dev.greenlight.migration.HistoryOptions;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server takes each project's migrations in the order and the transactions in which Greenlight reads them, as far as
 * the manifest says that they go. Where an extension is missing that the server does not have, what comes after says
 * nothing.
 */
@Tag("corpus")
final class OrderOnServerTest {
    /** The one on which the corpus was replayed when it was put together. */
    private static final int VERSION = 15;

    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));

    /** What a project's own code gives its tool. */
    private static final Map<String, Map<String, String>> PLACEHOLDERS = Map.of("bfd", Map.of("logic.psql-only", ""));

    /** What one has to be called in the database server. */
    private static final Map<String, String> BEFORE =
            Map.of("bfd", "DROP DATABASE IF EXISTS fhirdb; CREATE DATABASE fhirdb;");

    static List<CorpusProject> projects() throws IOException {
        return CorpusProject.all(CORPUS);
    }

    @ParameterizedTest
    @MethodSource("projects")
    void theServerTakesTheOrder(CorpusProject project) throws IOException, SQLException {
        try (ServerSession session = new ServerSession(Oracle.postgres(VERSION).connect())) {
            ServerRun server = new ServerRun(session);
            server.prepare(onServer(project) + prelude(project));
            ServerRun.Outcome outcome = server.run(ServerRun.ups(history(project)));
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .printf("%-18s %3d run on a server%s%n", project.name(), outcome.done(), rest(outcome));
            if (outcome.unavailable().isEmpty()) {
                assertThat(outcome.failure().isEmpty())
                        .as("%s: %s", project.replay(), outcome.failure())
                        .isEqualTo(project.replaysFully());
                outcome.failure()
                        .ifPresent(failure -> assertThat(project.replay()).contains(file(failure.toString())));
            }
        }
    }

    /** What the server needs before all else. */
    static String onServer(CorpusProject project) {
        return BEFORE.getOrDefault(project.name(), "");
    }

    /** What the project takes for granted. */
    static String prelude(CorpusProject project) throws IOException {
        Path prelude = CORPUS.resolve(project.name()).resolve("PRELUDE.sql");
        return Files.exists(prelude) ? Files.readString(prelude) : "";
    }

    static MigrationHistory history(CorpusProject project) {
        Map<String, String> values = PLACEHOLDERS.getOrDefault(project.name(), Map.of());
        HistoryOptions options = new HistoryOptions(Optional.empty(), Optional.empty(), values);
        List<MigrationHistory> histories = Histories.find(
                        DiskTree.below(CORPUS), List.of(project.name() + "/" + project.path()), options)
                .histories();
        assertThat(histories).hasSize(1);
        return histories.getFirst();
    }

    private static String rest(ServerRun.Outcome outcome) {
        String leftOut = outcome.leftOut().isEmpty() ? "" : ", without " + outcome.leftOut();
        return leftOut + outcome.failure().map(failure -> ", then " + failure).orElse("");
    }

    private static String file(String failure) {
        String path = failure.substring(0, failure.indexOf(": "));
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
