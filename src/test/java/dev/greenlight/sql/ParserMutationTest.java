package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.sql.Verdicts.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The parser and a real server agree on statements with a slip in them: whether they are statements still, and which
 * token is the first that cannot be right. Some slips the server only finds when it analyzes a statement, and this
 * parser at once; what else they disagree on is counted by its reason.
 */
@Tag("postgres")
class ParserMutationTest {
    private static final long SEED = 4;

    @Test
    void of_statements_with_a_slip_both_say_the_same() throws IOException {
        VerdictTally tally = tally("statements", StatementLines.definitions(), 20_000);
        assertThat(tally.agreement()).isGreaterThanOrEqualTo(0.999);
        assertThat(tally.onePlace()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void of_queries_with_a_slip_hardly_one_is_lost() throws IOException {
        Stream<String> columns = StatementLines.of("expressions.txt").map(StatementLines::column);
        VerdictTally tally = tally("queries", Stream.concat(StatementLines.accepted("data"), columns), 5_000);
        assertThat(tally.count(Outcome.LOST)).isLessThanOrEqualTo(5);
        assertThat(tally.agreement()).isGreaterThanOrEqualTo(0.99);
    }

    private static VerdictTally tally(String title, Stream<String> statements, int count) throws IOException {
        VerdictTally tally = new VerdictTally();
        Mutants.of(statements.toList(), SEED).limit(count).map(Verdicts::of).forEach(tally::add);
        String table = VerdictTally.head() + "\n" + tally.row("mutants of " + title) + "\n" + tally.reasons();
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(table);
        Files.writeString(Path.of("target", "mutants-of-" + title + ".txt"), table);
        return tally;
    }
}
