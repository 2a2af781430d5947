package dev.greenlight.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table that is shipped beside this class: one row for each line, words parted by a blank, {@code #} for comments.
 * Rows are taken apart only when asked for, and with plain loops: a hook reads these tables in a JVM that has just
 * begun, where a stream's first lambda costs more than the table.
 */
final class DataFile {
    private DataFile() {}

    /** The lines by their first words, so many of them. */
    static Map<String, String> index(String name, int keyWords) {
        List<String> lines = lines(name);
        Map<String, String> index = HashMap.newHashMap(lines.size());
        for (String line : lines) {
            index.put(key(line, keyWords), line);
        }
        return Collections.unmodifiableMap(index);
    }

    /** The lines by their first word, which several may share. */
    static Map<String, List<String>> groups(String name) {
        List<String> lines = lines(name);
        Map<String, List<String>> groups = HashMap.newHashMap(lines.size());
        for (String line : lines) {
            String key = key(line, 1);
            List<String> group = groups.get(key);
            if (group == null) {
                group = new ArrayList<>(2);
                groups.put(key, group);
            }
            group.add(line);
        }
        return Collections.unmodifiableMap(groups);
    }

    /** The first words of a line, so many of them. */
    static String key(String line, int words) {
        int end = -1;
        for (int i = 0; i < words; i++) {
            int next = line.indexOf(' ', end + 1);
            end = next < 0 ? line.length() : next;
        }
        return line.substring(0, end);
    }

    /** All lines but comments. */
    static List<String> lines(String name) {
        String text = text(name);
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (text.charAt(start) != '#') {
                lines.add(text.substring(start, end));
            }
            start = end + 1;
        }
        return lines;
    }

    private static String text(String name) {
        try (InputStream stream = DataFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Not shipped: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The versions at this place of the row; all if the row ends before. */
    static VersionRange versions(String[] row, int index) {
        return index < row.length ? VersionRange.parse(row[index]) : VersionRange.ALL;
    }
}
