package dev.greenlight.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.Predictions;
import dev.greenlight.lint.States;
import dev.greenlight.lint.difference.CatalogDifference;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.PgDump;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.source.MemoryTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code pg_dump --schema-only} writes of a server on which a project's migrations have been run does not differ
 * from what they leave as predicted.
 */
@Tag("corpus")
@Tag("pg_dump")
@Tag("postgres")
final class DumpOnServerTest {
    /** What is said to differ and does not, by the beginnings of the objects' names. */
    private static final Map<String, String> KNOWN = Map.of(
            // Code makes policies where the server has certain roles.
            "bfd", "",
            // The server keeps the moment that a word stands for.
            "crates.io", "column public.oauth_github.last_sync",
            // The server prints a body that is not a string anew.
            "kestra", "function public.fulltext_replace",
            // The server leaves out a collation that the column has.
            "supabase-storage", "index idx_multipart_uploads_list");

    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));
    private static final int FIRST_FEW = Integer.getInteger("corpus.differences", 5);

    static Stream<CorpusProject> projects() throws IOException {
        return ScriptOnServerTest.projects();
    }

    @ParameterizedTest
    @MethodSource("projects")
    void a_dump_does_not_differ(CorpusProject project) throws IOException, SQLException, InterruptedException {
        try (ServerSession session =
                new ServerSession(Oracle.postgres(PgDump.VERSION).connect())) {
            ServerRun server = new ServerRun(session);
            server.prepare(OrderOnServerTest.onServer(project) + OrderOnServerTest.prelude(project));
            ServerRun.Outcome outcome = server.run(ServerRun.ups(OrderOnServerTest.history(project)));
            assertThat(outcome.unavailable()).isEmpty();
            assertThat(outcome.failure()).isEmpty();
            PredictedCatalog predicted =
                    Predictions.of(project.request(CORPUS)).catalogs().getFirst();
            CatalogDifference difference = CatalogDifference.of(
                    predicted, dumped(PgDump.of(session, "--schema-only").text()));
            print(project, difference);
            assertThat(difference.differences().stream().filter(one -> !isKnown(project, one)))
                    .isEmpty();
        }
    }

    private static boolean isKnown(CorpusProject project, CatalogDifference.Difference difference) {
        String known = KNOWN.get(project.name());
        return known != null && difference.object().startsWith(known);
    }

    private static PredictedCatalog dumped(String dump) {
        LintRequest request = LintRequest.of(MemoryTree.of(Map.of("dump.sql", dump)), List.of());
        return States.of(request).ofDump("dump.sql");
    }

    private static void print(CorpusProject project, CatalogDifference difference) {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        out.printf("%-18s %d differ%n", project.name(), difference.differences().size());
        difference.differences().stream()
                .limit(FIRST_FEW)
                .forEach(
                        one -> out.println("  " + one.object() + "\n    - " + one.first() + "\n    + " + one.second()));
    }
}
