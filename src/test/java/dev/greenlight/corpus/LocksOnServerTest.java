package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.effect.Effects;
import dev.greenlight.effect.Server;
import dev.greenlight.migration.Script;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.replay.CodeOutcome;
import dev.greenlight.replay.HistoryRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Real histories run on a server: what their statements lock and write anew there is what is predicted. Those are left
 * out that need an extension which the server does not have.
 */
@Tag("corpus")
@Tag("postgres")
final class LocksOnServerTest {
    private static final double LEAST_SHARE = 0.995;
    private static final int OLDER = 15;

    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));

    /** A regular expression for the names of projects; those that take a minute together unless another is given. */
    private static final String PROJECTS = System.getProperty(
            "corpus.project",
            "minder|hasura-auth|openfga|stellar-horizon|measure|docs.rs|svix|crates.io|umami|kestra|pay-ledger|temporal");

    private static final String ON_OLDER = "docs.rs|svix|umami|kestra";

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Test
    void statements_lock_and_rewrite_as_predicted() throws IOException, SQLException {
        assertThat(share(PROJECTS, Oracle.postgres())).isGreaterThanOrEqualTo(LEAST_SHARE);
    }

    @Test
    void so_they_do_on_an_older_server() throws IOException, SQLException {
        assertThat(share(ON_OLDER, Oracle.postgres(OLDER))).isGreaterThanOrEqualTo(LEAST_SHARE);
    }

    /** Of the statements of these projects that fare as predicted. */
    private static double share(String names, Oracle oracle) throws IOException, SQLException {
        int compared = 0;
        int different = 0;
        List<CorpusProject> projects = CorpusProject.all(CORPUS).stream()
                .filter(CorpusProject::replaysFully)
                .filter(project -> !ScriptOnServerTest.LACKING_EXTENSIONS.contains(project.name()))
                .filter(project -> project.name().matches(names))
                .toList();
        for (CorpusProject project : projects) {
            LockComparison comparison = compare(project, oracle);
            compared += comparison.compared();
            different += comparison.different();
        }
        OUT.printf(
                "%s: %d statements of %d projects, %d not as predicted%n",
                oracle, compared, projects.size(), different);
        return (double) (compared - different) / compared;
    }

    private static LockComparison compare(CorpusProject project, Oracle oracle) throws IOException, SQLException {
        String prelude = OrderOnServerTest.prelude(project);
        List<Script> scripts = ServerRun.ups(OrderOnServerTest.history(project));
        HistoryRun run = new CodeOutcome.Replayed(scripts, CorpusProject.options(oracle.version(), prelude)).run();
        LockComparison comparison =
                new LockComparison(new Effects(new Server(oracle.version(), Optional.of(ZoneOffset.UTC))), run);
        try (ServerSession session = new ServerSession(oracle.connect())) {
            ServerRun server = new ServerRun(session);
            server.prepare(OrderOnServerTest.onServer(project) + prelude);
            ServerRun.Outcome outcome = server.run(scripts, comparison, script -> false);
            OUT.println(comparison.line(project.name()));
            assertThat(outcome.failure()).isEmpty();
        }
        comparison.differences().forEach(difference -> OUT.println("    " + difference));
        return comparison;
    }
}
