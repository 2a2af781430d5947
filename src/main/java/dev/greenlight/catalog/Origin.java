package dev.greenlight.catalog;

import dev.greenlight.source.Position;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;

/**
 * Where an object came from.
 *
 * @param file the file that made it
 * @param span the statement or clause that made it
 */
public record Origin(SourceFile file, Span span) {
    public Position position() {
        return file.position(span.start());
    }

    /** {@code file:line} without the folders, for messages. */
    public String brief() {
        String path = toString();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@code path:line}. */
    @Override
    public String toString() {
        return file.path() + ":" + position().line();
    }
}
