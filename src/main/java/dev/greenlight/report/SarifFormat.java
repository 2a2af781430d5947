package dev.greenlight.report;

import dev.greenlight.lint.Review;
import java.io.IOException;

/** For GitHub's code scanning and editors: SARIF 2.1.0. */
final class SarifFormat implements ReportFormat {
    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public void write(Review review, ReportStyle style, Appendable out) throws IOException {
        SarifWriter.write(SarifLog.of(review, style), out);
        out.append('\n');
    }
}
