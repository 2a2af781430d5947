package dev.greenlight.report;

import dev.greenlight.lint.Review;
import dev.greenlight.lint.Verdict;
import dev.greenlight.rule.Finding;
import dev.greenlight.source.SourceRead.Unreadable;
import java.io.IOException;

/** For people at a terminal: each finding with its source, then what else there is to say, then the verdict. */
final class TextFormat implements ReportFormat {
    @Override
    public String id() {
        return "text";
    }

    @Override
    public void write(Review review, ReportStyle style, Appendable out) throws IOException {
        for (Finding finding : SamePlace.gather(review.findings(), SamePlace.FEW_NAMES)) {
            for (TextLine line : FindingFrame.of(finding)) {
                line.write(style.color(), out);
            }
            out.append('\n');
        }
        for (String note : review.notes()) {
            new TextLine().add(TextStyle.NOTE, "note").add(": " + note).write(style.color(), out);
        }
        for (Unreadable file : review.unreadable()) {
            unreadable(file).write(style.color(), out);
        }
        verdict(review).write(style.color(), out);
    }

    private static TextLine unreadable(Unreadable file) {
        return new TextLine()
                .add(file.path() + ":" + file.line() + ": ")
                .add(TextStyle.RED, "unreadable")
                .add(": " + file.problem() + "; " + file.remedy());
    }

    private static TextLine verdict(Review review) {
        Verdict verdict = review.summary().verdict();
        return new TextLine().add(style(verdict), verdict.words()).add(": " + SummaryText.of(review));
    }

    private static TextStyle style(Verdict verdict) {
        return switch (verdict) {
            case SAFE -> TextStyle.GREEN;
            case NEEDS_CHANGES -> TextStyle.YELLOW;
            case BLOCKED -> TextStyle.RED;
        };
    }
}
