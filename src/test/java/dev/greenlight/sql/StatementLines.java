package dev.greenlight.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The fixture files of statements: one on a line, with lines of comments and empty ones between them. Indented lines
 * below a statement are its tree, as {@link TreeText} writes it.
 */
final class StatementLines {
    static final String INDENT = "    ";

    /** The files of statements that the server accepts; beside each is one of those that it rejects. */
    private static final List<String> GROUPS =
            List.of("relations", "types", "routines", "objects", "privileges", "session", "data");

    private StatementLines() {}

    static Stream<String> accepted() {
        return GROUPS.stream().flatMap(StatementLines::accepted);
    }

    static Stream<String> accepted(String group) {
        return of(group + ".txt");
    }

    /** Those that are neither queries nor change rows. */
    static Stream<String> definitions() {
        return GROUPS.stream().filter(group -> !group.equals("data")).flatMap(StatementLines::accepted);
    }

    /** Those that are accepted, and those that the server never sees as they are. */
    static Stream<String> withTrees() {
        return Stream.concat(GROUPS.stream(), Stream.of("placeholders")).flatMap(group -> withTrees(group + ".txt"));
    }

    static Stream<String> rejected() {
        return GROUPS.stream().flatMap(group -> of(group + "-rejected.txt"));
    }

    /** A statement around an expression: ALTER COLUMN … SET DEFAULT takes any. */
    static String column(String expression) {
        return "ALTER TABLE t ALTER COLUMN c SET DEFAULT " + expression + ", DROP COLUMN d";
    }

    /** The statements of a file. */
    static Stream<String> of(String file) {
        return lines(file).filter(line -> !line.startsWith(INDENT));
    }

    /** Each statement of a file with the lines of its tree. */
    private static Stream<String> withTrees(String file) {
        List<String> fixtures = new ArrayList<>();
        lines(file).forEach(line -> {
            if (line.startsWith(INDENT)) {
                fixtures.set(fixtures.size() - 1, fixtures.getLast() + "\n" + line);
            } else {
                fixtures.add(line);
            }
        });
        return fixtures.stream();
    }

    static Stream<String> lines(String file) {
        try (InputStream in = StatementLines.class.getResourceAsStream("/statements/" + file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("--"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
