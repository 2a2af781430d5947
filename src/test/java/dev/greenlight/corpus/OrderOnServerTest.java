package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Histories;
import dev.greenlight.migration.HistoryOptions;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server takes each project's migrations in the order and the transactions in which Greenlight reads them. */
@Tag("corpus")
final class OrderOnServerTest {
    /** The one on which the corpus was replayed when it was put together. */
    private static final int VERSION = 15;

    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));

    static List<CorpusProject> projects() throws IOException {
        return CorpusProject.all(CORPUS);
    }

    @ParameterizedTest
    @MethodSource("projects")
    void theServerTakesTheOrder(CorpusProject project) throws IOException, SQLException {
        MigrationHistory history = Histories.find(
                        DiskTree.below(CORPUS),
                        List.of(project.name() + "/" + project.path()),
                        HistoryOptions.RECOGNISED)
                .histories()
                .getFirst();
        Path prelude = CORPUS.resolve(project.name()).resolve("PRELUDE.sql");
        try (Connection connection = Oracle.postgres(VERSION).connect()) {
            ServerRun.Outcome outcome =
                    ServerRun.of(history, Files.exists(prelude) ? Files.readString(prelude) : "", connection);
            System.out.println(project.name() + " " + outcome + " " + project.replay());
            assertThat(outcome.failure()).isEmpty();
        }
    }
}
