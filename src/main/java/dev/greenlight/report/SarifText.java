package dev.greenlight.report;

import com.contrastsecurity.sarif.Message;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Finding;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/**
 * Messages as SARIF has them, where {@code [text](1)} is a link to a related location (SARIF 3.11.6): as plain text,
 * and as Markdown with the SQL to write instead.
 */
final class SarifText {
    private SarifText() {}

    static Message of(Finding finding) {
        Message message = new Message().withText(sentences(finding, SarifText::plain, SarifText::linkText));
        SafeForm safeForm = finding.safeForm();
        if (safeForm == null || safeForm.sql().isEmpty()) {
            return message;
        }
        String markdown = sentences(finding, MarkdownText::inline, MarkdownText::inline);
        return message.withMarkdown(markdown + "\n\n" + MarkdownText.block("sql", safeForm.sql()));
    }

    /** Foreign text that has no links. Brackets that are no link are left as they are, for not all who read escape. */
    static String plain(String text) {
        String visible = VisibleText.of(text);
        return visible.contains("](") ? escaped(visible) : visible;
    }

    private static String linkText(String text) {
        return escaped(VisibleText.of(text));
    }

    private static String sentences(Finding finding, UnaryOperator<String> foreign, UnaryOperator<String> linkText) {
        StringBuilder text = new StringBuilder(foreign.apply(finding.message()));
        if (!finding.related().isEmpty()) {
            text.append(" (see ").append(links(finding, linkText)).append(')');
        }
        text.append('.');
        if (finding.safeForm() != null) {
            text.append(' ').append(foreign.apply(finding.safeForm().advice()));
        }
        return text.toString();
    }

    private static String links(Finding finding, UnaryOperator<String> linkText) {
        StringJoiner links = new StringJoiner(", ");
        int id = 1;
        for (Finding.Related related : finding.related()) {
            links.add("[" + linkText.apply(related.message()) + "](" + id + ")");
            id++;
        }
        return links.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }
}
