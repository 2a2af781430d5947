package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.migration.TransactionMode;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.postgres.PostgresVersion;
import dev.greenlight.replay.HistoryRun;
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
 * Runs statements on a server, each in a transaction that is rolled back, and compares what they lock and whether they
 * read or write rows with what is predicted. A block of a fixture makes a database, below {@code -- each} stand the
 * statements that are tried on it. What is known to differ stands above a statement, with the reason.
 */
@Tag("postgres")
class EffectsOnServerTest {
    private static final List<String> FIXTURES =
            List.of("columns", "types", "constraints", "tables", "indexes", "objects", "rows");
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
        int each = block.indexOf("-- each\n");
        String setup = block.substring(0, each);
        String statements = block.substring(each);
        Matcher timezone = TIMEZONE.matcher(setup);
        Server server =
                new Server(PostgresVersion.NEWEST, Optional.of(ZoneId.of(timezone.find() ? timezone.group(1) : "UTC")));
        List<String> differences = new ArrayList<>();
        try (Connection connection = Oracle.postgres().connect()) {
            prepare(connection, setup);
            int end = 0;
            for (StatementText text : Splitter.split(statements, new Span(0, statements.length()))) {
                String sql =
                        statements.substring(text.span().start(), text.span().end());
                String above = statements.substring(end, text.span().start());
                end = text.span().end();
                differences.addAll(compare(connection, server, setup, sql, above));
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    private static void prepare(Connection connection, String setup) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(setup);
            statement.execute("ANALYZE");
        }
    }

    private static List<String> compare(
            Connection connection, Server server, String setup, String sql, String exceptions) {
        SortedSet<String> observed;
        try {
            observed = ServerEffects.of(connection, sql);
        } catch (SQLException e) {
            return List.of(sql, "    fails on the server: " + e.getMessage());
        }
        SortedSet<String> predicted = predicted(server, setup, sql);
        SortedSet<String> differences = new TreeSet<>();
        observed.stream()
                .filter(line -> !predicted.contains(line))
                .forEach(line -> differences.add("server only: " + line));
        predicted.stream()
                .filter(line -> !observed.contains(line))
                .forEach(line -> differences.add("prediction only: " + line));
        for (MatchResult exception : EXCEPTION.matcher(exceptions).results().toList()) {
            String line = exception.group(1) + " only: " + exception.group(2);
            if (!differences.remove(line)) {
                differences.add("no longer " + line);
            }
        }
        List<String> lines = new ArrayList<>();
        if (!differences.isEmpty()) {
            lines.add(sql);
            differences.forEach(difference -> lines.add("    " + difference));
        }
        return lines;
    }

    private static SortedSet<String> predicted(Server server, String setup, String sql) {
        HistoryRun run = Replaying.plain()
                .openness(ReplayOptions.Openness.CLOSED)
                .mode(TransactionMode.MIGRATION)
                .run(setup, sql);
        Step step = Replaying.steps(run).getLast();
        Effect effect = new Effects(server).of(step);
        SortedSet<String> lines = new TreeSet<>();
        effect.locks()
                .forEach(lock -> lines.add(
                        ServerEffects.lock(lock.mode(), lock.relation().name().display())));
        lines.add(ServerEffects.work(effect.work()));
        if (!(step.outcome() instanceof Outcome.Applied) && !(step.outcome() instanceof Outcome.Skipped)) {
            lines.add(step.outcome().toString());
        }
        return lines;
    }
}
