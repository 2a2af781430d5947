package dev.greenlight.effect;

import dev.greenlight.postgres.PostgresVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The matrix as a page of the documentation: of each statement what it does to a plain table on the newest version, and
 * where other tables and versions differ. It says what the servers do: what is predicted, but for what is known to
 * differ, and {@link LockMatrixTest} shows that there is no more.
 */
final class LockMatrixPage {
    private static final Map<MatrixKind, String> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(MatrixKind.PLAIN, "plain");
        KINDS.put(MatrixKind.PARENT, "partitioned");
        KINDS.put(MatrixKind.PARTITION, "partition");
        KINDS.put(MatrixKind.REFERENCED, "referred to");
        KINDS.put(MatrixKind.VIEWED, "with a view");
    }

    private final List<MatrixRow> rows = MatrixRow.all();
    private final Map<MatrixCell, SortedMap<Integer, String>> words = new LinkedHashMap<>();
    private final Map<MatrixCell, String> wholes = new LinkedHashMap<>();
    private final StringBuilder page = new StringBuilder();

    private LockMatrixPage() {
        List<MatrixCell> cells = rows.stream().flatMap(LockMatrixPage::cells).toList();
        List<PostgresVersion> versions = IntStream.rangeClosed(
                        PostgresVersion.OLDEST.major(), PostgresVersion.NEWEST.major())
                .mapToObj(PostgresVersion::new)
                .toList();
        Map<PostgresVersion, Map<MatrixCell, SortedSet<String>>> predicted = new ConcurrentHashMap<>();
        versions.parallelStream().forEach(version -> predicted.put(version, new MatrixPrediction(version).of(cells)));
        for (PostgresVersion version : versions) {
            for (MatrixCell cell : cells) {
                SortedSet<String> lines = KnownDifference.onServer(
                        cell.known(version), predicted.get(version).get(cell));
                wholes.put(cell, MatrixSummary.ofWhole(cell, lines));
                words.computeIfAbsent(cell, key -> new TreeMap<>()).put(version.major(), MatrixSummary.of(cell, lines));
            }
        }
    }

    private static Stream<MatrixCell> cells(MatrixRow row) {
        return row.cells().filter(cell -> cell.kind() != MatrixKind.NEW);
    }

    static String write() {
        return new LockMatrixPage().all();
    }

    private String all() {
        page.append(MatrixRow.read("page.md"));
        Map<String, List<MatrixRow>> groups =
                rows.stream().collect(Collectors.groupingBy(MatrixRow::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach(this::group);
        return page.toString();
    }

    private void group(String heading, List<MatrixRow> group) {
        page.append("\n## ").append(heading).append("\n");
        List<MatrixRow> telling = group.stream().filter(row -> !isQuiet(row)).toList();
        if (!telling.isEmpty()) {
            page.append("\n| statement | does | where it differs |\n|---|---|---|\n");
            telling.forEach(this::row);
        }
        List<String> quiet = group.stream()
                .filter(this::isQuiet)
                .map(LockMatrixPage::statement)
                .toList();
        if (!quiet.isEmpty()) {
            page.append("\nNothing is locked in these modes and no row read by ")
                    .append(String.join(", ", quiet))
                    .append(".\n");
        }
    }

    private boolean isQuiet(MatrixRow row) {
        return cells(row).flatMap(cell -> words.get(cell).values().stream()).allMatch(MatrixSummary::isNothing);
    }

    private void row(MatrixRow row) {
        List<MatrixCell> cells = cells(row).toList();
        int since = since(cells);
        MatrixCell first = cells.stream()
                .filter(cell -> !newest(cell).startsWith("refused"))
                .findFirst()
                .orElse(cells.getFirst());
        List<String> notes = new ArrayList<>();
        if (since > PostgresVersion.OLDEST.major()) {
            notes.add("since " + since);
        }
        for (MatrixCell cell : cells) {
            note(cell, first, since).ifPresent(notes::add);
        }
        page.append("| %s | %s%s | %s |\n"
                .formatted(statement(row), on(first, cells), newest(first), String.join("<br>", notes)));
    }

    /** What is to be said of a kind of table, if it is not like the first. */
    private Optional<String> note(MatrixCell cell, MatrixCell first, int since) {
        List<String> notes = new ArrayList<>();
        if (cell != first && !newest(cell).equals(newest(first))) {
            notes.add(isWhole(cell, first) ? "so are its partitions" : newest(cell));
        }
        older(cell, since).forEach((versions, said) -> {
            if (cell == first || !said.equals(older(first, since).get(versions))) {
                notes.add("on " + versions + " " + said);
            }
        });
        String name = cell == first ? "" : "**" + KINDS.get(cell.kind()) + "**: ";
        return notes.isEmpty() ? Optional.empty() : Optional.of(name + String.join("; ", notes));
    }

    /** Whether what is said of the table holds for its partitions and for no more. */
    private boolean isWhole(MatrixCell cell, MatrixCell first) {
        return wholes.getOrDefault(cell, "").equals(newest(first));
    }

    private static String on(MatrixCell first, List<MatrixCell> cells) {
        return first == cells.getFirst() ? "" : "**" + KINDS.get(first.kind()) + "**: ";
    }

    private String newest(MatrixCell cell) {
        return words.get(cell).get(PostgresVersion.NEWEST.major());
    }

    /** The first version that takes the statement on any table. */
    private int since(List<MatrixCell> cells) {
        return IntStream.rangeClosed(PostgresVersion.OLDEST.major(), PostgresVersion.NEWEST.major())
                .filter(version -> cells.stream()
                        .anyMatch(cell -> !words.get(cell).get(version).startsWith("refused")))
                .findFirst()
                .orElse(PostgresVersion.OLDEST.major());
    }

    /** What older versions do otherwise, by the versions that do it. */
    private SortedMap<String, String> older(MatrixCell cell, int since) {
        SortedMap<String, String> notes = new TreeMap<>();
        SortedMap<Integer, String> said = words.get(cell).tailMap(since);
        for (String other : new TreeSet<>(said.values())) {
            if (!other.equals(newest(cell))) {
                List<Integer> versions = said.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(other))
                        .map(Map.Entry::getKey)
                        .toList();
                notes.put(range(versions), other);
            }
        }
        return notes;
    }

    private static String range(List<Integer> versions) {
        return versions.size() == 1 ? versions.getFirst().toString() : versions.getFirst() + "–" + versions.getLast();
    }

    private static String statement(MatrixRow row) {
        String sql = row.sql().replace("{t}", "t").replace("{c}", "t").replace("|", "\\|");
        return "`" + sql + "`" + (row.where() == null ? "" : " (" + row.where() + ")");
    }
}
