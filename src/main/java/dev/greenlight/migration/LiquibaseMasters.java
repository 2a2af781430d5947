package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Looks for changelogs in XML, YAML and JSON that no other one includes, and that run scripts. They are told by their
 * names or their folders', and by what is in them; if two run the same scripts, the one that runs more.
 */
final class LiquibaseMasters {
    private static final Pattern NAMED =
            Pattern.compile("(?i).*(?:change-?log|change-?set|liquibase|migration|master).*|db\\..*");

    private final FoundFiles files;
    private final Map<Entry, ChangelogWalk> walks = new TreeMap<>();

    LiquibaseMasters(FoundFiles files) {
        this.files = files;
        files.all().stream()
                .filter(entry -> ChangelogFiles.hasSuffix(entry) && isNamed(entry))
                .filter(entry -> ChangelogFiles.isChangelog(files, entry))
                .forEach(entry -> walks.put(entry, ChangelogWalk.from(files, entry)));
        walks.keySet().removeAll(included(walks));
    }

    /** What is to be said about changelogs that lie in a folder or above it, and that no script has been found by. */
    List<String> notesAbove(String folder) {
        return walks.entrySet().stream()
                .filter(walk -> walk.getValue().migrations().isEmpty()
                        && Folders.within(walk.getKey().folder(), folder))
                .flatMap(walk -> walk.getValue().notes().stream())
                .toList();
    }

    List<Plan> plans() {
        List<Plan> plans = new ArrayList<>();
        Set<Entry> planned = new HashSet<>();
        walks.values().stream()
                .sorted(Comparator.comparing(walk -> -walk.migrations().size()))
                .map(LiquibaseMasters::plan)
                .forEach(plan -> {
                    if (planned.addAll(plan.files())) {
                        plans.add(plan);
                    }
                });
        return plans;
    }

    private boolean isNamed(Entry entry) {
        return files.areTold()
                || NAMED.matcher(entry.name()).matches()
                || NAMED.matcher(Folders.name(entry.folder())).matches();
    }

    /** Of two that include each other, neither is left. */
    private static Set<Entry> included(Map<Entry, ChangelogWalk> walks) {
        Set<Entry> included = new HashSet<>();
        walks.forEach((master, walk) ->
                walk.seen().stream().filter(entry -> !entry.equals(master)).forEach(included::add));
        return included;
    }

    private static Plan plan(ChangelogWalk walk) {
        String folder = Folders.common(walk.migrations().stream()
                .map(it -> it.file().folder())
                .distinct()
                .toList());
        return new Plan(folder, new LiquibaseLayout(walk.wholes()), walk.migrations(), walk.notes());
    }
}
