package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Position;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Verdicts.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Each statement of a corpus is to the parser what it is to a server: a statement, or none from the same token on.
 * Folders whose names begin with a low line hold no project but a test suite, with mistakes on purpose. What they
 * disagree on is named, with its reason, in {@code statements/disagreements.tsv}. Nothing is asked of statements with
 * placeholders or commands of psql within, which a server never sees.
 */
@Tag("corpus")
class GrammarCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));

    /** The first words of queries and of statements that change rows. */
    private static final Set<String> DATA =
            Set.of("select", "insert", "update", "delete", "merge", "with", "values", "table", "(");

    private final Map<Section, VerdictTally> tallies = new TreeMap<>();
    private final Set<String> disagreements = new TreeSet<>();
    private final List<String> misplaced = new ArrayList<>();

    /**
     * @param folder the project
     * @param definitions whether these are not its queries and statements that change rows, but all others
     */
    private record Section(String folder, boolean definitions) implements Comparable<Section> {
        private static final Comparator<Section> ORDER =
                Comparator.comparing(Section::folder).thenComparing(Section::definitions);

        boolean isProject() {
            return !folder.startsWith("_");
        }

        @Override
        public int compareTo(Section other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return folder + (definitions ? " definitions" : " queries");
        }
    }

    @Test
    void the_parser_says_of_each_statement_what_the_server_says() throws IOException {
        for (Path path : files()) {
            compare(SourceFile.of(
                    CORPUS.relativize(path).toString(), new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
        }
        print();
        assertThat(misplaced).isEmpty();
        assertThat(disagreements).isSubsetOf(known());
        assertThat(total(section -> section.isProject() && section.definitions())
                        .agreement())
                .isEqualTo(1);
        assertThat(total(section -> !section.isProject() && section.definitions())
                        .agreement())
                .isGreaterThanOrEqualTo(0.999);
        assertThat(total(section -> !section.definitions()).count(Outcome.LOST)).isZero();
        assertThat(total(section -> true).onePlace()).isEqualTo(1);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private void compare(SourceFile file) {
        String folder = file.path().split("/", 2)[0];
        Splitter.statements(file.text(), new Span(0, file.text().length()))
                .filter(statement -> isSent(file.text(), statement))
                .forEach(statement -> {
                    Verdicts verdicts = Verdicts.of(file.text(), statement);
                    tallies.computeIfAbsent(new Section(folder, !isData(statement)), section -> new VerdictTally())
                            .add(verdicts);
                    note(file, verdicts);
                    if (verdicts.outcome() == Outcome.ACCEPTED) {
                        TreePlaces.complaints(file.text(), statement)
                                .forEach(complaint -> misplaced.add(file.path() + ": " + complaint));
                    }
                });
    }

    private static boolean isSent(String text, StatementText statement) {
        return statement.kind() == StatementText.Kind.SQL
                && Lexer.tokenize(text, statement.span()).stream()
                        .noneMatch(token -> token.is(TokenKind.PLACEHOLDER) || token.is(TokenKind.META_COMMAND));
    }

    private static boolean isData(StatementText statement) {
        return DATA.contains(statement.tokens().getFirst().value());
    }

    private void note(SourceFile file, Verdicts verdicts) {
        Outcome outcome = verdicts.outcome();
        if (!outcome.agrees() || outcome == Outcome.REJECTED_AT_TWO_PLACES) {
            Position position = file.position(verdicts.start());
            disagreements.add(file.path() + ":" + position.line() + ":" + position.column() + " " + outcome);
        }
    }

    private void print() throws IOException {
        StringBuilder table = new StringBuilder(VerdictTally.head()).append('\n');
        tallies.forEach(
                (section, tally) -> table.append(tally.row(section.toString())).append('\n'));
        table.append(total(section -> true).row("all")).append('\n');
        table.append(total(section -> true).reasons());
        disagreements.forEach(disagreement -> table.append(disagreement).append('\n'));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(table);
        Files.writeString(Path.of("target", "grammar.txt"), table);
    }

    private VerdictTally total(Predicate<Section> chosen) {
        VerdictTally total = new VerdictTally();
        tallies.forEach((section, tally) -> {
            if (chosen.test(section)) {
                total.add(tally);
            }
        });
        return total;
    }

    /** The first fields of the lines of the file; the second are the reasons. */
    private static Set<String> known() throws IOException {
        try (InputStream in = GrammarCorpusTest.class.getResourceAsStream("/statements/disagreements.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .map(line -> line.split("\t", 2)[0])
                    .collect(Collectors.toSet());
        }
    }
}
