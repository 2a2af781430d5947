package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a linted file holds, a report of it is a report and nothing else. */
class HostileTextProperties {
    private static final int TRIES = 300;

    @Property(tries = TRIES)
    void text_holds_nothing_that_a_terminal_or_a_build_server_obeys(@ForAll("hostile") String text) {
        String report = Reviews.write(new TextFormat(), Reviews.everywhere(text));

        assertThat(HostileText.hidden(report)).isEmpty();
        assertThat(report).doesNotContainPattern(HostileText.WORKFLOW_COMMAND);
    }

    @Property(tries = TRIES)
    void coloured_text_holds_no_escapes_but_for_its_own(@ForAll("hostile") String text) {
        ReportStyle colored = new ReportStyle(true, "1.2.3", "");
        String report = Reviews.write(new TextFormat(), Reviews.everywhere(text), colored);

        assertThat(HostileText.hidden(report.replaceAll("\u001B\\[[0-9;]+m", "")))
                .isEmpty();
        assertThat(report.replaceAll("\u001B\\[[0-9;]+m", ""))
                .isEqualTo(Reviews.write(new TextFormat(), Reviews.everywhere(text)));
    }

    @Property(tries = TRIES)
    void json_gives_every_text_back_as_it_was(@ForAll("hostile") String text) throws JsonProcessingException {
        String report = Reviews.write(new JsonFormat(), Reviews.everywhere(text));
        JsonNode json = new ObjectMapper().readTree(report);

        assertThat(HostileText.hidden(report)).isEmpty();
        assertThat(json.at("/findings/0/message").textValue()).isEqualTo(text);
        assertThat(json.at("/findings/0/path").textValue()).isEqualTo(text + ".sql");
        assertThat(json.at("/notes/0").textValue()).isEqualTo(text);
    }

    @Property(tries = TRIES)
    void sarif_is_valid_and_has_no_links_but_its_own(@ForAll("hostile") String text) throws JsonProcessingException {
        String report = Reviews.write(new SarifFormat(), Reviews.everywhere(text));
        String message = new ObjectMapper()
                .readTree(report)
                .at("/runs/0/results/0/message/text")
                .textValue();

        assertThat(SarifFormatTest.problems(report)).isEmpty();
        assertThat(HostileText.hidden(report)).isEmpty();
        assertThat(HostileText.hidden(message)).isEmpty();
        assertThat(SarifLinks.of(message)).containsExactly("1");
    }

    @Property(tries = TRIES)
    void markdown_has_the_structure_that_it_has_for_a_harmless_text(@ForAll("hostile") String text) {
        String report = Reviews.write(new MarkdownFormat(), Reviews.everywhere(text));
        String harmless = Reviews.write(new MarkdownFormat(), Reviews.everywhere("harmless"));

        assertThat(HostileText.hidden(report.replace("\u200B", ""))).isEmpty();
        assertThat(MarkdownStructure.of(report)).isEqualTo(MarkdownStructure.of(harmless));
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileText.texts();
    }
}
