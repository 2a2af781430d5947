package dev.greenlight.sql.plpgsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The parser and a real server agree on bodies with a slip in them, and nearly always on where it is. */
@Tag("postgres")
class BodyMutationTest {
    private static final int COUNT = 2000;
    private static final long SEED = Long.getLong("seed", 7);
    private static final String CORPUS = System.getProperty("corpus.dir");

    @Test
    void of_bodies_with_a_slip_both_say_the_same() throws IOException, SQLException {
        BodyTally tally = new BodyTally();
        try (Compiler compiler = new Compiler()) {
            BodyMutants.of(originals(), SEED).limit(COUNT).forEach(body -> tally.add(BodyVerdicts.of(body, compiler)));
        }
        String report = tally + "\n" + String.join("\n", tally.disagreements());
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report);
        Files.writeString(Path.of("target", "mutants-of-bodies.txt"), report);
        assertThat(tally.agreement()).isGreaterThanOrEqualTo(0.999);
        assertThat(tally.onePlace()).isGreaterThanOrEqualTo(0.99);
    }

    private static List<Body> originals() {
        Stream<Body> corpus = CORPUS == null ? Stream.empty() : Bodies.of(Path.of(CORPUS)).stream();
        return Stream.concat(BodyFixtures.accepted().map(BodyFixtures.Fixture::body), corpus)
                .toList();
    }
}
