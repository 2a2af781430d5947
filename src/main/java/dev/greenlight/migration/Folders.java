package dev.greenlight.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** How folders lie to one another. Paths are separated by {@code /}; the root is the empty path. */
final class Folders {
    private Folders() {}

    /** Whether the path is the folder or lies in it. */
    static boolean within(String folder, String path) {
        return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
    }

    /** The deepest folder that has all of these in it. */
    static String common(Collection<String> folders) {
        return folders.stream().reduce(Folders::common).orElse("");
    }

    private static String common(String one, String other) {
        String common = one;
        while (!within(common, other)) {
            common = parent(common);
        }
        return common;
    }

    static String parent(String folder) {
        return folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
    }

    /** The folder and those above it, the nearest first, as far as the path names them. */
    static List<String> upwards(String folder) {
        List<String> folders = new ArrayList<>();
        String next = folder;
        while (!next.isEmpty() && !name(next).equals("..")) {
            folders.add(next);
            next = parent(next);
        }
        if (next.isEmpty() && !folder.startsWith("/")) {
            folders.add("");
        }
        return folders;
    }

    static String name(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    /** How many steps down from the folder the path is. */
    static int depth(String folder, String path) {
        return parts(path).size() - parts(folder).size();
    }

    static List<String> parts(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("/"));
    }

    /** As people and {@link MigrationHistory#folder} name it. */
    static String shown(String folder) {
        return folder.isEmpty() ? "." : folder;
    }

    /** A path as a tree reports it, without {@code ./} and a final slash. */
    static String clean(String path) {
        String clean = path.replace("/./", "/");
        while (clean.startsWith("./")) {
            clean = clean.substring(2);
        }
        while (clean.length() > 1 && clean.endsWith("/")) {
            clean = clean.substring(0, clean.length() - 1);
        }
        return clean.equals(".") ? "" : clean;
    }

    /** The path that is meant by one relative to a folder, without {@code .} and, as far as can be, {@code ..}. */
    static String resolve(String folder, String relative) {
        if (relative.startsWith("/")) {
            return clean(relative);
        }
        Deque<String> parts = new ArrayDeque<>(parts(folder));
        for (String part : parts(relative)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
