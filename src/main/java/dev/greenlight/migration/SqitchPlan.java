package dev.greenlight.migration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sqitch's {@code sqitch.plan} as far as it says which scripts run (sqitch's manual, "sqitchchanges"; {@code
 * App::Sqitch::Plan}): a line for each change in the order of deploying, and for each tag one below the change that it
 * is on.
 *
 * @param notes why sqitch refuses it
 */
record SqitchPlan(List<Change> changes, List<String> notes) {
    static final String FILE = "sqitch.plan";
    static final SqitchPlan EMPTY = new SqitchPlan(List.of(), List.of());

    private static final Pattern TAG = Pattern.compile("[ \\t]*@([^ \\t:@#]+)(?:[ \\t].*)?");
    private static final Pattern CHANGE =
            Pattern.compile("[ \\t]*(?:\\+[ \\t]*)?([^ \\t:@#%\\[-][^ \\t:@#]*)[ \\t]+(?:\\[([^]]*)])?.*");

    SqitchPlan {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /**
     * @param name may have folders in it: {@code tables/orders}
     * @param reworkTags where a later change of this name stands in its place: the tags between both, of which one is in
     *     the name of this one's scripts, in the order in which they are tried
     */
    record Change(String name, List<String> reworkTags) {
        Change {
            reworkTags = List.copyOf(reworkTags);
        }

        /** Its script's name without the ending, in the order in which sqitch looks for it. */
        List<String> scripts() {
            return reworkTags.isEmpty()
                    ? List.of(name)
                    : reworkTags.stream().map(tag -> name + "@" + tag).toList();
        }
    }

    static SqitchPlan parse(String text) {
        Reader reader = new Reader();
        text.lines().map(line -> line.replaceFirst("#.*", "")).forEach(reader::read);
        return reader.plan();
    }

    /** Reads a plan line by line. */
    private static final class Reader {
        private final List<Change> changes = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private final List<Tag> tags = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final Map<String, Planned> last = new HashMap<>();

        /** Where a change stands, among the changes and among the tags. */
        private record Planned(int change, int tags) {}

        /** A tag with the number of changes before it. */
        private record Tag(String name, int changes) {}

        private void read(String line) {
            Matcher tag = TAG.matcher(line);
            Matcher change = CHANGE.matcher(line);
            if (tag.matches()) {
                seen.add("@" + tag.group(1));
                tags.add(new Tag(tag.group(1), changes.size()));
            } else if (change.matches()) {
                requirements(change.group(1), change.group(2) == null ? "" : change.group(2));
                add(change.group(1));
            }
        }

        private void add(String name) {
            Planned before = last.put(name, new Planned(changes.size(), tags.size()));
            if (before != null && before.tags() == tags.size()) {
                notes.add("sqitch refuses its plan: " + name + " is planned twice, and no tag is in between");
                return;
            }
            if (before != null) {
                changes.set(before.change(), new Change(name, tagsSince(before)));
            }
            seen.add(name);
            changes.add(new Change(name, List.of()));
        }

        /** Those of the last change come first, each change's in their order. */
        private List<String> tagsSince(Planned before) {
            return tags.subList(before.tags(), tags.size()).stream()
                    .sorted(Comparator.comparingInt(Tag::changes).reversed())
                    .map(Tag::name)
                    .toList();
        }

        /** What is not in this project, and what must not be there, is not looked for ({@code check_changes}). */
        private void requirements(String name, String dependencies) {
            for (String needed : dependencies.strip().split("[ \\t]+")) {
                boolean elsewhere = needed.isEmpty() || needed.startsWith("!") || needed.contains(":");
                if (!elsewhere && !isPlanned(needed)) {
                    notes.add("sqitch refuses its plan: " + name + " requires " + needed
                            + ", which is not planned before it");
                }
            }
        }

        private boolean isPlanned(String needed) {
            int at = needed.indexOf('@');
            String name = at < 0 ? needed : needed.substring(0, at);
            boolean isId = name.matches("[0-9a-f]{40}");
            return isId || (name.isEmpty() || seen.contains(name)) && (at < 0 || seen.contains(needed.substring(at)));
        }

        private SqitchPlan plan() {
            return new SqitchPlan(changes, notes);
        }
    }
}
