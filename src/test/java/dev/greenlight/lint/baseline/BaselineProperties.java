package dev.greenlight.lint.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.Hidden;
import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.MigrationReview;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.lint.Verdict;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Finding;
import dev.greenlight.source.MemoryTree;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Lexer;
import dev.greenlight.sql.Token;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A baseline knows again what it was written from, and nothing else. */
final class BaselineProperties {
    private static final int TRIES = 200;
    private static final Path HERE = Path.of("").toAbsolutePath();
    private static final BaselineFolder FOLDER = BaselineFolder.of(HERE, Path.of("greenlight-baseline.json"));
    private static final String TABLES = """
            CREATE TABLE customers (id bigint PRIMARY KEY);
            CREATE TABLE orders (id bigint, note text, customer_id bigint);
            """;
    private static final String[] STATEMENTS = {
        "CREATE INDEX ON orders (note);",
        "create index \"orders by note\" on orders (lower(note) text_pattern_ops) where note <> '--';",
        "ALTER TABLE orders ALTER COLUMN note SET NOT NULL;",
        "ALTER TABLE orders ADD CHECK (note <> E'it\\'s -- no /* comment */');",
        "ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers, DROP COLUMN id;",
        "ALTER TABLE orders ALTER COLUMN id TYPE numeric(10, 2) USING id::numeric / 1.5;",
        "UPDATE orders SET note = $x$a; -- b$x$;",
        "DELETE FROM orders; TRUNCATE orders;",
        "SELECT 1 FROM missing;",
        "DROP TABLE orders CASCADE;",
        "-- greenlight:ignore drop-tabel a slip\nDROP TABLE customers CASCADE;",
    };
    private static final String[] BETWEEN = {"\n", "\n\n", "\t ", " /* a 'note' */ ", "\n-- it's; a note\n", "\r\n"};

    @Property(tries = TRIES)
    void what_it_was_written_from_is_nothing_new(@ForAll("projects") Map<String, String> files) {
        Review first = lint(files, Optional.empty());

        Review second = lint(files, Optional.of(written(first)));

        assertThat(second.findings()).isEmpty();
        assertThat(second.gone()).isEmpty();
        assertThat(second.summary().verdict()).isEqualTo(Verdict.SAFE);
        assertThat(second.hidden()).extracting(Hidden::finding).hasSameSizeAs(first.findings());
        assertThat(second.summary().red()).isEqualTo(first.summary().red());
    }

    @Property(tries = TRIES)
    void neither_blank_lines_nor_comments_make_it_new(
            @ForAll("projects") Map<String, String> files, @ForAll Random random) {
        Baseline baseline = written(lint(files, Optional.empty()));
        Map<String, String> spread = new TreeMap<>();
        files.forEach((path, text) -> spread.put(path, spread(text, random)));

        Review review = lint(spread, Optional.of(baseline));

        assertThat(review.findings()).isEmpty();
        assertThat(review.gone()).isEmpty();
    }

    @Property(tries = TRIES)
    void a_finding_more_is_shown(@ForAll("projects") Map<String, String> files, @ForAll Random random) {
        Baseline baseline = written(lint(files, Optional.empty()));
        Map<String, String> more = new TreeMap<>(files);
        List<String> paths = List.copyOf(files.keySet());
        String path = paths.get(random.nextInt(paths.size()));
        more.merge(path, "\nSELECT 2 FROM nowhere;", String::concat);

        Review review = lint(more, Optional.of(baseline));

        assertThat(review.findings()).extracting(Finding::rule).containsExactly("unmet-reference");
        assertThat(review.gone()).isEmpty();
    }

    @Property(tries = TRIES)
    void it_is_read_as_it_was_written(@ForAll("entries") Map<BaselineEntry, Integer> entries) throws IOException {
        Baseline baseline = new Baseline("b.json", FOLDER, new TreeMap<>(entries));
        StringBuilder text = new StringBuilder();
        BaselineWriter.write(baseline, text);

        assertThat(text.toString())
                .matches("[^\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029]*(\\n[^\\p{Cc}\\p{Cf}\\p{Cs}\u2028\u2029]*)*");
        assertThat(read(text.toString()).counts()).isEqualTo(new TreeMap<>(entries));
    }

    @Provide
    Arbitrary<Map<String, String>> projects() {
        Arbitrary<String> file = Arbitraries.of(STATEMENTS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(statements -> String.join("\n", statements) + "\n");
        return file.list().ofMinSize(1).ofMaxSize(4).map(texts -> {
            Map<String, String> files = new TreeMap<>();
            files.put("db/V1__tables.sql", TABLES);
            for (int i = 0; i < texts.size(); i++) {
                files.put("db/V" + (i + 2) + "__x.sql", texts.get(i));
            }
            return files;
        });
    }

    @Provide
    Arbitrary<Map<BaselineEntry, Integer>> entries() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8),
                Arbitraries.of("\"", "\\", "\uD800", "\uDC00", "\u001B[2J", "\u202E", "\u2028", "größe 😀", "\0", "a"));
        Arbitrary<BaselineEntry> entry =
                text.tuple3().map(texts -> new BaselineEntry(texts.get1(), texts.get2(), texts.get3()));
        return Arbitraries.maps(entry, Arbitraries.integers().between(1, Integer.MAX_VALUE))
                .ofMaxSize(5);
    }

    private static Review lint(Map<String, String> files, Optional<Baseline> baseline) {
        return Linter.lint(LintRequest.of(MemoryTree.of(files), List.of("db")).withBaseline(baseline));
    }

    /** As it comes back from its file. */
    private static Baseline written(Review review) {
        List<Step> steps = review.migrations()
                .map(MigrationReview::statements)
                .flatMap(List::stream)
                .map(StatementReview::step)
                .toList();
        StringBuilder text = new StringBuilder();
        try {
            BaselineWriter.write(Baseline.of("b.json", FOLDER, review.findings(), steps), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return read(text.toString());
    }

    private static Baseline read(String text) {
        BaselineRead read = BaselineReader.read(SourceFile.of("b.json", text), FOLDER);
        assertThat(read).isInstanceOf(BaselineRead.Known.class);
        return ((BaselineRead.Known) read).baseline();
    }

    private static String spread(String text, Random random) {
        StringBuilder spread = new StringBuilder();
        for (Token token : Lexer.tokenize(text, new Span(0, text.length()))) {
            spread.append(text, token.start(), token.end());
            if (random.nextInt(4) == 0 && !token.kind().isComment()) {
                spread.append(BETWEEN[random.nextInt(BETWEEN.length)]);
            }
        }
        return spread.toString();
    }
}
