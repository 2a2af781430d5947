package dev.greenlight.report;

import dev.greenlight.lint.Review;
import dev.greenlight.source.SourceRead.Unreadable;
import java.io.IOException;

/** For a pull request: the verdict, what to do before deploying, and each statement that is not green. */
final class MarkdownFormat implements ReportFormat {
    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public void write(Review review, ReportStyle style, Appendable out) throws IOException {
        out.append("# Greenlight: ").append(MarkdownSignal.of(review.summary().verdict()));
        out.append("\n\n").append(SummaryText.of(review)).append(".\n");
        MarkdownActions.write(review, out);
        MarkdownStatements.write(review, out);
        MarkdownFindings.write(review, out);
        notes(review, out);
    }

    private static void notes(Review review, Appendable out) throws IOException {
        if (review.notes().isEmpty() && review.unreadable().isEmpty()) {
            return;
        }
        out.append("\n## Notes\n\n");
        for (Unreadable file : review.unreadable()) {
            out.append("- Not read: ")
                    .append(MarkdownText.code(file.path() + ":" + file.line()))
                    .append(": ")
                    .append(MarkdownText.inline(file.problem() + "; " + file.remedy()))
                    .append('\n');
        }
        for (String note : review.notes()) {
            out.append("- Note: ").append(MarkdownText.inline(note)).append('\n');
        }
    }
}
