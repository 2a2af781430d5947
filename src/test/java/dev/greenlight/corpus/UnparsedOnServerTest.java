package dev.greenlight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.oracle.Oracle;
import dev.greenlight.oracle.ServerError;
import dev.greenlight.source.DiskTree;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Parser;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.Unread;
import dev.greenlight.sql.hint.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is reported as a syntax error is one: a server rejects each such statement of a corpus, and at the same place. */
@Tag("corpus")
@Tag("postgres")
final class UnparsedOnServerTest {
    private final Path corpus = Path.of(System.getProperty("corpus.dir"));

    private record Unparsed(SourceFile file, Unread.Unparsed statement) {
        Optional<ServerError> onServer() {
            return Oracle.postgres().syntax(file.text(statement.span()));
        }

        boolean isAt(ServerError error) {
            return error.offset() < 0
                    || error.offset()
                            == statement.at().start() - statement.span().start();
        }

        @Override
        public String toString() {
            return file + ":" + file.position(statement.at().start()).line() + ": " + statement.message();
        }
    }

    @Test
    void a_server_rejects_what_the_projects_have() throws IOException {
        List<Unparsed> unparsed = CorpusProject.all(corpus).stream()
                .flatMap(this::steps)
                .flatMap(review -> review.step().statement() instanceof Unread.Unparsed statement
                        ? Stream.of(new Unparsed(review.step().file(), statement))
                        : Stream.empty())
                .toList();
        assertThat(unparsed)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.onServer())
                        .as(one.toString())
                        .hasValueSatisfying(error -> assertThat(one.isAt(error)).isTrue()));
    }

    private Stream<StatementReview> steps(CorpusProject project) {
        LintRequest request = LintRequest.of(DiskTree.below(corpus), List.of(project.name() + "/" + project.path()));
        return Linter.lint(request).migrations().flatMap(migration -> migration.statements().stream());
    }

    @Test
    void a_server_rejects_what_its_own_tests_have() throws IOException {
        List<Unparsed> accepted =
                regress().filter(one -> one.onServer().isEmpty()).toList();
        assertThat(accepted).isEmpty();
    }

    /** PostgreSQL's regression tests, where the corpus has them. */
    private Stream<Unparsed> regress() throws IOException {
        Path folder = corpus.resolve("_pg_regress");
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        DiskTree tree = DiskTree.below(corpus);
        return tree.list("_pg_regress").stream()
                .filter(entry -> entry.path().endsWith(".sql"))
                .flatMap(entry -> tree.read(entry.path()) instanceof SourceRead.Text text
                        ? unparsed(text.file())
                        : Stream.empty());
    }

    private static Stream<Unparsed> unparsed(SourceFile file) {
        return Splitter.split(file.text(), new Span(0, file.text().length())).stream()
                .flatMap(text -> Parser.parse(text) instanceof Unread.Unparsed statement
                        ? Stream.of(statement)
                                .peek(one -> assertThat(Diagnosis.of(text, one, file))
                                        .isNotBlank())
                                .map(one -> new Unparsed(file, one))
                        : Stream.empty());
    }
}
