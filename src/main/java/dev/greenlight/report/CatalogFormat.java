package dev.greenlight.report;

import dev.greenlight.lint.PredictedCatalog;
import java.io.IOException;

/** A way to print the catalog that a history leaves. */
public interface CatalogFormat {
    /** Its name on the command line. */
    String id();

    /** Writes the catalog; ends with a line end. Nothing from a linted file is trusted: each format escapes it. */
    void write(PredictedCatalog predicted, Appendable out) throws IOException;
}
