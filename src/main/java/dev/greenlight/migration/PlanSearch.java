package dev.greenlight.migration;

import dev.greenlight.source.FileTree;
import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceRead;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for histories below folders, and for those that single files are part of. What a build has copied and what
 * others wrote ({@code target}, {@code node_modules} …) is not looked at, unless there is nothing else.
 */
final class PlanSearch {
    private static final Set<String> NOT_SOURCES =
            Set.of("target", "build", "out", "dist", "node_modules", "vendor", "site-packages");

    private final FileTree tree;
    private final KnownFolders known;
    private final List<FoundPlan> found = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Set<Entry> seen = new HashSet<>();

    PlanSearch(FileTree tree, List<HistoryFolder> known) {
        this.tree = tree;
        this.known = new KnownFolders(known);
    }

    /** Plans of a group of files, with what the project says about these. */
    private record Group(List<Plan> plans, HistoryOptions options) {}

    /** In the order of their folders. */
    List<FoundPlan> found() {
        return found.stream()
                .sorted(Comparator.comparing(it -> it.plan().folder(), NaturalOrder.INSTANCE))
                .toList();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Folders in which nothing is laid out as somebody says. */
    List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    void folders(List<String> folders) {
        Map<String, List<Entry>> listed = new LinkedHashMap<>();
        for (String folder : folders) {
            listed.put(folder, sources(folder, tree.list(folder)));
        }
        FoundFiles all = FoundFiles.of(
                tree, listed.values().stream().flatMap(List::stream).toList());
        seen.addAll(all.all());
        List<Group> groups = groups(all);
        listed.values().forEach(entries -> unknown(all.only(Set.copyOf(entries)::contains), groups));
        Set<Entry> placed = placed(groups).collect(Collectors.toSet());
        listed.forEach((folder, entries) -> {
            if (entries.stream().noneMatch(entry -> FoundFiles.isSql(entry) || placed.contains(entry))) {
                notes.add(Folders.shown(folder) + ": no .sql files");
            }
        });
        report(all, groups);
    }

    private static List<Entry> sources(String folder, List<Entry> entries) {
        List<Entry> sources =
                entries.stream().filter(entry -> isSource(folder, entry)).toList();
        return sources.stream().anyMatch(FoundFiles::isSql) ? sources : entries;
    }

    /** Below a folder that is given, whatever that is called itself. */
    private static boolean isSource(String folder, Entry entry) {
        String below =
                Folders.within(folder, entry.folder()) ? entry.folder().substring(folder.length()) : entry.folder();
        return Folders.parts(below).stream().noneMatch(NOT_SOURCES::contains);
    }

    /** Folders of which the project says something have theirs to themselves, and others what is left. */
    private List<Group> groups(FoundFiles files) {
        List<Group> groups = new ArrayList<>();
        known.divide(files).forEach((folder, inside) -> {
            List<Plan> plans = plans(folder, inside);
            groups.add(new Group(plans, folder.options()));
        });
        return groups;
    }

    private List<Plan> plans(HistoryFolder folder, FoundFiles files) {
        if (folder.options().layout().isEmpty()) {
            return recognised(files);
        }
        MigrationLayout layout =
                MigrationLayouts.named(folder.options().layout().get());
        List<Plan> plans = layout.plans(files.told());
        if (plans.isEmpty()) {
            unreadable.add(new Unreadable(
                    Folders.shown(folder.folder()),
                    1,
                    "nothing in it is laid out as " + layout.id() + "'s migrations are",
                    "check the layout that it is said to have"));
        }
        return plans;
    }

    /** Of each layout in turn, among what those before have left. */
    private static List<Plan> recognised(FoundFiles files) {
        List<Plan> plans = new ArrayList<>();
        FoundFiles left = files;
        for (MigrationLayout layout : MigrationLayouts.KNOWN) {
            List<Plan> some = layout.plans(left);
            plans.addAll(some);
            left = left.only(entry -> some.stream().noneMatch(plan -> Folders.within(plan.folder(), entry.folder())));
        }
        return plans;
    }

    /** What of a given folder is in no plan is one of its own, unless a layout is known for it. */
    private void unknown(FoundFiles files, List<Group> groups) {
        Set<Entry> scripts = new HashSet<>(files.sql());
        if (placed(groups).noneMatch(scripts::contains)) {
            known.divide(files).forEach((folder, inside) -> {
                if (folder.options().layout().isEmpty()) {
                    groups.add(new Group(MigrationLayouts.UNKNOWN.plans(inside), folder.options()));
                }
            });
        }
    }

    /** The files that some plan knows. */
    private static Stream<Entry> placed(List<Group> groups) {
        return groups.stream().flatMap(group -> group.plans().stream()).flatMap(plan -> plan.known().stream());
    }

    private void report(FoundFiles files, List<Group> groups) {
        FoundFiles left = files.without(placed(groups).collect(Collectors.toSet()));
        for (Group group : groups) {
            for (Plan plan : group.plans()) {
                List<Entry> inside = left.sql().stream()
                        .filter(entry -> Folders.within(plan.folder(), entry.folder()))
                        .toList();
                left = left.without(Set.copyOf(inside));
                report(plan, inside, files, group.options());
            }
        }
        Notes.leftOut(left.sql()).ifPresent(notes::add);
    }

    /** A plan without migrations only says why it has none. */
    private void report(Plan plan, List<Entry> leftOut, FoundFiles files, HistoryOptions options) {
        List<String> all = new ArrayList<>(plan.notes());
        Notes.leftOut(leftOut).ifPresent(all::add);
        if (plan.migrations().isEmpty()) {
            notes.addAll(all);
        } else {
            found.add(new FoundPlan(plan, files, options, false, all));
        }
    }

    /** Files of one folder are one history if they are of one layout, which their neighbours help to recognise. */
    void files(List<String> paths) {
        Map<String, SourceRead> reads = paths.parallelStream()
                .map(tree::read)
                .collect(Collectors.toMap(PlanSearch::path, read -> read, (first, again) -> first));
        Set<Entry> named = reads.keySet().stream().map(Entry::new).collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(seen);
        FoundFiles files = FoundFiles.of(tree, neighbours(named), reads);
        known.divide(files).forEach((folder, inside) -> {
            for (Plan plan : plans(folder, inside)) {
                named.removeAll(wanted(plan, inside, folder.options(), named));
            }
        });
        known.divide(FoundFiles.of(tree, named, reads))
                .forEach((folder, inside) -> inside.all().stream()
                        .collect(Collectors.groupingBy(Entry::folder))
                        .values()
                        .forEach(entries -> found.add(unplanned(entries, files, folder.options()))));
    }

    /** The files in the same folders; of a folder that is known, all that is below it. */
    private Set<Entry> neighbours(Set<Entry> named) {
        Set<Entry> neighbours = new TreeSet<>(named);
        named.stream().map(Entry::folder).distinct().forEach(folder -> neighbours.addAll(tree.children(folder)));
        known.holding(named).forEach(folder -> neighbours.addAll(tree.list(folder.folder())));
        return neighbours;
    }

    /** As the tree reports it, which may be shorter than as it was given. */
    private static String path(SourceRead read) {
        return switch (read) {
            case SourceRead.Text text -> text.file().path();
            case Unreadable unreadable -> unreadable.path();
        };
    }

    /** The named files that are in the plan. */
    private Set<Entry> wanted(Plan plan, FoundFiles files, HistoryOptions options, Set<Entry> named) {
        Plan wanted = plan.only(named::contains);
        if (!wanted.migrations().isEmpty()) {
            boolean partial = wanted.files().size() == 1 || wanted != plan;
            found.add(new FoundPlan(wanted, files, options, partial, wanted.notes()));
        }
        return wanted.files();
    }

    private static FoundPlan unplanned(List<Entry> entries, FoundFiles files, HistoryOptions options) {
        return new FoundPlan(MigrationLayouts.UNKNOWN.plan(entries, List.of()), files, options, true, List.of());
    }
}
