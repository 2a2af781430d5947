package dev.greenlight.source;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Texts that are in no file, or not yet: an editor's buffers, standard input. Folders are what the paths imply. */
public final class MemoryTree implements FileTree {
    private final NavigableMap<String, SourceFile> files = new TreeMap<>();

    private MemoryTree(Map<String, String> texts) {
        texts.forEach((path, text) -> files.put(clean(path), SourceFile.of(clean(path), text)));
    }

    /** @param texts path to text */
    public static MemoryTree of(Map<String, String> texts) {
        return new MemoryTree(texts);
    }

    public static MemoryTree of(String path, String text) {
        return new MemoryTree(Map.of(path, text));
    }

    @Override
    public List<Entry> list(String folder) {
        String prefix = prefix(folder);
        return files.tailMap(prefix, true).keySet().stream()
                .takeWhile(path -> path.startsWith(prefix))
                .filter(path -> !hidden(path.substring(prefix.length())))
                .map(Entry::new)
                .toList();
    }

    @Override
    public List<Entry> children(String folder) {
        String clean = clean(folder);
        return list(folder).stream()
                .filter(entry -> entry.folder().equals(clean))
                .toList();
    }

    @Override
    public Kind kind(String path) {
        if (files.containsKey(clean(path))) {
            return Kind.FILE;
        }
        String prefix = prefix(path);
        String next = files.ceilingKey(prefix);
        return prefix.isEmpty() || next != null && next.startsWith(prefix) ? Kind.FOLDER : Kind.MISSING;
    }

    @Override
    public SourceRead read(String path) {
        SourceFile file = files.get(clean(path));
        if (file != null) {
            return new SourceRead.Text(file);
        }
        return kind(path) == Kind.FOLDER ? Problem.folder(path) : Problem.missing(path);
    }

    private static boolean hidden(String below) {
        int folders = below.lastIndexOf('/') + 1;
        return ("/" + below.substring(0, folders)).contains("/.");
    }

    private static String prefix(String folder) {
        String clean = clean(folder);
        return clean.isEmpty() ? "" : clean + "/";
    }

    private static String clean(String path) {
        String clean = path;
        while (clean.startsWith("./")) {
            clean = clean.substring(2);
        }
        while (clean.endsWith("/")) {
            clean = clean.substring(0, clean.length() - 1);
        }
        return clean.equals(".") ? "" : clean;
    }
}
