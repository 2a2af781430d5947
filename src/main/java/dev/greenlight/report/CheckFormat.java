package dev.greenlight.report;

import dev.greenlight.lint.SchemaReview;
import java.io.IOException;

/** A way to print what is said of the schema that migrations leave. */
public interface CheckFormat {
    /** Its name on the command line. */
    String id();

    /** Ends with a line end. Nothing from a linted file is trusted: each format escapes it. */
    void write(SchemaReview review, Appendable out) throws IOException;
}
