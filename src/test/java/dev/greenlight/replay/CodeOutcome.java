package dev.greenlight.replay;

import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.sql.DataStatement;
import dev.greenlight.sql.ObjectType;
import dev.greenlight.sql.RoutineStatement;
import dev.greenlight.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a statement that runs code has made of a catalog here, against what it has made of a server's. Where the code may
 * go more than one way, the server has gone one of them: what differs has to be in doubt here, and to be there on one of
 * the ways.
 *
 * @param kept what is the same only because both outcomes are kept here, one line each
 * @param differences what is different, one line each
 */
public record CodeOutcome(List<String> kept, List<String> differences) {
    public CodeOutcome {
        kept = List.copyOf(kept);
        differences = List.copyOf(differences);
    }

    /** Scripts in which statements are compared. */
    public static final class Replayed {
        private final List<Script> scripts;
        private final ReplayOptions options;
        private @Nullable Map<Script.Entry, Doubt> doubts;

        public Replayed(List<Script> scripts, ReplayOptions options) {
            this.scripts = List.copyOf(scripts);
            this.options = options;
        }

        public HistoryRun run() {
            MigrationHistory history = new MigrationHistory(
                    ".", "plain", scripts.stream().map(Script::migration).toList(), false, List.of());
            return Replay.run(history, scripts, options);
        }

        /** As if the history did not have a script. */
        public Replayed without(Script left) {
            return new Replayed(
                    scripts.stream().filter(script -> script != left).toList(), options);
        }

        /** What is in doubt when a statement has run. */
        private Doubt doubtBehind(Script.Entry entry) {
            if (doubts == null) {
                doubts = doubts();
            }
            return doubts.get(entry);
        }

        private Map<Script.Entry, Doubt> doubts() {
            Map<Script.Entry, Doubt> behind = new IdentityHashMap<>();
            Session session = new Session(
                    Premises.closed(options, Foreknowledge.of(scripts)), Database.fresh(options.searchPath()));
            options.baseline().forEach(session::prepare);
            for (Script script : scripts) {
                for (int i = 0; i < script.entries().size(); i++) {
                    Script.Entry entry = script.entries().get(i);
                    if (mayRunCode(entry.statement())) {
                        Session part = session.fork();
                        part.run(new Script(script.migration(), script.entries().subList(0, i + 1)));
                        behind.put(entry, part.database().doubt());
                    }
                }
                session.run(script);
            }
            return behind;
        }

        private static boolean mayRunCode(Statement statement) {
            return statement instanceof RoutineStatement || statement instanceof DataStatement;
        }
    }

    public static CodeOutcome of(
            Step step, Replayed replayed, SortedSet<String> serverBefore, SortedSet<String> serverAfter) {
        SortedSet<String> before = ColumnNames.in(CatalogLines.of(step.before()));
        SortedSet<String> after = ColumnNames.in(CatalogLines.of(step.after()));
        SortedSet<String> came = without(after, before);
        SortedSet<String> went = without(before, after);
        SortedSet<String> cameThere = without(ColumnNames.in(serverAfter), ColumnNames.in(serverBefore));
        SortedSet<String> wentThere = without(ColumnNames.in(serverBefore), ColumnNames.in(serverAfter));
        cameThere.removeIf(line -> came.remove(line) || came.remove(CatalogLines.withoutType(line)));
        wentThere.removeIf(line -> went.remove(line) || went.remove(CatalogLines.withoutType(line)));
        Comparison comparison = new Comparison();
        if (!came.isEmpty() || !went.isEmpty() || !cameThere.isEmpty() || !wentThere.isEmpty()) {
            Doubt doubt = replayed.doubtBehind(step.entry());
            Set<String> ways = ways(step);
            comparison.add("server adds ", cameThere, line -> mayExist(doubt, line) && isIn(ways, line));
            comparison.add("server keeps ", went, line -> mayExist(doubt, line));
            comparison.add("server lacks ", came, line -> mayBeGone(doubt, line));
            comparison.add("server drops ", wentThere, line -> mayBeGone(doubt, line));
        }
        return new CodeOutcome(comparison.kept, comparison.differences);
    }

    private static final class Comparison {
        private final List<String> kept = new ArrayList<>();
        private final List<String> differences = new ArrayList<>();

        void add(String what, SortedSet<String> lines, Predicate<String> isKept) {
            lines.forEach(line -> (isKept.test(line) ? kept : differences).add(what + line));
        }
    }

    private static SortedSet<String> without(SortedSet<String> lines, SortedSet<String> others) {
        SortedSet<String> rest = new TreeSet<>(lines);
        rest.removeAll(others);
        return rest;
    }

    /** What is there on one of the ways that the code may go. */
    private static Set<String> ways(Step step) {
        Set<String> lines = new TreeSet<>();
        step.all().forEach(one -> lines.addAll(ColumnNames.in(CatalogLines.of(one.after()))));
        return lines;
    }

    /**
     * Where a name is put together from what is not known, another stands in its place on the server; that of an index
     * which is made from it may be cut elsewhere.
     */
    private static boolean isIn(Set<String> ways, String line) {
        return ways.contains(line)
                || ways.stream()
                        .filter(way -> way.contains(Value.HOLE))
                        .anyMatch(way -> withoutIndexName(line).matches(pattern(withoutIndexName(way))));
    }

    private static String pattern(String way) {
        return Arrays.stream(way.split(Pattern.quote(Value.HOLE), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\S*"));
    }

    private static String withoutIndexName(String line) {
        return line.replaceFirst("^index \\S+ on ", "index on ");
    }

    private static boolean mayExist(Doubt doubt, String line) {
        return parts(line).stream().anyMatch(part -> doubt.mayExist(part.type(), part.name()));
    }

    private static boolean mayBeGone(Doubt doubt, String line) {
        return parts(line).stream().anyMatch(part -> doubt.mayBeGone(part.type(), part.name()));
    }

    private record Part(ObjectType type, String name) {}

    /** An object and the table that it belongs to. */
    private static List<Part> parts(String line) {
        String[] words = line.replace("materialized view", "materialized_view").split(" ");
        String[] path = words[1].replaceFirst("\\(.*", "").split("\\.");
        ObjectType type = ObjectType.valueOf(words[0].toUpperCase(Locale.ROOT));
        return switch (type) {
            case SCHEMA -> List.of(new Part(type, words[1]));
            case COLUMN, CONSTRAINT, TRIGGER, POLICY, RULE ->
                List.of(new Part(type, words[2]), new Part(ObjectType.TABLE, path[1]));
            case INDEX -> List.of(new Part(type, path[1]), new Part(ObjectType.TABLE, words[3].split("\\.")[1]));
            default -> List.of(new Part(type, path[1]));
        };
    }
}
