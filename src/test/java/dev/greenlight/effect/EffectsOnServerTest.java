package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.TransactionMode;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.Replaying;
import dev.greenlight.replay.Step;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs statements on servers, each in a transaction that is rolled back, and compares what they lock, whether they
 * read or write rows and whom they keep waiting with what is predicted. A block of a fixture makes a database, below
 * {@code -- each} stand the statements that are tried on it. What ends in {@code -- since} and a version is left out
 * before that. What is known to differ stands above a statement, as a {@link KnownDifference}.
 */
@Tag("postgres")
class EffectsOnServerTest {
    private static final List<String> FIXTURES =
            List.of("columns", "types", "constraints", "tables", "indexes", "objects", "rows");
    private static final String EACH = "-- each\n";
    private static final Pattern SINCE = Pattern.compile("(?m)^.* -- since (\\d+)\\n");
    private static final Pattern TIMEZONE = Pattern.compile("(?i)set timezone = '(.*)'");

    @TestFactory
    Stream<DynamicTest> effects() {
        return Oracle.each().flatMap(oracle -> FIXTURES.stream().flatMap(fixture -> blocks(fixture, oracle)));
    }

    private static Stream<DynamicTest> blocks(String fixture, Oracle oracle) {
        return Arrays.stream(read(fixture + ".sql").split("(?m)^-- block: "))
                .skip(1)
                .map(text -> DynamicTest.dynamicTest(
                        oracle + ": " + text.lines().findFirst().orElseThrow(),
                        () -> compare(text.substring(text.indexOf('\n') + 1), oracle)));
    }

    private static String read(String resource) {
        try (InputStream input = EffectsOnServerTest.class.getResourceAsStream(resource)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(String block, Oracle oracle) throws SQLException {
        int each = block.indexOf(EACH);
        PostgresVersion version = oracle.version();
        String setup = since(version, block.substring(0, each));
        List<Tried> statements = statements(since(version, block.substring(each + EACH.length())));
        List<Step> steps = replay(setup, statements, version);
        Effects effects = new Effects(server(setup, version));
        List<String> differences = new ArrayList<>();
        try (Connection connection = oracle.connect();
                Bystander bystander = new Bystander(oracle.beside(connection))) {
            prepare(connection, setup);
            connection.setAutoCommit(false);
            for (int i = 0; i < statements.size(); i++) {
                Tried tried = statements.get(i);
                SortedSet<String> lines =
                        differences(observed(connection, bystander, tried.sql()), predicted(effects, steps.get(i)));
                KnownDifference.excuse(tried.known(version), lines);
                if (!lines.isEmpty()) {
                    differences.add(tried.sql());
                    lines.forEach(line -> differences.add("    " + line));
                }
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    private static String since(PostgresVersion version, String text) {
        return SINCE.matcher(text)
                .replaceAll(line -> version.isAtLeast(Integer.parseInt(line.group(1)))
                        ? Matcher.quoteReplacement(line.group())
                        : "");
    }

    /**
     * A statement of a fixture.
     *
     * @param above what stands between it and the one before
     */
    private record Tried(String sql, String above) {
        List<String> known(PostgresVersion version) {
            return above.lines()
                    .filter(line -> line.contains("only: "))
                    .map(line -> KnownDifference.read(line.substring("-- ".length())))
                    .filter(known -> known.concerns(version))
                    .map(KnownDifference::line)
                    .toList();
        }
    }

    private static List<Tried> statements(String text) {
        List<Tried> statements = new ArrayList<>();
        int end = 0;
        for (StatementText statement : Splitter.split(text, new Span(0, text.length()))) {
            Span span = statement.span();
            statements.add(new Tried(text.substring(span.start(), span.end()), text.substring(end, span.start())));
            end = span.end();
        }
        return statements;
    }

    private static Server server(String setup, PostgresVersion version) {
        Matcher timezone = TIMEZONE.matcher(setup);
        ZoneId zone = ZoneId.of(timezone.find() ? timezone.group(1) : "UTC");
        return new Server(version, Optional.of(zone));
    }

    /** Each statement is a migration that goes down, because those leave what comes after them alone. */
    private static List<Step> replay(String setup, List<Tried> statements, PostgresVersion version) {
        Replaying replaying = Replaying.plain()
                .version(version.major())
                .openness(ReplayOptions.Openness.CLOSED)
                .mode(TransactionMode.MIGRATION);
        List<Script> scripts = new ArrayList<>();
        scripts.add(replaying.script("setup.sql", setup, Direction.UP));
        for (Tried statement : statements) {
            scripts.add(replaying.script(scripts.size() + ".sql", statement.sql(), Direction.DOWN));
        }
        return replaying.runScripts(scripts).runs().stream()
                .skip(1)
                .map(run -> run.steps().getFirst())
                .toList();
    }

    private static void prepare(Connection connection, String setup) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(setup);
            statement.execute("ANALYZE");
        }
    }

    private static SortedSet<String> observed(Connection connection, Bystander bystander, String sql)
            throws SQLException {
        try {
            ServerEffects effects = new ServerEffects(connection);
            SortedSet<String> lines = effects.observe(sql);
            lines.add(ServerEffects.blocks(effects.blocked(bystander)));
            return lines;
        } catch (SQLException e) {
            return new TreeSet<>(List.of("fails with " + e.getSQLState()));
        } finally {
            connection.rollback();
        }
    }

    private static SortedSet<String> differences(SortedSet<String> observed, SortedSet<String> predicted) {
        SortedSet<String> differences = new TreeSet<>();
        observed.stream()
                .filter(line -> !predicted.contains(line))
                .forEach(line -> differences.add("server only: " + line));
        predicted.stream()
                .filter(line -> !observed.contains(line))
                .forEach(line -> differences.add("prediction only: " + line));
        return differences;
    }

    private static SortedSet<String> predicted(Effects effects, Step step) {
        SortedSet<String> lines = new TreeSet<>();
        if (step.error().isPresent()) {
            lines.add("fails with " + step.error().get().state().code());
            return lines;
        }
        Effect effect = effects.of(step);
        effect.locks()
                .forEach(lock -> lines.add(
                        ServerEffects.lock(lock.mode(), lock.relation().name().display())));
        effect.works()
                .forEach(work -> lines.add(
                        ServerEffects.work(work.work(), work.relation().name().display())));
        lines.add(ServerEffects.blocks(effect.blocks()));
        if (!(step.outcome() instanceof Outcome.Applied) && !(step.outcome() instanceof Outcome.Skipped)) {
            lines.add(step.outcome().toString());
        }
        return lines;
    }
}
