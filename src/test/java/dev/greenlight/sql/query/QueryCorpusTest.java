package dev.greenlight.sql.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Query;
import dev.greenlight.sql.Splitter;
import dev.greenlight.sql.StatementText;
import dev.greenlight.sql.Token;
import dev.greenlight.sql.TokenKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Queries and data-modifying statements of real projects: nearly each is understood in full. */
@Tag("corpus")
class QueryCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));

    private static final Set<String> FIRST_WORDS =
            Set.of("select", "insert", "update", "delete", "merge", "with", "values");

    @Test
    void nearly_each_is_complete() throws IOException {
        List<String> incomplete = new ArrayList<>();
        int read = 0;
        for (Path file : files()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            for (StatementText statement : Splitter.split(text, new Span(0, text.length()))) {
                if (isQuery(statement)) {
                    read++;
                    if (!QueryReader.read(new Query(statement.tokens())).complete()) {
                        incomplete.add(CORPUS.relativize(file) + ":" + statement.span());
                    }
                }
            }
        }
        assertThat(incomplete).as("of " + read).hasSizeLessThanOrEqualTo(read / 500);
    }

    /** A folder whose name begins with a low line is not a project's. */
    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> !CORPUS.relativize(file).toString().startsWith("_"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isQuery(StatementText statement) {
        Token first = statement.tokens().getFirst();
        return statement.kind() == StatementText.Kind.SQL
                && first.is(TokenKind.WORD)
                && FIRST_WORDS.contains(first.value())
                && statement.tokens().stream().noneMatch(token -> token.is(TokenKind.PLACEHOLDER));
    }
}
