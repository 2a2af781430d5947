package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.Review;
import dev.greenlight.source.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamePlaceTest {
    private static final String LOOP = """
            DO $$
            BEGIN
              FOR i IN 1..%d LOOP
                EXECUTE format('CREATE INDEX %%I ON %%I (id)', 'i' || i, 't' || i);
              END LOOP;
            END $$;
            """;

    @Test
    void what_a_loop_does_each_time_is_told_once() {
        Review review = review(50);

        assertThat(review.findings()).hasSize(50);
        assertThat(text(review).lines().filter(line -> line.contains("[create-index-blocks-writes]")))
                .containsExactly("red[create-index-blocks-writes]: t1: writes wait for the whole index build"
                        + " (and 49 more like it here: t2, t3, t4, …)");
        assertThat(text(review)).contains("BLOCKED: 50 findings");
        assertThat(Reviews.write(new MarkdownFormat(), review, Reviews.PLAIN))
                .containsOnlyOnce("Rule: `create-index-blocks-writes`");
    }

    @Test
    void reports_for_machines_have_each_of_them() {
        Review review = review(50);
        String all = IntStream.rangeClosed(2, 50).mapToObj(i -> "t" + i).collect(Collectors.joining(", "));

        assertThat(Reviews.write(new SarifFormat(), review, Reviews.PLAIN))
                .contains(" (and 49 more like it here: " + all + ")");
        assertThat(Reviews.write(new JsonFormat(), review, Reviews.PLAIN).split("t\\d+: writes wait", -1))
                .hasSize(51);
    }

    @Test
    void two_are_two() {
        assertThat(text(review(2)).lines().filter(line -> line.contains("[create-index-blocks-writes]")))
                .containsExactly(
                        "red[create-index-blocks-writes]: t1: writes wait for the whole index build",
                        "red[create-index-blocks-writes]: t2: writes wait for the whole index build");
    }

    @Test
    void a_safe_form_that_cannot_run_in_code_says_so() {
        assertThat(text(review(1)))
                .contains("= safe form: Do it CONCURRENTLY, in a migration that runs outside a transaction."
                        + " It cannot run in a DO block: take it out of there.\n");
    }

    private static Review review(int tables) {
        String create = IntStream.rangeClosed(1, tables)
                .mapToObj(i -> "CREATE TABLE t" + i + " (id int);\n")
                .collect(Collectors.joining());
        Map<String, String> files = Map.of("db/V1__tables.sql", create, "db/V2__indexes.sql", LOOP.formatted(tables));
        return Linter.lint(LintRequest.of(MemoryTree.of(files), List.of("db")));
    }

    private static String text(Review review) {
        return Reviews.write(new TextFormat(), review, Reviews.PLAIN);
    }
}
