package dev.greenlight.effect;

import dev.greenlight.postgres.LockMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of the matrix says, in few words: relations by the part that they play, modes by their first letters.
 * Left out is what any query locks too, and an index or sequence where its table's lock says as much.
 */
final class MatrixSummary {
    private static final String NOTHING = "nothing";

    private final @Nullable MatrixKind kind;
    private final SortedSet<String> lines;

    private final boolean whole;
    private boolean uniform = true;

    private MatrixSummary(@Nullable MatrixKind kind, SortedSet<String> lines, boolean whole) {
        this.whole = whole;
        this.kind = kind;
        this.lines = lines;
    }

    /** Such as {@code AE table, partitions; SRE other; scan of table}. */
    static String of(MatrixCell cell, SortedSet<String> lines) {
        return new MatrixSummary(cell.kind(), lines, false).words();
    }

    /** The same, where a table and its partitions are not told apart; empty if they are not treated alike. */
    static String ofWhole(MatrixCell cell, SortedSet<String> lines) {
        MatrixSummary summary = new MatrixSummary(cell.kind(), lines, true);
        String words = summary.words();
        return summary.uniform ? words : "";
    }

    static boolean isNothing(String words) {
        return words.equals(NOTHING);
    }

    private String words() {
        List<String> parts = new ArrayList<>();
        for (String line : lines) {
            if (line.contains("fails with ") && !line.equals(MatrixServer.REFUSED)) {
                return "refused (" + line.substring(line.length() - 5) + ")";
            }
        }
        boolean alone = lines.contains(MatrixServer.REFUSED);
        if (alone) {
            parts.add("alone");
        }
        locks().forEach((mode, roles) -> parts.add(initials(mode) + " " + String.join(", ", roles)));
        works().forEach((work, roles) -> parts.add(work + " of " + String.join(", ", roles)));
        return parts.isEmpty() ? NOTHING : String.join("; ", parts);
    }

    static String initials(LockMode mode) {
        return Arrays.stream(mode.words().split(" "))
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }

    /** The strongest first. */
    private Map<LockMode, List<String>> locks() {
        Map<String, LockMode> byRole = new LinkedHashMap<>();
        for (String line : lines) {
            String[] sides = withoutPrefix(line).split(" on ", 2);
            if (sides.length == 2) {
                LockMode mode = LockMode.valueOf(sides[0].replace(' ', '_'));
                LockMode known = byRole.put(role(sides[1]), mode);
                if (known != null) {
                    uniform &= known == mode || role(sides[1]).contains(" of ");
                    byRole.put(role(sides[1]), mode.strongest(known));
                }
            }
        }
        Map<LockMode, List<String>> byMode = new TreeMap<>(Comparator.reverseOrder());
        byRole.forEach((role, mode) -> {
            LockMode ofTable = byRole.get(role.replaceFirst(".* of ", ""));
            boolean implied = role.contains(" of ") && ofTable != null && ofTable.compareTo(mode) >= 0;
            if (!implied && mode.compareTo(LockMode.ROW_EXCLUSIVE) > 0) {
                byMode.computeIfAbsent(mode, key -> new ArrayList<>()).add(role);
            }
        });
        byMode.values().forEach(roles -> roles.sort(Comparator.comparing(MatrixSummary::order)));
        return byMode;
    }

    private static String withoutPrefix(String line) {
        return line.startsWith(MatrixServer.BY_ITSELF) ? line.substring(MatrixServer.BY_ITSELF.length()) : line;
    }

    private Map<String, List<String>> works() {
        Map<String, List<String>> works = new TreeMap<>();
        for (String line : lines) {
            String[] sides = withoutPrefix(line).split(" of ", 2);
            if (sides.length == 2 && !line.contains(" on ")) {
                List<String> roles = works.computeIfAbsent(sides[0].replace('-', ' '), key -> new ArrayList<>());
                if (!roles.contains(role(sides[1]))) {
                    roles.add(role(sides[1]));
                }
            }
        }
        works.values().forEach(roles -> roles.sort(Comparator.comparing(MatrixSummary::order)));
        return works;
    }

    /** The table first, indexes and the like last. */
    private static String order(String role) {
        return (role.contains(" of ") ? "3" : role.equals("table") ? "1" : "2") + role;
    }

    private String role(String relation) {
        if (relation.endsWith("_seq") || relation.equals("numbers")) {
            return relation.equals("numbers") ? "sequence" : "sequence of table";
        }
        if (relation.matches(".*_(idx|pkey|key)")) {
            String name = relation.replaceFirst(
                    "_(?:(?:note|line|number|abs|only|own|other|code|m)(?:_at)?_)?(idx|pkey|key)$", "");
            return "indexes of " + tableRole(relation.contains("_m_") ? name + "_m" : name);
        }
        return tableRole(relation);
    }

    private String tableRole(String relation) {
        if (kind == null) {
            return relation;
        }
        return relation.equals(kind.table())
                ? "table"
                : switch (relation) {
                    case "others" -> "other";
                    case "referrers" -> "referring table";
                    case "viewing" -> "view";
                    case "whole" -> "partitioned table";
                    case "whole_default" -> "default partition";
                    case "parent_default" -> {
                        boolean all = lines.stream().anyMatch(line -> line.endsWith(" parent_2023"));
                        yield whole ? "table" : all ? "partitions" : "default partition";
                    }
                    case "parent_2023" -> whole ? "table" : "partitions";
                    default -> neighbour(relation.replaceFirst("^" + kind.table(), ""));
                };
    }

    /** What a row makes beside its table. */
    private static String neighbour(String suffix) {
        return switch (suffix) {
            case "_v", "_m" -> "view";
            case "_2030" -> "partition";
            case "_parent", "_whole" -> "parent";
            default -> "another";
        };
    }
}
