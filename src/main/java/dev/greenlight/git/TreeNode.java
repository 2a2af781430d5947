package dev.greenlight.git;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a tree of a repository has under a name. Other repositories in it, its submodules, are not in it. */
sealed interface TreeNode {

    /** Its children by name. */
    record Folder(NavigableMap<String, TreeNode> children) implements TreeNode {
        Folder() {
            this(new TreeMap<>());
        }

        /** The paths of all that is no folder, at any depth. */
        List<String> files() {
            List<String> files = new ArrayList<>();
            children.forEach((name, child) -> {
                if (child instanceof Folder folder) {
                    folder.files().forEach(file -> files.add(name + "/" + file));
                } else {
                    files.add(name);
                }
            });
            return files;
        }
    }

    record Blob(String id) implements TreeNode {}

    /** A symbolic link; the blob holds the path that it leads to. */
    record Link(String id) implements TreeNode {}
}
