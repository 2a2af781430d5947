package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.Oracle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every statement on every kind of table, on servers of all versions: what is locked newly, which rows are read or
 * written, what is refused, each as predicted.
 */
@Tag("postgres")
class LockMatrixTest {
    private static final List<MatrixCell> CELLS =
            MatrixRow.all().stream().flatMap(MatrixRow::cells).toList();

    /** The servers of all versions work at the same time. */
    @TestFactory
    Stream<DynamicTest> the_server_does_what_is_predicted() {
        Map<Oracle, List<String>> differences = new ConcurrentHashMap<>();
        List<Oracle> oracles = Oracle.each().toList();
        oracles.parallelStream().forEach(oracle -> differences.put(oracle, differences(oracle)));
        return oracles.stream()
                .map(oracle -> DynamicTest.dynamicTest(
                        oracle.toString(),
                        () -> assertThat(String.join("\n", differences.get(oracle)))
                                .isEmpty()));
    }

    private static List<String> differences(Oracle oracle) {
        Map<MatrixCell, SortedSet<String>> predicted = new MatrixPrediction(oracle.version()).of(CELLS);
        Map<MatrixCell, SortedSet<String>> observed = observed(oracle);
        List<String> differences = new ArrayList<>();
        for (MatrixCell cell : CELLS) {
            SortedSet<String> lines = differences(observed.get(cell), predicted.get(cell));
            KnownDifference.excuse(cell.known(oracle.version()), lines);
            if (!lines.isEmpty()) {
                differences.add(cell.toString());
                lines.forEach(line -> differences.add("    " + line));
            }
        }
        return differences;
    }

    private static Map<MatrixCell, SortedSet<String>> observed(Oracle oracle) {
        try (MatrixServer server = new MatrixServer(oracle)) {
            return server.of(CELLS);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what a statement does by itself a gate shows a part. */
    private static SortedSet<String> differences(SortedSet<String> observed, SortedSet<String> predicted) {
        SortedSet<String> lines = new TreeSet<>();
        boolean shown = observed.stream().anyMatch(line -> line.startsWith(MatrixServer.BY_ITSELF));
        observed.stream().filter(line -> !predicted.contains(line)).forEach(line -> lines.add("server only: " + line));
        predicted.stream()
                .filter(line -> !observed.contains(line) && !(shown && line.startsWith(MatrixServer.BY_ITSELF)))
                .forEach(line -> lines.add("prediction only: " + line));
        return lines;
    }
}
