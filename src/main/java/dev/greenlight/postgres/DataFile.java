package dev.greenlight.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table that is shipped beside this class: one row for each line, words parted by a blank, {@code #} for comments. */
final class DataFile {
    private DataFile() {}

    static List<String[]> rows(String name) {
        try (InputStream stream = DataFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Not shipped: " + name);
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The versions at this place of the row; all if the row ends before. */
    static VersionRange versions(String[] row, int index) {
        return index < row.length ? VersionRange.parse(row[index]) : VersionRange.ALL;
    }
}
