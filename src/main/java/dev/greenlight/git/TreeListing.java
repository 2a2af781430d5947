package dev.greenlight.git;

import dev.greenlight.git.TreeNode.Blob;
import dev.greenlight.git.TreeNode.Folder;
import dev.greenlight.git.TreeNode.Link;
import java.util.List;

/**
 * Makes folders of what {@code git ls-tree -rz} and {@code git ls-files -sz} print: {@code mode type id TAB path} and
 * {@code mode id stage TAB path} (git-ls-tree(1) and git-ls-files(1), "OUTPUT").
 */
final class TreeListing {
    private static final String LINK = "120000";
    private static final String SUBMODULE = "160000";

    private TreeListing() {}

    static Folder ofCommit(List<String> lines) {
        Folder root = new Folder();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            String[] facts = line.substring(0, tab).split(" ");
            put(root, line.substring(tab + 1), facts[0], facts[2]);
        }
        return root;
    }

    /** A file that is unmerged has no content that a commit could have. */
    static Folder ofIndex(List<String> lines) {
        Folder root = new Folder();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            String path = line.substring(tab + 1);
            String[] facts = line.substring(0, tab).split(" ");
            if (!facts[2].equals("0")) {
                throw new GitError(path + " is unmerged: resolve the conflict and git add it");
            }
            put(root, path, facts[0], facts[1]);
        }
        return root;
    }

    private static void put(Folder root, String path, String mode, String id) {
        if (mode.equals(SUBMODULE)) {
            return;
        }
        Folder folder = root;
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            folder = folder(folder, path.substring(start, slash));
            start = slash + 1;
        }
        folder.children().put(path.substring(start), mode.equals(LINK) ? new Link(id) : new Blob(id));
    }

    private static Folder folder(Folder parent, String name) {
        if (parent.children().get(name) instanceof Folder folder) {
            return folder;
        }
        Folder folder = new Folder();
        parent.children().put(name, folder);
        return folder;
    }
}
