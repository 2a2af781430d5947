package dev.greenlight.corpus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of comparing the statements of a file, or of all. */
final class RegressionTally {
    static final String HEAD =
            "%-24s %28s %28s %8s".formatted("", "definitions: same, other, %", "the rest: same, other, %", "left out");

    /** Why a statement is not compared. */
    enum LeftOut {
        VARIABLE("psql puts something into it, or copies rows for it"),
        LIBRARY("it needs a library in C, or a file"),
        DEPENDS("it names what an earlier difference or omission is about"),
        FAILED_TRANSACTION("an earlier statement of its transaction has failed"),
        DATA("it fails by the rows there are, or runs for too long"),
        PRIVILEGE("the role that runs it may not, which is no matter of the catalog"),
        BUILD("the server was built without it"),
        ASSUMED("it names a role, database, tablespace, schema or extension that no file makes: it is assumed");

        private final String words;

        LeftOut(String words) {
            this.words = words;
        }
    }

    /** Statements of a kind that were compared. */
    static final class Compared {
        private int same;
        private int other;

        double agreement() {
            return same + other == 0 ? 1 : (double) same / (same + other);
        }

        @Override
        public String toString() {
            return "%6d %5d %6.2f".formatted(same, other, 100 * agreement());
        }
    }

    private final Compared definitions = new Compared();
    private final Compared rest = new Compared();
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private final List<String> differences = new ArrayList<>();

    void leaveOut(LeftOut why) {
        leftOut.merge(why, 1, Integer::sum);
    }

    void same(boolean definition) {
        (definition ? definitions : rest).same++;
    }

    void differ(boolean definition, String line) {
        (definition ? definitions : rest).other++;
        differences.add((definition ? "D " : "R ") + line);
    }

    void add(RegressionTally more) {
        definitions.same += more.definitions.same;
        definitions.other += more.definitions.other;
        rest.same += more.rest.same;
        rest.other += more.rest.other;
        differences.addAll(more.differences);
        more.leftOut.forEach((why, count) -> leftOut.merge(why, count, Integer::sum));
    }

    Compared definitions() {
        return definitions;
    }

    List<String> differences() {
        return differences;
    }

    String row(String name) {
        int left = leftOut.values().stream().mapToInt(Integer::intValue).sum();
        return "%-24s %28s %28s %8d".formatted(name, definitions, rest, left);
    }

    String reasons() {
        return leftOut.entrySet().stream()
                .map(entry -> "%6d left out: %s".formatted(entry.getValue(), entry.getKey().words))
                .collect(Collectors.joining("\n"));
    }
}
