package dev.greenlight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.oracle.EachPostgres;
import dev.greenlight.oracle.Oracle;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every statement on every kind of table, on servers of all versions: what is locked newly, which rows are read or
 * written, what is refused, each as predicted.
 */
class LockMatrixTest {
    @EachPostgres
    void the_server_does_what_is_predicted(Oracle oracle) throws SQLException {
        List<MatrixCell> cells =
                MatrixRow.all().stream().flatMap(MatrixRow::cells).toList();
        Map<MatrixCell, SortedSet<String>> predicted = new MatrixPrediction(oracle.version()).of(cells);
        Map<MatrixCell, SortedSet<String>> observed;
        try (MatrixServer server = new MatrixServer(oracle)) {
            observed = server.of(cells);
        }
        List<String> differences = new ArrayList<>();
        for (MatrixCell cell : cells) {
            SortedSet<String> lines = differences(observed.get(cell), predicted.get(cell));
            KnownDifference.excuse(cell.known(oracle.version()), lines);
            if (!lines.isEmpty()) {
                differences.add(cell.toString());
                lines.forEach(line -> differences.add("    " + line));
            }
        }
        assertThat(String.join("\n", differences)).isEmpty();
    }

    /** Of what a statement does by itself a gate shows a part. */
    private static SortedSet<String> differences(SortedSet<String> observed, SortedSet<String> predicted) {
        SortedSet<String> lines = new TreeSet<>();
        boolean shown = observed.stream().anyMatch(line -> line.startsWith(MatrixServer.BY_ITSELF));
        observed.stream()
                .filter(line -> !predicted.contains(line))
                .forEach(line -> lines.add("server only: " + line));
        predicted.stream()
                .filter(line -> !observed.contains(line) && !(shown && line.startsWith(MatrixServer.BY_ITSELF)))
                .forEach(line -> lines.add("prediction only: " + line));
        return lines;
    }
}
