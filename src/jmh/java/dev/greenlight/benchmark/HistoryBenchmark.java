package dev.greenlight.benchmark;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.Review;
import dev.greenlight.report.ReportFormats;
import dev.greenlight.report.ReportStyle;
import dev.greenlight.source.DiskTree;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to lint a whole history, and how much memory, the longer it is: from files to the text of the
 * report, in a process as the launcher starts it, cold. What grows in line with the history costs the same for each of
 * its migrations, whichever the row of the table.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = HistoryBenchmark.FORKS,
        jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss4m", "-Xmx1g"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class HistoryBenchmark {
    static final int FORKS = 3;

    @Param({"1000", "2000", "5000", "10000"})
    public int migrations;

    private DiskTree tree = DiskTree.below(Path.of(""));

    /** What JMH prints beside the time: the most of Java's heap that was in use. JMH adds up what the forks say. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Peak {
        public double megabytes;
    }

    @Setup
    public void write() throws IOException {
        Path folder = Files.createTempDirectory("history");
        for (Map.Entry<String, String> file : LongHistory.of(migrations).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        tree = DiskTree.below(folder);
    }

    @Benchmark
    public int lint(Peak peak) throws IOException {
        StringBuilder report = new StringBuilder();
        Review review = Linter.lint(LintRequest.of(tree, List.of(".")));
        ReportFormats.all().getFirst().write(review, new ReportStyle(false, "", ""), report);
        peak.megabytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                / 1e6
                / FORKS;
        return report.length();
    }
}
