package dev.greenlight.report;

import dev.greenlight.lint.PredictedCatalog;
import java.io.IOException;
import java.util.List;

/** A way to print the catalog that a history leaves. */
public interface CatalogFormat {
    /** Its name on the command line. */
    String id();

    /**
     * Writes the catalog; ends with a line end. Nothing from a linted file is trusted: each format escapes it.
     *
     * @return what of the catalog it could not write, one line each
     */
    List<String> write(PredictedCatalog predicted, Appendable out) throws IOException;

    /** As {@link #write}, for any number of histories, each with its folder. */
    List<String> writeAll(List<PredictedCatalog> predicted, Appendable out) throws IOException;
}
