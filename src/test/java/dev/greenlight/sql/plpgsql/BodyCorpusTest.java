package dev.greenlight.sql.plpgsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.sql.TokenKind;
import dev.greenlight.sql.plpgsql.BodyVerdicts.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each body in PL/pgSQL of a corpus is read, or is rejected by a server too. */
@Tag("corpus")
class BodyCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("corpus.dir", "."));

    @Test
    void no_body_is_lost() throws IOException, SQLException {
        BodyTally tally = new BodyTally();
        try (Compiler compiler = new Compiler()) {
            Bodies.of(CORPUS).stream()
                    .filter(body -> !hasPlaceholder(body))
                    .forEach(body -> tally.add(BodyVerdicts.of(body, compiler)));
        }
        String report =
                tally + "\n" + String.join("\n", tally.disagreements()) + "\n" + String.join("\n", tally.undecided());
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report);
        Files.writeString(Path.of("target", "bodies.txt"), report);
        assertThat(tally.count(Outcome.LOST)).isZero();
        assertThat(tally.count(Outcome.ACCEPTED)).isPositive();
        assertThat(tally.agreement()).isEqualTo(1);
    }

    private static boolean hasPlaceholder(Body body) {
        return body.tokens().stream().anyMatch(token -> token.is(TokenKind.PLACEHOLDER));
    }
}
