package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.migration.Section;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.replay.ReplayedPrefixes;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Makes mistakes in real projects, one at a time: the first statement that fails on a server is the one that is
 * predicted to fail, with the same SQLSTATE. {@code -Dmutations=2000} makes more of them, {@code -Dmutations.seed=5}
 * others.
 */
@Tag("corpus")
final class MutationTest {
    private static final int MUTATIONS = Integer.getInteger("mutations", 100);
    private static final long SEED = Long.getLong("mutations.seed", 1);
    private static final double LEAST_AGREEMENT = 0.97;

    /** The one on which the corpus was replayed when it was put together. */
    private static final int VERSION = 15;

    /** Each of another tool; a server replays them all. */
    private static final List<String> PROJECTS = List.of(System.getProperty(
                    "mutations.projects",
                    "cas-cif,crates.io,dokploy,kratos,langfuse,measure,nomulus,openmeter,pay-ledger,supabase-storage")
            .split(","));

    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final MutationTally tally = new MutationTally();

    @Test
    void what_fails_first_on_a_server_is_predicted() throws IOException {
        IntStream.range(0, PROJECTS.size()).parallel().forEach(this::mutate);
        String table = tally.table();
        OUT.println(table);
        Files.writeString(Path.of("target", "mutations.txt"), table);
        assertThat(tally.share()).isGreaterThan(LEAST_AGREEMENT);
    }

    private static CorpusProject project(String name) throws IOException {
        return CorpusProject.all(CORPUS).stream()
                .filter(project -> project.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void mutate(int number) {
        try {
            CorpusProject project = project(PROJECTS.get(number));
            int mutations = MUTATIONS * (number + 1) / PROJECTS.size() - MUTATIONS * number / PROJECTS.size();
            String prelude = OrderOnServerTest.prelude(project);
            Oracle oracle = Oracle.postgres(VERSION);
            try (ServerPrefixes server = ServerPrefixes.of(scripts(project), prelude, oracle)) {
                mutate(project, server, prelude, mutations, number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param offset with which kind of mistake to begin */
    private void mutate(CorpusProject project, ServerPrefixes server, String prelude, int mutations, int offset)
            throws SQLException {
        ReplayedPrefixes here = ReplayedPrefixes.of(server.scripts(), CorpusProject.options(prelude));
        assertThat(here.steps())
                .as(project.name())
                .filteredOn(ReplayedPrefixes::isFailure)
                .isEmpty();
        Random random = new Random(SEED * 31 + project.name().hashCode());
        MutantMaker maker = new MutantMaker(server.scripts(), here.steps(), keywords(), random);
        for (int i = 0; i < mutations; i++) {
            Mutant mutant = maker.make(MutationKind.values()[(i + offset) % MutationKind.values().length]);
            List<Script> scripts = mutant.scripts();
            tally.add(
                    mutant,
                    server.run(scripts, mutant.first()).map(failure -> Verdict.of(scripts, failure)),
                    here.failure(scripts, mutant.first()).map(step -> Verdict.of(scripts, step)));
        }
    }

    private static List<Script> scripts(CorpusProject project) {
        return ScriptReader.read(OrderOnServerTest.history(project).migrations().stream()
                .filter(migration -> migration.direction() != Direction.DOWN)
                .map(MutationTest::byItself)
                .toList());
    }

    /** As on an installation that follows release by release: a run that never ends could not be kept half-way. */
    private static Migration byItself(Migration migration) {
        List<Section> sections = migration.sections().stream()
                .map(section -> new Section(section.id(), section.span(), byItself(section.transaction())))
                .toList();
        return new Migration(
                migration.file(),
                migration.folder(),
                migration.version(),
                migration.description(),
                migration.direction(),
                byItself(migration.transaction()),
                sections);
    }

    private static TransactionMode byItself(TransactionMode mode) {
        return mode == TransactionMode.RUN ? TransactionMode.MIGRATION : mode;
    }

    private static Set<String> keywords() throws SQLException {
        Set<String> words = new HashSet<>();
        try (Connection connection = Oracle.postgres(VERSION).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT word FROM pg_get_keywords()")) {
            while (rows.next()) {
                words.add(rows.getString(1));
            }
        }
        return words;
    }
}
