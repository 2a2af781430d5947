package dev.greenlight.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each form that the manual's part VI gives for a command is read, into a statement of the command's kind. A server
 * judges what is read: a form that it takes in none of two statements is written down wrongly.
 */
@Tag("postgres")
class ManualTest {
    /** How many pages part VI has in PostgreSQL 18, from ABORT to VALUES. */
    private static final int PAGES = 183;

    static List<ManualPage> pages() {
        return ManualPage.all();
    }

    @Test
    void each_command_has_its_page() {
        assertThat(pages())
                .extracting(ManualPage::title)
                .doesNotHaveDuplicates()
                .hasSize(PAGES);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void each_form_is_read(ManualPage page) {
        assertThat(page.forms().flatMap(form -> complaints(page, form))).isEmpty();
    }

    private static Stream<String> complaints(ManualPage page, Synopsis.Form form) {
        List<Verdicts> both =
                Stream.of(form.least(), form.most()).map(Verdicts::of).toList();
        Stream<String> disagreements = both.stream()
                .filter(verdicts -> !verdicts.outcome().agrees())
                .map(verdicts -> verdicts.outcome() + " " + verdicts.sql() + " " + verdicts.error());
        Stream<String> others = both.stream()
                .filter(verdicts -> verdicts.error().isEmpty() && !(verdicts.read() instanceof Unread))
                .filter(verdicts -> !page.kinds().contains(verdicts.read().kind()))
                .map(verdicts -> verdicts.read().kind() + " " + verdicts.sql());
        boolean untaken = both.stream().noneMatch(verdicts -> verdicts.error().isEmpty());
        Stream<String> mistakes =
                untaken ? Stream.of("wrong: " + form + both.getFirst().error()) : Stream.of();
        return Stream.of(disagreements, others, mistakes).flatMap(complaint -> complaint);
    }
}
