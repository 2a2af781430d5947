package dev.greenlight.report;

import dev.greenlight.lint.Review;
import dev.greenlight.lint.Summary;

/** A review's numbers in words, the same in every format that people read. */
final class SummaryText {
    private SummaryText() {}

    /** Such as {@code 3 findings; 2 migrations, 5 statements: 1 red, 0 yellow, 4 green; 0 not understood}. */
    static String of(Review review) {
        Summary summary = review.summary();
        int unread = review.unreadable().size();
        return count(review.findings().size(), "finding") + "; "
                + count(summary.migrations(), "migration") + ", "
                + count(summary.statements(), "statement") + ": " + signals(summary) + "; "
                + (summary.opaque() + summary.unparsed()) + " not understood"
                + (unread == 0 ? "" : "; " + count(unread, "file") + " not read");
    }

    static String count(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private static String signals(Summary summary) {
        int down = summary.statements() - summary.red() - summary.yellow() - summary.green();
        return summary.red() + " red, " + summary.yellow() + " yellow, " + summary.green() + " green"
                + (down == 0 ? "" : ", " + down + " going down");
    }
}
