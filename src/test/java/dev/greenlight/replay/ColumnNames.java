package dev.greenlight.replay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The lines of a catalog with the names of columns in the place of their numbers: where a column is in doubt here, those
 * behind it have other numbers on the server.
 */
final class ColumnNames {
    private static final Pattern COLUMN = Pattern.compile("^column (\\S+)\\.(\\d+) (\\S+)(.*)$");
    private static final Pattern CONSTRAINT =
            Pattern.compile("^(constraint (\\S+) .*?)\\(([\\d,]*)\\)(?: to (.*)\\(([\\d,]*)\\))?(.*)$");
    private static final Pattern INDEX = Pattern.compile("^(index \\S+ on (\\S+) \\S+)\\(([\\d,]*)\\)(.*)$");
    private static final Pattern SEQUENCE = Pattern.compile("^(sequence .* owned by )(\\S+)\\.(\\d+)$");

    private final Map<String, String> names = new HashMap<>();

    private ColumnNames() {}

    static SortedSet<String> in(SortedSet<String> lines) {
        ColumnNames names = new ColumnNames();
        lines.forEach(names::note);
        return lines.stream().map(names::named).collect(Collectors.toCollection(TreeSet::new));
    }

    private void note(String line) {
        var column = COLUMN.matcher(line);
        if (column.matches()) {
            names.put(column.group(1) + "." + column.group(2), column.group(3));
        }
    }

    private String named(String line) {
        var column = COLUMN.matcher(line);
        if (column.matches()) {
            return "column " + column.group(1) + " " + column.group(3) + column.group(4);
        }
        var constraint = CONSTRAINT.matcher(line);
        if (constraint.matches()) {
            String to = constraint.group(4) == null
                    ? ""
                    : " to " + constraint.group(4) + names(constraint.group(4), constraint.group(5));
            return constraint.group(1) + names(constraint.group(2), constraint.group(3)) + to + constraint.group(6);
        }
        var index = INDEX.matcher(line);
        if (index.matches()) {
            return index.group(1) + names(index.group(2), index.group(3)) + index.group(4);
        }
        var sequence = SEQUENCE.matcher(line);
        return sequence.matches() ? sequence.group(1) + name(sequence.group(2), sequence.group(3)) : line;
    }

    private String names(String table, String numbers) {
        return Arrays.stream(numbers.split(","))
                .map(number -> name(table, number))
                .sorted()
                .collect(Collectors.joining(",", "(", ")"));
    }

    /** The number of an expression in an index is 0. */
    private String name(String table, String number) {
        return names.getOrDefault(table + "." + number, number);
    }
}
