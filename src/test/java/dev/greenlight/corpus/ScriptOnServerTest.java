package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.PredictedCatalog;
import dev.greenlight.lint.Predictions;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerDetails;
import dev.greenlight.oracle.ServerScript;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.report.CatalogFormat;
import dev.greenlight.report.CatalogFormats;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each project's migrations are run on a server: their script makes there what they have made, in all that the server's
 * catalog says, and their baseline changes nothing of it. Projects that need an extension which the server does not have
 * are left out.
 */
@Tag("corpus")
@Tag("postgres")
final class ScriptOnServerTest {
    /** What is otherwise for a reason that is not in the script: the beginnings of such lines. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            // A policy lists the columns that a function's type had when it was made.
            "cas-cif", List.of("policy cif.cif_user "),
            // Code makes policies where the server has certain roles.
            "bfd", List.of("policy ccw.", "relation ccw."));

    /** They make objects of types that come with extensions which the embedded server does not have. */
    static final Set<String> LACKING_EXTENSIONS = Set.of("chatbot-ui", "planx");

    private static final int VERSION = 15;
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));
    private static final String ONLY = System.getProperty("corpus.project", "");

    static Stream<CorpusProject> projects() throws IOException {
        return CorpusProject.all(CORPUS).stream()
                .filter(CorpusProject::replaysFully)
                .filter(project -> !LACKING_EXTENSIONS.contains(project.name()))
                .filter(project -> ONLY.isEmpty() || ONLY.equals(project.name()));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void a_script_makes_what_migrations_make_and_a_baseline_leaves_it(CorpusProject project)
            throws IOException, SQLException {
        PredictedCatalog predicted =
                Predictions.of(project.request(CORPUS)).catalogs().getFirst();
        try (ServerSession session = new ServerSession(Oracle.postgres(VERSION).connect())) {
            ServerRun server = new ServerRun(session);
            server.prepare(OrderOnServerTest.onServer(project) + OrderOnServerTest.prelude(project));
            ServerRun.Outcome outcome = server.run(ServerRun.ups(OrderOnServerTest.history(project)));
            assertThat(outcome.unavailable()).isEmpty();
            assertThat(outcome.failure()).isEmpty();
            SortedSet<String> migrated = details(session);
            SortedSet<String> after = details(session, CatalogFormats.baselineMigration(), predicted);
            SortedSet<String> scripted = fresh(CatalogFormats.find("sql").orElseThrow(), predicted);
            SortedSet<String> baseline = fresh(CatalogFormats.baselineMigration(), predicted);
            List<String> differences = differences(migrated, scripted);
            print(project, migrated, differences);
            assertThat(differences(migrated, after).stream().filter(line -> !isKnown(project, line)))
                    .as("a baseline on what is there")
                    .isEmpty();
            assertThat(differences(scripted, baseline))
                    .as("a baseline beside a script")
                    .isEmpty();
            assertThat(differences.stream().filter(line -> !isKnown(project, line)))
                    .as("a script beside migrations")
                    .isEmpty();
        }
    }

    private static boolean isKnown(CorpusProject project, String line) {
        return KNOWN.getOrDefault(project.name(), List.of()).stream().anyMatch(line.substring(2)::startsWith);
    }

    private static void print(CorpusProject project, SortedSet<String> details, List<String> differences) {
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .printf("%-18s %5d details, %d differ%n", project.name(), details.size(), differences.size());
    }

    private static SortedSet<String> fresh(CatalogFormat format, PredictedCatalog predicted)
            throws IOException, SQLException {
        try (ServerSession session = new ServerSession(Oracle.postgres(VERSION).connect())) {
            return details(session, format, predicted);
        }
    }

    private static SortedSet<String> details(ServerSession session, CatalogFormat format, PredictedCatalog predicted)
            throws IOException, SQLException {
        StringBuilder text = new StringBuilder();
        format.write(predicted, text);
        ServerScript script = new ServerScript(session);
        script.run(text.toString());
        assertThat(script.refused()).isEmpty();
        return details(session);
    }

    private static SortedSet<String> details(ServerSession session) throws SQLException {
        try (Connection other = Oracle.postgres(VERSION).beside(session.connection())) {
            return ServerDetails.lines(other);
        }
    }

    private static List<String> differences(SortedSet<String> one, SortedSet<String> other) {
        SortedSet<String> missing = new TreeSet<>(one);
        missing.removeAll(other);
        SortedSet<String> more = new TreeSet<>(other);
        more.removeAll(one);
        return Stream.concat(missing.stream().map("- "::concat), more.stream().map("+ "::concat))
                .toList();
    }
}
