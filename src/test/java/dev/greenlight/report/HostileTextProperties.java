package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a linted file holds, a report of it is a report and nothing else. */
class HostileTextProperties {
    private static final int TRIES = 300;
    private static final Pattern WORKFLOW_COMMAND = Pattern.compile("(?m)^\\s*::|##\\[|##vso\\[");

    @Property(tries = TRIES)
    void text_holds_nothing_that_a_terminal_or_a_build_server_obeys(@ForAll("hostile") String text) {
        String report = Reviews.write(new TextFormat(), Reviews.everywhere(text));

        assertThat(hidden(report)).isEmpty();
        assertThat(report).doesNotContainPattern(WORKFLOW_COMMAND);
    }

    @Property(tries = TRIES)
    void coloured_text_holds_no_escapes_but_for_its_own(@ForAll("hostile") String text) {
        ReportStyle colored = new ReportStyle(true, "1.2.3", "");
        String report = Reviews.write(new TextFormat(), Reviews.everywhere(text), colored);

        assertThat(hidden(report.replaceAll("\u001B\\[[0-9;]+m", ""))).isEmpty();
        assertThat(report.replaceAll("\u001B\\[[0-9;]+m", ""))
                .isEqualTo(Reviews.write(new TextFormat(), Reviews.everywhere(text)));
    }

    @Property(tries = TRIES)
    void json_gives_every_text_back_as_it_was(@ForAll("hostile") String text) throws JsonProcessingException {
        String report = Reviews.write(new JsonFormat(), Reviews.everywhere(text));
        JsonNode json = new ObjectMapper().readTree(report);

        assertThat(hidden(report)).isEmpty();
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
        assertThat(hidden(report)).isEmpty();
        assertThat(hidden(message)).isEmpty();
        assertThat(SarifLinks.of(message)).containsExactly("1");
    }

    @Property(tries = TRIES)
    void markdown_has_the_structure_that_it_has_for_a_harmless_text(@ForAll("hostile") String text) {
        String report = Reviews.write(new MarkdownFormat(), Reviews.everywhere(text));
        String harmless = Reviews.write(new MarkdownFormat(), Reviews.everywhere("harmless"));

        assertThat(hidden(report.replace("\u200B", ""))).isEmpty();
        assertThat(MarkdownStructure.of(report)).isEqualTo(MarkdownStructure.of(harmless));
    }

    /** What shows nothing, but for the ends of lines. */
    private static String hidden(String report) {
        return report.codePoints()
                .filter(codePoint -> codePoint != '\n' && VisibleText.isHidden(codePoint))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> known = Arbitraries.of(
                "\u001B[2J",
                "\u001B]8;;http://x\u0007",
                "\u009B1m",
                "\u202E",
                "\u2028",
                "\r",
                "\n",
                "\t",
                "\0",
                "\uFEFF",
                "\uD800",
                "\uDC00",
                "😀",
                "e\u0301",
                "表",
                "::error::",
                "::set-env name=A::",
                "##[group]",
                "##vso[task]",
                "`",
                "```",
                "``````sql",
                "|",
                "\\|",
                "\\",
                "[",
                "](",
                "](1)",
                "[x](1)",
                "![i](http://x)",
                "<img src=x>",
                "</details>",
                "<!--",
                "-->",
                "&lt;",
                "&",
                "*",
                "_",
                "~~",
                "$",
                "#",
                "# ",
                "#1",
                "GH-1",
                "@team",
                "@",
                "http://x.y",
                "www.x.y",
                "a@b.c",
                "mailto:a@b.c",
                "- ",
                "1. ",
                "> ",
                "---",
                "===",
                "    ",
                " ",
                "\"",
                "'",
                "{0}",
                "%",
                "%s",
                "%0A",
                "a",
                "orders",
                "::",
                ":",
                "b");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(4);
        return Arbitraries.frequencyOf(Tuple.of(9, known), Tuple.of(1, any))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
