package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.graph.order.Ordering;
import dev.greenlight.graph.order.SafeOrder;
import dev.greenlight.migration.Direction;
import dev.greenlight.migration.Migration;
import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.migration.ScriptReader;
import dev.greenlight.replay.Replay;
import dev.greenlight.replay.ReplayOptions;
import dev.greenlight.replay.ReplayedPrefixes;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Moves migrations of real projects to where they do not go through: an order is always found, with no more moves than
 * were made, for taking those back is one. Prints a table. {@code -Dorder.tries=20} tries more.
 */
@Tag("corpus")
final class DisplacedMigrationsTest {
    private static final int TRIES = Integer.getInteger("order.tries", 1);
    private static final List<Integer> MOVES = List.of(1, 3, 10);

    /** Those in which an order is found soon; {@code -Dorder.projects=crates.io} and the like try others. */
    private static final List<String> PROJECTS = List.of(System.getProperty(
                    "order.projects",
                    "dokploy,kratos,measure,pay-ledger")
            .split(","));

    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    static Stream<CorpusProject> projects() throws IOException {
        return CorpusProject.all(CORPUS).stream().filter(project -> PROJECTS.contains(project.name()));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void an_order_is_found_with_no_more_moves_than_were_made(CorpusProject project) throws IOException {
        Displacement displacement = Displacement.of(project);
        for (int moves : MOVES) {
            List<Try> tries = IntStream.range(0, TRIES)
                    .mapToObj(seed -> displacement.attempt(moves, new Random(seed * 31L + moves)))
                    .toList();
            OUT.println(line(project, displacement.scripts().size(), moves, tries));
            assertThat(tries)
                    .as(project.name())
                    .allSatisfy(one -> assertThat(one.moves()).isBetween(1, moves));
        }
    }

    private static String line(CorpusProject project, int migrations, int moves, List<Try> tries) {
        return "%-18s %3d migrations, %2d displaced, %d times: %d orders found, %d with fewer moves; %.1f s each, at most %.1f"
                .formatted(
                        project.name(),
                        migrations,
                        moves,
                        tries.size(),
                        tries.stream().filter(one -> one.moves() > 0).count(),
                        tries.stream()
                                .filter(one -> one.moves() > 0 && one.moves() < moves)
                                .count(),
                        tries.stream().mapToDouble(Try::seconds).average().orElse(0),
                        tries.stream().mapToDouble(Try::seconds).max().orElse(0));
    }

    /** @param moves of the order that was found; 0 if none was */
    private record Try(int moves, Duration took) {
        double seconds() {
            return took.toMillis() / 1000.0;
        }
    }

    /** A project whose migrations go through as they are. */
    private record Displacement(
            MigrationHistory history, List<Script> scripts, ReplayOptions options, ReplayedPrefixes prefixes) {
        static Displacement of(CorpusProject project) throws IOException {
            MigrationHistory history = OrderOnServerTest.history(project);
            List<Script> scripts = ScriptReader.read(history.migrations().stream()
                    .filter(migration -> migration.direction() != Direction.DOWN)
                    .toList());
            ReplayOptions options = CorpusProject.options(OrderOnServerTest.prelude(project));
            return new Displacement(history, scripts, options, ReplayedPrefixes.of(scripts, options));
        }

        Try attempt(int moves, Random random) {
            List<Script> displaced = displaced(moves, random);
            List<Migration> migrations =
                    displaced.stream().map(Script::migration).toList();
            // Not the time on the wall: others may share the machine.
            long start = cpuTime();
            Ordering ordering =
                    SafeOrder.of(Replay.run(history.with(migrations), displaced, options), displaced, options);
            Duration took = Duration.ofNanos(cpuTime() - start);
            return new Try(
                    ordering instanceof Ordering.Found found ? found.moves().size() : 0, took);
        }

        private static long cpuTime() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        /** Each of the moves alone is one too many. */
        private List<Script> displaced(int moves, Random random) {
            List<Script> displaced = new ArrayList<>(scripts);
            for (int i = 0; i < moves; i++) {
                int from = random.nextInt(scripts.size());
                int to = random.nextInt(scripts.size());
                while (!isWrong(from, to)) {
                    from = random.nextInt(scripts.size());
                    to = random.nextInt(scripts.size());
                }
                displaced.remove(scripts.get(from));
                displaced.add(to, scripts.get(from));
            }
            return displaced;
        }

        private boolean isWrong(int from, int to) {
            List<Script> moved = new ArrayList<>(scripts);
            moved.add(to, moved.remove(from));
            return from != to && prefixes.failure(moved, Math.min(from, to)).isPresent();
        }
    }
}
