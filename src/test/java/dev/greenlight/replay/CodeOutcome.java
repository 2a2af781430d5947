package dev.greenlight.replay;

import dev.greenlight.migration.MigrationHistory;
import dev.greenlight.migration.Script;
import dev.greenlight.sql.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

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

    /** The scripts in which statements are compared, and how they are replayed. */
    public record Replayed(List<Script> scripts, ReplayOptions options) {
        public Replayed {
            scripts = List.copyOf(scripts);
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

        /** What is in doubt when an entry has run. */
        private Doubt doubtBehind(Script.Entry entry) {
            Session session = new Session(
                    Premises.closed(options, Foreknowledge.of(scripts)), Database.fresh(options.searchPath()));
            options.baseline().forEach(session::prepare);
            for (Script script : scripts) {
                List<Script.Entry> upTo = upTo(entry, script.entries());
                session.run(new Script(script.migration(), upTo));
                if (!upTo.isEmpty() && upTo.getLast() == entry) {
                    break;
                }
            }
            return session.database().doubt();
        }

        private static List<Script.Entry> upTo(Script.Entry last, List<Script.Entry> entries) {
            List<Script.Entry> upTo = new ArrayList<>();
            for (Script.Entry entry : entries) {
                upTo.add(entry);
                if (entry == last) {
                    break;
                }
            }
            return upTo;
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
            comparison.add("server adds ", cameThere, line -> mayExist(doubt, line) && ways.contains(line));
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

    private static boolean mayExist(Doubt doubt, String line) {
        return names(line).stream().anyMatch(name -> doubt.mayExist(type(line), name));
    }

    private static boolean mayBeGone(Doubt doubt, String line) {
        return names(line).stream().anyMatch(name -> doubt.mayBeGone(type(line), name));
    }

    private static ObjectType type(String line) {
        return ObjectType.valueOf(
                line.startsWith("materialized") ? "MATERIALIZED_VIEW" : line.split(" ")[0].toUpperCase(Locale.ROOT));
    }

    /** Of an object and of the table that it belongs to. */
    private static List<String> names(String line) {
        String[] words = line.replace("materialized ", "").split(" ");
        String[] path = words[1].replaceFirst("\\(.*", "").split("\\.");
        return switch (words[0]) {
            case "schema" -> List.of(words[1]);
            case "column", "constraint", "trigger", "policy", "rule" -> List.of(words[2], path[1]);
            default -> List.of(path[1]);
        };
    }
}
