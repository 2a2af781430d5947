package dev.greenlight.migration;

import dev.greenlight.source.FileTree;
import dev.greenlight.source.FileTree.Kind;
import dev.greenlight.source.SourceRead.Unreadable;
import java.util.ArrayList;
import java.util.List;

/** Finds the migrations that paths speak of, in the order in which their tool runs them, and reads them. */
public final class Histories {
    private Histories() {}

    /**
     * @param histories in the order of their folders
     * @param unreadable paths and files that are not there or are no text, in the order found
     * @param notes what is odd about the paths, each one line
     */
    public record Inputs(List<MigrationHistory> histories, List<Unreadable> unreadable, List<String> notes) {
        public Inputs {
            histories = List.copyOf(histories);
            unreadable = List.copyOf(unreadable);
            notes = List.copyOf(notes);
        }
    }

    /** The ids of the layouts that are known, which a project may name. */
    public static List<String> layouts() {
        return MigrationLayouts.KNOWN.stream().map(MigrationLayout::id).sorted().toList();
    }

    /** With the same options for all paths. */
    public static Inputs find(FileTree tree, List<String> paths, HistoryOptions options) {
        List<HistoryFolder> known = options.equals(HistoryOptions.RECOGNISED)
                ? List.of()
                : paths.stream()
                        .map(path -> tree.kind(path) == Kind.FILE ? Folders.parent(Folders.clean(path)) : path)
                        .distinct()
                        .map(folder -> new HistoryFolder(folder, options))
                        .toList();
        return find(tree, paths, known);
    }

    /**
     * @param paths folders, which are searched, and files, which are taken as they are; a file in a folder that is
     *     also named is there already
     * @param known what the project says about folders, by name of folder
     */
    public static Inputs find(FileTree tree, List<String> paths, List<HistoryFolder> known) {
        List<String> folders = new ArrayList<>();
        List<String> files = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (String path : paths.stream().map(Folders::clean).distinct().toList()) {
            switch (tree.kind(path)) {
                case FOLDER -> folders.add(path);
                case FILE -> files.add(path);
                case MISSING -> unreadable.add(missing(tree, path));
            }
        }
        PlanSearch search = new PlanSearch(tree, known);
        search.folders(folders);
        search.files(files);
        unreadable.addAll(search.unreadable());
        PlanReader reader = new PlanReader(unreadable);
        List<MigrationHistory> histories =
                search.found().stream().map(reader::read).toList();
        return new Inputs(histories, unreadable, search.notes());
    }

    private static Unreadable missing(FileTree tree, String path) {
        return tree.read(path) instanceof Unreadable unreadable
                ? unreadable
                : new Unreadable(path, 1, "there is no such file", "check the path");
    }
}
