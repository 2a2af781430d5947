package dev.greenlight.report;

import dev.greenlight.lint.difference.CatalogDifference;
import java.io.IOException;

/** A way to print what differs between two states of a database. */
public interface DifferenceFormat {
    /** Its name on the command line. */
    String id();

    /**
     * Writes it; ends with a line end. Nothing from a linted file is trusted: each format escapes it.
     *
     * @param first what the first state is called
     * @param second what the second one is called
     */
    void write(CatalogDifference difference, String first, String second, Appendable out) throws IOException;
}
