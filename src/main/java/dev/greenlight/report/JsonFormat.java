package dev.greenlight.report;

import dev.greenlight.lint.Review;
import java.io.IOException;

/** For programs: one object with everything that is known, in a fixed order. What it holds is a contract. */
final class JsonFormat implements ReportFormat {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public void write(Review review, ReportStyle style, Appendable out) throws IOException {
        JsonReview.write(review, out);
        out.append('\n');
    }
}
