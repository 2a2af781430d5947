package dev.greenlight.effect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the matrix: a statement, as its file has it.
 *
 * @param group the heading that it stands below
 * @param sql with {@code {t}} where the table's name belongs; one without is about no table
 * @param before what has to be done first
 * @param where what a reader has to know of it; null if nothing
 * @param gates what another session holds up the statement by, where a transaction does not take it
 * @param known what is known to differ
 */
record MatrixRow(
        String group,
        String sql,
        List<String> before,
        @Nullable String where,
        List<String> gates,
        List<KnownDifference> known) {
    private static final List<String> FILES =
            List.of("columns.sql", "constraints.sql", "settings.sql", "tables.sql", "attachments.sql", "others.sql");

    /** All of them, in the order of the files. */
    static List<MatrixRow> all() {
        return FILES.stream().flatMap(file -> rows(read(file))).toList();
    }

    static String read(String file) {
        try (InputStream input = MatrixRow.class.getResourceAsStream("matrix/" + file)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<MatrixRow> rows(String text) {
        List<MatrixRow> rows = new ArrayList<>();
        String group = "";
        List<String> notes = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            if (line.startsWith("# ")) {
                group = line.substring(2);
            } else if (line.startsWith("-- ")) {
                notes.add(line.substring(3));
            } else {
                rows.add(row(group, line.replaceFirst(";$", ""), notes));
                notes.clear();
            }
        }
        return rows.stream();
    }

    private static MatrixRow row(String group, String sql, List<String> notes) {
        List<KnownDifference> known = notes.stream()
                .filter(note -> note.contains("only: "))
                .map(KnownDifference::read)
                .toList();
        @Nullable String where = after("where: ", notes).stream().findFirst().orElse(null);
        return new MatrixRow(group, sql, after("before: ", notes), where, after("gate: ", notes), known);
    }

    private static List<String> after(String word, List<String> notes) {
        return notes.stream()
                .filter(note -> note.startsWith(word))
                .map(note -> note.substring(word.length()))
                .toList();
    }

    /** One for each kind of table, or a single one where it is about none. */
    Stream<MatrixCell> cells() {
        boolean any = (sql + before).matches("(?s).*\\{[tc]}.*");
        return any
                ? Stream.of(MatrixKind.values()).map(kind -> new MatrixCell(this, kind))
                : Stream.of(new MatrixCell(this, null));
    }
}
