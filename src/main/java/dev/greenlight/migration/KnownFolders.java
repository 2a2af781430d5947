package dev.greenlight.migration;

import dev.greenlight.source.FileTree.Entry;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The folders of which a project says something. A file belongs to the deepest of them that it lies in, or to none. */
final class KnownFolders {
    /** All that the project says nothing about. */
    private static final HistoryFolder OTHERS = new HistoryFolder("", HistoryOptions.RECOGNISED);

    private final List<HistoryFolder> deepestFirst;

    KnownFolders(List<HistoryFolder> folders) {
        this.deepestFirst = folders.stream()
                .sorted(Comparator.comparing((HistoryFolder known) ->
                                Folders.parts(known.folder()).size())
                        .reversed())
                .toList();
    }

    /** The files of each folder, and those of none; a folder that has none of the files is not in it. */
    Map<HistoryFolder, FoundFiles> divide(FoundFiles files) {
        Map<HistoryFolder, FoundFiles> divided = new LinkedHashMap<>();
        FoundFiles left = files;
        for (HistoryFolder folder : deepestFirst) {
            Predicate<Entry> inside = entry -> folder.holds(entry.path());
            put(divided, folder, left.only(inside));
            left = left.only(inside.negate());
        }
        put(divided, OTHERS, left);
        return divided;
    }

    private static void put(Map<HistoryFolder, FoundFiles> divided, HistoryFolder folder, FoundFiles files) {
        if (!files.all().isEmpty()) {
            divided.put(folder, files);
        }
    }

    /** Those with a layout that any of the files lies in. */
    List<HistoryFolder> holding(Collection<Entry> files) {
        return deepestFirst.stream()
                .filter(folder -> folder.options().layout().isPresent())
                .filter(folder -> files.stream().anyMatch(entry -> folder.holds(entry.path())))
                .toList();
    }
}
