package dev.greenlight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {
    private static final String GAP = "\u200B";

    @Test
    void running_text_has_no_markup() {
        assertThat(MarkdownText.inline("a_b*c `d` [e](f) <g> ~h~ i|j &k; $l$ m\\n"))
                .isEqualTo("a\\_b\\*c \\`d\\` \\[e\\](f) \\<g\\> \\~h\\~ i\\|j \\&k; \\$l\\$ m\\\\n");
        assertThat(MarkdownText.inline("a\nb")).isEqualTo("a␊b");
    }

    @Test
    void running_text_refers_to_nobody_and_nothing() {
        assertThat(MarkdownText.inline("@team org/repo#12 GH-3"))
                .isEqualTo("@" + GAP + "team org/repo\\#" + GAP + "12 GH-" + GAP + "3");
        assertThat(MarkdownText.inline("https://a.b www.a.b a@b.c mailto:x"))
                .isEqualTo("https:" + GAP + "//a.b www" + GAP + ".a.b a@" + GAP + "b.c mailto" + GAP + ":x");
    }

    @Test
    void text_in_html_has_no_tags() {
        assertThat(MarkdownText.html("<img src=\"x\"> & </details> @team"))
                .isEqualTo("&lt;img src=&quot;x&quot;&gt; &amp; &lt;/details&gt; @" + GAP + "team");
    }

    @Test
    void code_is_fenced_by_more_backticks_than_it_has() {
        assertThat(MarkdownText.code("a_b <c>")).isEqualTo("`a_b <c>`");
        assertThat(MarkdownText.code("a`b``c")).isEqualTo("```a`b``c```");
        assertThat(MarkdownText.code("`a")).isEqualTo("`` `a ``");
        assertThat(MarkdownText.code(" a ")).isEqualTo("`  a  `");
        assertThat(MarkdownText.code("")).isEqualTo("`  `");
        assertThat(MarkdownText.code("a\nb")).isEqualTo("`a␊b`");
    }

    @Test
    void code_in_a_table_stays_in_its_cell() {
        assertThat(MarkdownText.codeInTable("a || b")).isEqualTo("`a \\|\\| b`");
    }

    @Test
    void a_block_is_fenced_by_more_backticks_than_it_has() {
        assertThat(MarkdownText.block("sql", "a\n\t```` b\r\n\u001Bc"))
                .isEqualTo("`````sql\na\n    ```` b\n␛c\n`````\n");
    }
}
