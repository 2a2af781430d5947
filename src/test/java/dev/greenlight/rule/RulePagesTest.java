package dev.greenlight.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulePagesTest {
    private static final String PAGE = """
            ---
            title: A column: added
            signal: yellow
            category: running-code
            since: 14
            ---

            It waits.

            ## Unsafe
            """;

    @Test
    void a_page_says_what_its_rule_is() {
        RulePage page = RulePageParser.parse("a-rule", PAGE);

        assertThat(page)
                .isEqualTo(new RulePage(
                        "a-rule",
                        "A column: added",
                        Level.YELLOW,
                        "running-code",
                        14,
                        false,
                        "It waits.\n\n## Unsafe\n"));
        assertThat(page.description()).isEqualTo("It waits.");
    }

    @Test
    void line_ends_may_be_those_of_windows() {
        assertThat(RulePageParser.parse("a-rule", PAGE.replace("\n", "\r\n")))
                .isEqualTo(RulePageParser.parse("a-rule", PAGE));
    }

    @Test
    void since_may_be_left_out() {
        assertThat(RulePageParser.parse("a-rule", PAGE.replace("since: 14\n", ""))
                        .since())
                .isZero();
    }

    @Test
    void a_rule_may_be_off_until_a_project_switches_it_on() {
        RulePage page = RulePageParser.parse("a-rule", PAGE.replace("since: 14", "default: off"));

        assertThat(page.optional()).isTrue();
        assertThat(page.defaultLevel()).isEmpty();
        wrong(PAGE.replace("since: 14", "default: no"), "1: default is \"no\", not on or off");
    }

    @Test
    void what_is_wrong_with_a_page_is_said_with_its_place() {
        wrong("", "1: does not begin with a line ---");
        wrong("title: x\n", "1: does not begin with a line ---");
        wrong("---\ntitle: x\n", "2: no line --- ends the front matter");
        wrong(PAGE.replace("signal: yellow\n", ""), "1: signal is missing");
        wrong(PAGE.replace("yellow", "amber"), "1: signal is \"amber\", not red, yellow or note");
        wrong(PAGE.replace("yellow", "green"), "1: signal is \"green\", not red, yellow or note");
        wrong(PAGE.replace("title", "titel"), "2: \"titel\" is none of title, signal, category, since, default");
        wrong(PAGE.replace("category", "title"), "4: title is given twice");
        wrong(PAGE.replace("title: A column: added", "title: "), "2: title has no value");
        wrong(PAGE.replace("14", "v14"), "1: since is \"v14\", not a major version such as 14");
        wrong(
                PAGE.replace("running-code", "Running code"),
                "1: category is \"Running code\", not lower-case words joined by hyphens");
        wrong(PAGE.substring(0, PAGE.indexOf("It")), "7: nothing stands below the front matter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-rule", "../rules/x", "A", "a--b", "-a", "a\n"})
    void a_word_that_is_no_rule_has_no_page(String word) {
        assertThat(RulePages.find(word)).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> RulePages.page(word))
                .withMessage("there is no page rules/" + word + ".md");
    }

    private static void wrong(String text, String problem) {
        assertThatIllegalStateException()
                .isThrownBy(() -> RulePageParser.parse("a-rule", text))
                .withMessage("rules/a-rule.md:" + problem);
    }
}
