package dev.greenlight.report;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.Review;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Finding;
import java.io.IOException;

/** The findings, each folded: its headline, and inside what it is about, other places, and what to write instead. */
final class MarkdownFindings {
    private MarkdownFindings() {}

    static void write(Review review, Appendable out) throws IOException {
        if (review.findings().isEmpty()) {
            return;
        }
        out.append("\n## Findings\n");
        for (Finding finding : review.findings()) {
            write(finding, out);
        }
    }

    private static void write(Finding finding, Appendable out) throws IOException {
        String place = new Origin(finding.file(), finding.span()).toString();
        out.append("\n<details>\n<summary>")
                .append(MarkdownSignal.of(finding.level()))
                .append(": ")
                .append(MarkdownText.html(finding.message()))
                .append(" (<code>")
                .append(MarkdownText.html(place))
                .append("</code>)</summary>\n\n");
        out.append(MarkdownText.block("sql", finding.file().text(finding.span())));
        for (Finding.Related related : finding.related()) {
            out.append("\nSee ")
                    .append(MarkdownText.code(related.place().toString()))
                    .append(": ")
                    .append(MarkdownText.inline(related.message()))
                    .append(".\n");
        }
        if (finding.safeForm() != null) {
            safeForm(finding.safeForm(), out);
        }
        out.append("\nRule: `").append(finding.rule()).append("`\n\n</details>\n");
    }

    private static void safeForm(SafeForm safeForm, Appendable out) throws IOException {
        out.append("\nSafe form: ")
                .append(MarkdownText.inline(safeForm.advice()))
                .append('\n');
        if (!safeForm.sql().isEmpty()) {
            out.append('\n').append(MarkdownText.block("sql", safeForm.sql()));
        }
    }
}
