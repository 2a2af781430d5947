package dev.greenlight.report;

import dev.greenlight.lint.Review;
import java.io.IOException;

/** A way to print a review. */
public interface ReportFormat {
    /** Its name on the command line. */
    String id();

    /** Writes the review; ends with a line end. Nothing from a linted file is trusted: each format escapes it. */
    void write(Review review, ReportStyle style, Appendable out) throws IOException;
}
