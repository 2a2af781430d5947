package dev.greenlight.report;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.Review;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Finding;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.io.IOException;
import java.util.StringJoiner;

/** The findings, each folded: its headline, and inside what it is about, other places, and what to write instead. */
final class MarkdownFindings {
    private static final int MOST_LINES = 10;
    private static final int MOST_CHARACTERS = 300;

    private MarkdownFindings() {}

    static void write(Review review, Appendable out) throws IOException {
        if (review.findings().isEmpty()) {
            return;
        }
        out.append("\n## Findings\n");
        for (Finding finding : SamePlace.gather(review.findings(), SamePlace.FEW_NAMES)) {
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
        out.append(MarkdownText.block("sql", lines(finding)));
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

    /** The lines that the finding is on; where there are many, the first. */
    private static String lines(Finding finding) {
        SourceFile file = finding.file().written();
        Span span = finding.file().written(finding.span());
        int first = file.position(span.start()).line();
        int last = file.position(span.end()).line();
        int shown = Math.min(last, first + MOST_LINES - 1);
        StringJoiner lines = new StringJoiner("\n");
        for (int line = first; line <= shown; line++) {
            lines.add(cut(file, file.lineSpan(line)));
        }
        return shown < last ? lines.add("…").toString() : lines.toString();
    }

    private static String cut(SourceFile file, Span line) {
        boolean fits = line.length() <= MOST_CHARACTERS;
        return fits ? file.text(line) : file.text(new Span(line.start(), line.start() + MOST_CHARACTERS)) + "…";
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
