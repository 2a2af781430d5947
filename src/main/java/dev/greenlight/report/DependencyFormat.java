package dev.greenlight.report;

import dev.greenlight.graph.map.DependencyMap;
import java.io.IOException;

/** A way to draw who needs whom. An arrow goes from what needs to what is needed. */
public interface DependencyFormat {
    /** Its name on the command line. */
    String id();

    /** Whether it is for the eye, which loses itself in what is said twice. */
    boolean isPicture();

    /** Writes the map; ends with a line end. Nothing from a linted file is trusted: each format escapes it. */
    void write(DependencyMap map, Appendable out) throws IOException;
}
