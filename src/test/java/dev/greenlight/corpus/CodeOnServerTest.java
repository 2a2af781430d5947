package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Script;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.oracle.ServerSession;
import dev.greenlight.oracle.Witness;
import dev.greenlight.replay.CodeOutcome;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.RoutineStatement;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statements of real projects that run code, and are followed, make of a server's catalog what they make of the one
 * here, as far as a server takes the project. Its tables are empty there, so that of two outcomes that depend on rows
 * the server has one.
 */
@Tag("corpus")
final class CodeOnServerTest {
    private static final int VERSION = 15;

    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));
    private static final int MOST_SHOWN = 3;

    /** Of each project so many statements are looked at, chosen at random but always the same. */
    private static final int MOST_COMPARED = Integer.getInteger("corpus.compared", 12);

    private static final long SEED = 7;

    private static final String ONE_WAY_FAILS =
            "3.8/0003 asks rows what it executes: tables and columns may be there since, and only one way fails";

    /** Why a statement may do something else on a server. */
    private static final Map<String, String> REASONS = Map.of(
            "bytebase/backend/migrator/migration/3.16/0000##split_principal_table.sql:31", ONE_WAY_FAILS,
            "bytebase/backend/migrator/migration/3.17/0002##add_project_to_issue_chain.sql:5", ONE_WAY_FAILS,
            "bytebase/backend/migrator/migration/3.17/0009##add_workspace_table.sql:44", ONE_WAY_FAILS,
            "bytebase/backend/migrator/migration/3.17/0013##workspace_payload.sql:5", ONE_WAY_FAILS);

    /** A regular expression for the names of projects, to look at some. */
    private static final String PROJECTS = System.getProperty("corpus.project", ".*");

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    static List<CorpusProject> projects() throws IOException {
        return CorpusProject.all(CORPUS).stream()
                .filter(project -> project.name().matches(PROJECTS))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("projects")
    void codeDoesWhatItDoesOnAServer(CorpusProject project) throws IOException, SQLException {
        List<Script> scripts = ServerRun.ups(OrderOnServerTest.history(project));
        String prelude = OrderOnServerTest.prelude(project);
        ReplayOptions options = CorpusProject.options(prelude);
        Comparison comparison = new Comparison(new CodeOutcome.Replayed(scripts, options));
        if (comparison.steps.isEmpty()) {
            OUT.println(comparison.line(project.name()));
            return;
        }
        try (ServerSession session = new ServerSession(Oracle.postgres(VERSION).connect())) {
            ServerRun server = new ServerRun(session);
            server.prepare(OrderOnServerTest.onServer(project) + prelude);
            ServerRun.Outcome outcome = server.run(scripts, comparison, comparison::goesOnWithout);
            outcome.leftOut().forEach(failure -> OUT.println("    without " + failure));
            outcome.failure().ifPresent(failure -> OUT.println("    up to " + failure));
        }
        OUT.println(comparison.line(project.name()));
        comparison.differences.forEach(difference -> OUT.println("    " + difference));
        assertThat(comparison.differences).isEmpty();
    }

    /** Compares while the server runs. */
    private static final class Comparison implements Witness {
        private CodeOutcome.Replayed replayed;
        private final Map<Script.Entry, Step> steps = new IdentityHashMap<>();
        private final List<String> differences = new ArrayList<>();
        private final Set<Script.Entry> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Script.Entry> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private SortedSet<String> before = new TreeSet<>();
        private int opaque;
        private int same;
        private int idle;
        private int kept;
        private int different;

        Comparison(CodeOutcome.Replayed replayed) {
            this.replayed = replayed;
            read();
            List<Script.Entry> all = new ArrayList<>(steps.keySet());
            all.sort(Comparator.comparing(entry -> place(steps.get(entry))));
            Collections.shuffle(all, new Random(SEED));
            chosen.addAll(all.subList(0, Math.min(MOST_COMPARED, all.size())));
            read();
        }

        private static String place(Step step) {
            return step.file().path() + step.statement().span().start();
        }

        private void read() {
            steps.clear();
            opaque = 0;
            replayed.run().runs().stream()
                    .flatMap(run -> run.steps().stream())
                    .filter(Comparison::runsCode)
                    .forEach(this::add);
        }

        boolean goesOnWithout(Script script) {
            replayed = replayed.without(script);
            read();
            return true;
        }

        private void add(Step step) {
            if (step.outcome() instanceof Outcome.Opaque) {
                opaque++;
            } else if (chosen.isEmpty() || chosen.contains(step.entry())) {
                steps.put(step.entry(), step);
            }
        }

        private static boolean runsCode(Step step) {
            return step.statement() instanceof RoutineStatement.Do
                    || step.statement() instanceof RoutineStatement.Call
                    || step.statement() instanceof DataStatement.Select && step.outcome() instanceof Outcome.Opaque
                    || !step.inner().isEmpty();
        }

        @Override
        public boolean wants(Script.Entry entry) {
            return steps.containsKey(entry);
        }

        @Override
        public void before(Script.Entry entry, ServerSession session) {
            before = session.catalog();
        }

        @Override
        public void after(Script.Entry entry, ServerSession session, Optional<ServerError> error) {
            error.ifPresentOrElse(failure -> seesFail(entry, failure), () -> sees(entry, session.catalog()));
        }

        private void sees(Script.Entry entry, SortedSet<String> after) {
            Step step = seen(entry);
            CodeOutcome outcome = CodeOutcome.of(step, replayed, before, after);
            step.error()
                    .ifPresent(error ->
                            differ(step, "fails only here: " + error.state().code() + " " + error.message()));
            outcome.kept().stream().limit(MOST_SHOWN).forEach(line -> OUT.println("    kept: " + line));
            outcome.differences().forEach(difference -> differ(step, difference));
            idle += before.equals(after) ? 1 : 0;
            if (!outcome.differences().isEmpty()) {
                different++;
            } else if (outcome.kept().isEmpty()) {
                same++;
            } else {
                kept++;
            }
        }

        private void seesFail(Script.Entry entry, ServerError error) {
            Step step = seen(entry);
            if (step.error().isEmpty()) {
                different++;
                differ(step, "fails only on the server: " + error);
            } else {
                same++;
            }
        }

        private Step seen(Script.Entry entry) {
            seen.add(entry);
            return steps.get(entry);
        }

        private void differ(Step step, String what) {
            int line = step.file().position(step.statement().span().start()).line();
            String place = step.file().path() + ":" + line;
            if (REASONS.containsKey(place)) {
                OUT.println("    listed: " + place + ": " + what + ": " + REASONS.get(place));
            } else {
                differences.add(place + ": " + what);
            }
        }

        private long notReached() {
            return steps.keySet().stream()
                    .filter(entry -> !seen.contains(entry))
                    .count();
        }

        String line(String project) {
            int compared = same + kept + different;
            return ("%-18s %3d compared: %3d the same, %3d kept both, %3d different; %3d of them change nothing;"
                            + " %d are not reached, %d not followed")
                    .formatted(project, compared, same, kept, different, idle, notReached(), opaque);
        }
    }
}
