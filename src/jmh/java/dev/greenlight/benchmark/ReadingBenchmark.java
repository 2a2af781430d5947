package dev.greenlight.benchmark;

import dev.greenlight.source.DiskTree;
import dev.greenlight.source.SourceRead;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How fast SQL is read, warm and on one thread. Each call reads all scripts below the folder that the property {@code
 * corpus.dir} names, or the fixtures of statements; the column {@code megabytes} is what is read in a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReadingBenchmark {
    private static final String FIXTURES = "src/test/resources/statements";

    private List<String> texts = List.of();
    private double size;

    /** What JMH adds up beside the calls. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Read {
        public double megabytes;
    }

    @Setup
    public void read() {
        DiskTree tree = DiskTree.below(Path.of(System.getProperty("corpus.dir", FIXTURES)));
        texts = tree.list("").stream()
                .filter(entry -> entry.path().endsWith(".sql") || entry.path().endsWith(".txt"))
                .filter(entry -> !entry.path().startsWith("_"))
                .map(entry -> tree.read(entry.path()))
                .filter(SourceRead.Text.class::isInstance)
                .map(read -> ((SourceRead.Text) read).file().text())
                .toList();
        size = texts.stream()
                        .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                / 1e6;
    }

    @Benchmark
    public void tokens(Read read, Blackhole hole) {
        texts.forEach(text -> hole.consume(Lexer.tokenize(text, whole(text))));
        read.megabytes += size;
    }

    @Benchmark
    public void statements(Read read, Blackhole hole) {
        texts.forEach(text -> Splitter.statements(text, whole(text)).map(Parser::parse).forEach(hole::consume));
        read.megabytes += size;
    }

    private static Span whole(String text) {
        return new Span(0, text.length());
    }
}
