package dev.greenlight.migration;

import dev.greenlight.source.FileTree;
import dev.greenlight.source.FileTree.Entry;
import dev.greenlight.source.SourceRead;
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
    private final List<FoundPlan> found = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<Entry> seen = new HashSet<>();

    PlanSearch(FileTree tree) {
        this.tree = tree;
    }

    /** In the order of their folders. */
    List<FoundPlan> found() {
        return found.stream()
                .sorted(Comparator.comparing(it -> it.plan().folder(), NaturalOrder.INSTANCE))
                .toList();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    void folders(List<String> folders) {
        Map<String, List<Entry>> listed = new LinkedHashMap<>();
        for (String folder : folders) {
            List<Entry> sources = sources(folder, tree.list(folder));
            listed.put(folder, sources);
        }
        FoundFiles all = FoundFiles.of(
                tree, listed.values().stream().flatMap(List::stream).toList());
        seen.addAll(all.all());
        List<Plan> plans = plans(all);
        listed.values().forEach(entries -> unknown(all.only(Set.copyOf(entries)::contains), plans));
        listed.forEach((folder, entries) -> {
            if (entries.stream().noneMatch(entry -> FoundFiles.isSql(entry) || isPlanned(plans, entry))) {
                notes.add(Folders.shown(folder) + ": no .sql files");
            }
        });
        report(all, plans);
    }

    private static boolean isPlanned(List<Plan> plans, Entry entry) {
        return plans.stream().anyMatch(plan -> plan.files().contains(entry));
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

    /** Of each layout in turn, among what those before have left. */
    private static List<Plan> plans(FoundFiles files) {
        List<Plan> plans = new ArrayList<>();
        FoundFiles left = files;
        for (MigrationLayout layout : MigrationLayouts.KNOWN) {
            List<Plan> some = layout.plans(left);
            plans.addAll(some);
            left = left.only(entry -> some.stream().noneMatch(plan -> Folders.within(plan.folder(), entry.folder())));
        }
        return plans;
    }

    private static void unknown(FoundFiles files, List<Plan> plans) {
        Set<Entry> scripts = new HashSet<>(files.sql());
        if (plans.stream().flatMap(plan -> plan.files().stream()).noneMatch(scripts::contains)) {
            plans.addAll(MigrationLayouts.UNKNOWN.plans(files));
        }
    }

    private void report(FoundFiles files, List<Plan> plans) {
        Set<Entry> planned = plans.stream()
                .flatMap(plan -> Stream.concat(plan.files().stream(), plan.skipped().stream()))
                .collect(Collectors.toSet());
        FoundFiles left = files.without(planned);
        for (Plan plan : plans) {
            List<Entry> inside = left.sql().stream()
                    .filter(entry -> Folders.within(plan.folder(), entry.folder()))
                    .toList();
            left = left.without(Set.copyOf(inside));
            List<String> all = new ArrayList<>(plan.notes());
            Notes.leftOut(inside).ifPresent(all::add);
            found.add(new FoundPlan(plan, files, false, all));
        }
        Notes.leftOut(left.sql()).ifPresent(notes::add);
    }

    /** Files of one folder are one history if they are of one layout, which their neighbours help to recognise. */
    void files(List<String> paths) {
        Map<String, SourceRead> reads = paths.parallelStream()
                .map(tree::read)
                .collect(Collectors.toMap(PlanSearch::path, read -> read, (first, again) -> first));
        Set<Entry> named = reads.keySet().stream().map(Entry::new).collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(seen);
        Set<Entry> neighbours = new TreeSet<>(named);
        named.stream().map(Entry::folder).distinct().forEach(folder -> neighbours.addAll(tree.children(folder)));
        FoundFiles files = FoundFiles.of(tree, neighbours, reads);
        for (Plan plan : plans(files)) {
            named.removeAll(wanted(plan, files, named));
        }
        named.stream()
                .collect(Collectors.groupingBy(Entry::folder))
                .values()
                .forEach(entries -> found.add(unplanned(entries, files)));
    }

    /** As the tree reports it, which may be shorter than as it was given. */
    private static String path(SourceRead read) {
        return switch (read) {
            case SourceRead.Text text -> text.file().path();
            case SourceRead.Unreadable unreadable -> unreadable.path();
        };
    }

    /** The named files that are in the plan. */
    private Set<Entry> wanted(Plan plan, FoundFiles files, Set<Entry> named) {
        Plan wanted = plan.only(named::contains);
        if (!wanted.migrations().isEmpty()) {
            boolean partial = wanted.files().size() == 1 || wanted != plan;
            found.add(new FoundPlan(wanted, files, partial, wanted.notes()));
        }
        return wanted.files();
    }

    private static FoundPlan unplanned(List<Entry> entries, FoundFiles files) {
        return new FoundPlan(MigrationLayouts.UNKNOWN.plan(entries, List.of()), files, true, List.of());
    }
}
