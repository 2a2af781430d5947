package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.DiskTree;
import dev.greenlight.source.SourceRead;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How fast the projects of a corpus are read, warm and on one core; it prints and does not judge, because the machine
 * has its share in it. A harness of a page and not JMH: the work takes seconds a round, its result is counted and so
 * cannot be optimized away, and the build needs no code generator for it.
 */
@Tag("corpus")
final class ReadingSpeedTest {
    private static final int ROUNDS = 25;

    private final Path corpus = Path.of(System.getProperty("corpus.dir"));

    @Test
    void warmOnOneCore() throws IOException {
        List<String> texts =
                CorpusProject.all(corpus).stream().flatMap(this::texts).toList();
        long bytes = texts.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertThat(bytes).isPositive();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf("%.1f MB in %d files%n", bytes / 1e6, texts.size());
        out.printf("tokens      %6.1f MB/s%n", best(texts, bytes, ReadingSpeedTest::tokens));
        out.printf("statements  %6.1f MB/s%n", best(texts, bytes, ReadingSpeedTest::statements));
    }

    private Stream<String> texts(CorpusProject project) {
        DiskTree tree = DiskTree.below(corpus);
        return tree.list(project.name() + "/" + project.path()).stream()
                .filter(entry -> entry.path().endsWith(".sql"))
                .flatMap(entry -> tree.read(entry.path()) instanceof SourceRead.Text read
                        ? Stream.of(read.file().text())
                        : Stream.empty());
    }

    private static long tokens(String text) {
        return Lexer.tokenize(text, whole(text)).size();
    }

    private static long statements(String text) {
        return Splitter.statements(text, whole(text))
                .map(Parser::parse)
                .filter(statement -> statement.span().length() > 0)
                .count();
    }

    private static Span whole(String text) {
        return new Span(0, text.length());
    }

    /** In megabytes a second of the thread's own time, which others on the machine do not lengthen by much. */
    private static double best(List<String> texts, long bytes, ToLongFunction<String> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            long count = texts.stream().mapToLong(work).sum();
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
            assertThat(count).isPositive();
        }
        return bytes * 1e3 / best;
    }
}
