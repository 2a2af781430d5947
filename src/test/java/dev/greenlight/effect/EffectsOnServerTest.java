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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs statements on a server, each in a transaction that is rolled back, and compares what they lock, whether they
 * read or write rows and whom they keep waiting with what is predicted. A block of a fixture makes a database, below {@code -- each} stand the
 * statements that are tried on it. What is known to differ stands above a statement, with the reason.
 */
@Tag("postgres")
class EffectsOnServerTest {
    private static final List<String> FIXTURES =
            List.of("columns", "types", "constraints", "tables", "indexes", "objects", "rows");
    private static final String EACH = "-- each\n";
    private static final Pattern EXCEPTION = Pattern.compile("(?m)^-- (server|prediction) only: (.+?) \\((.+)\\)$");
    private static final Pattern TIMEZONE = Pattern.compile("(?i)set timezone = '(.*)'");

    @TestFactory
    Stream<DynamicTest> effects() {
        return FIXTURES.stream().flatMap(EffectsOnServerTest::blocks);
    }

    private static Stream<DynamicTest> blocks(String fixture) {
        return Arrays.stream(read(fixture + ".sql").split("(?m)^-- block: "))
                .skip(1)
                .map(text -> DynamicTest.dynamicTest(
                        text.lines().findFirst().orElseThrow(), () -> compare(text.substring(text.indexOf('\n')))));
    }

    private static String read(String resource) {
        try (InputStream input = EffectsOnServerTest.class.getResourceAsStream(resource)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(String block) throws SQLException {
        int each = block.indexOf(EACH);
        String setup = block.substring(0, each);
        List<Tried> statements = statements(block.substring(each + EACH.length()));
        List<Step> steps = replay(setup, statements);
        Effects effects = new Effects(server(setup));
        List<String> differences = new ArrayList<>();
        try (Connection connection = Oracle.postgres().connect();
                Bystander bystander = new Bystander(Oracle.postgres().beside(connection))) {
            prepare(connection, setup);
            for (int i = 0; i < statements.size(); i++) {
                differences.addAll(compare(connection, bystander, statements.get(i), predicted(effects, steps.get(i))));
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    /**
     * A statement of a fixture.
     *
     * @param above what stands between it and the one before
     */
    private record Tried(String sql, String above) {}

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

    private static Server server(String setup) {
        Matcher timezone = TIMEZONE.matcher(setup);
        ZoneId zone = ZoneId.of(timezone.find() ? timezone.group(1) : "UTC");
        return new Server(PostgresVersion.NEWEST, Optional.of(zone));
    }

    /** Each statement is a migration that goes down, because those leave what comes after them alone. */
    private static List<Step> replay(String setup, List<Tried> statements) {
        Replaying replaying =
                Replaying.plain().openness(ReplayOptions.Openness.CLOSED).mode(TransactionMode.MIGRATION);
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

    private static List<String> compare(
            Connection connection, Bystander bystander, Tried statement, SortedSet<String> predicted) {
        List<String> lines = new ArrayList<>();
        try {
            SortedSet<String> observed = ServerEffects.of(connection, bystander, statement.sql());
            lines.addAll(differences(observed, predicted, statement.above()));
        } catch (SQLException e) {
            lines.add("    fails on the server: " + e.getMessage());
        }
        if (!lines.isEmpty()) {
            lines.addFirst(statement.sql());
        }
        return lines;
    }

    private static List<String> differences(SortedSet<String> observed, SortedSet<String> predicted, String above) {
        SortedSet<String> differences = new TreeSet<>();
        observed.stream()
                .filter(line -> !predicted.contains(line))
                .forEach(line -> differences.add("server only: " + line));
        predicted.stream()
                .filter(line -> !observed.contains(line))
                .forEach(line -> differences.add("prediction only: " + line));
        for (MatchResult exception : EXCEPTION.matcher(above).results().toList()) {
            String line = exception.group(1) + " only: " + exception.group(2);
            if (!differences.remove(line)) {
                differences.add("no longer " + line);
            }
        }
        return differences.stream().map(line -> "    " + line).toList();
    }

    private static SortedSet<String> predicted(Effects effects, Step step) {
        Effect effect = effects.of(step);
        SortedSet<String> lines = new TreeSet<>();
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
