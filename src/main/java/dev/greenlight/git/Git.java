package dev.greenlight.git;

import dev.greenlight.git.GitProgram.Output;
import dev.greenlight.git.GitProgram.Running;
import dev.greenlight.git.TreeNode.Folder;
import dev.greenlight.source.DiskTree;
import dev.greenlight.source.FileTree;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a repository knows of its files, past and present, as the program {@code git} tells it. It only reads. The door
 * of this room: every answer may be a {@link GitError}, also one that a tree gives only when it is first asked.
 *
 * <p>To be closed when its trees are no longer read.
 */
public final class Git implements AutoCloseable {
    private final FileTree disk;
    private final GitPlace place;
    private final GitProgram program;
    private final GitObjects objects;
    private final Revisions revisions;
    private final ChangedFiles changes;

    private Git(Path folder, GitPlace place, GitProgram program) {
        this.disk = DiskTree.below(folder);
        this.place = place;
        this.program = program;
        this.objects = new GitObjects(program);
        this.revisions = new Revisions(program);
        this.changes = new ChangedFiles(program);
    }

    /**
     * @param folder where all paths begin
     * @param variables the environment, in which hooks find which index is meant
     */
    public static Git at(Path folder, Map<String, String> variables) {
        GitPlace place = GitPlace.of(folder, variables);
        return new Git(folder, place, new GitProgram(place.root(), variables));
    }

    /** The files on the disk against the commit that {@code HEAD} and a revision both come from. */
    public Comparison workTree(String revision) {
        needWorkTree();
        String base = revisions.mergeBase(revision, Revisions.HEAD);
        SortedSet<String> changed = changes.inWorkTree(base);
        return comparison(disk, commit(base), changed, since(revision, base));
    }

    /** The index against {@code HEAD}. Before the first commit all of it is new. */
    public Comparison index() {
        needWorkTree();
        Running listing = program.start("ls-files", "-sz");
        Running changed = program.start(ChangedFiles.inIndexCommand(Revisions.HEAD));
        Folder root = TreeListing.ofIndex(listing.answer().parts());
        FileTree content = tree(() -> root);
        Output found = changed.await();
        if (found.succeeded()) {
            SortedSet<String> paths = ChangedFiles.changed(found.parts());
            return comparison(content, commit(Revisions.HEAD), paths, "in the index since HEAD");
        }
        if (revisions.isUnborn()) {
            return new Comparison(content, nothing(), everything(root), "in the index, before the first commit");
        }
        throw new GitError(Complaints.line(found.errors()));
    }

    /**
     * What a commit has against the one that it and another come from. Where the other is all zeros, as hooks are told
     * of a new branch, all is new.
     */
    public Comparison commits(String from, String to) {
        if (Revisions.isNone(from)) {
            Folder root = listing(revisions.id(to));
            return new Comparison(tree(() -> root), nothing(), everything(root), "in " + to + ", all of it");
        }
        String base = revisions.mergeBase(from, to);
        SortedSet<String> changed = changes.betweenCommits(base, to);
        return comparison(commit(to), commit(base), changed, since(from, base) + " in " + to);
    }

    /**
     * The files on the disk that git tracks, of which somebody says which have changed, against {@code HEAD}. What is
     * gone from the index has changed too, but nobody can name it.
     */
    public Comparison tracked(Set<String> named) {
        Comparison index = index();
        return tracked(named, index, index.content());
    }

    /** The same against the commit that two revisions both come from. */
    public Comparison tracked(Set<String> named, String from, String to) {
        Folder root = TreeListing.ofIndex(program.answer("ls-files", "-sz").parts());
        return tracked(named, commits(from, to), tree(() -> root));
    }

    private Comparison tracked(Set<String> named, Comparison known, FileTree index) {
        SortedSet<String> changed = known.changed().stream()
                .filter(path -> index.kind(path) == FileTree.Kind.MISSING)
                .collect(Collectors.toCollection(TreeSet::new));
        changed.addAll(named);
        FileTree content = new TrackedTree(index, disk);
        return new Comparison(content, known.base(), changed, "according to the files named");
    }

    private void needWorkTree() {
        if (place.bare()) {
            throw new GitError("this repository is bare and has no files on the disk: say which commits to compare");
        }
    }

    private FileTree commit(String revision) {
        return tree(() -> listing(revision));
    }

    private FileTree tree(Supplier<Folder> listing) {
        return new GitTree(place, objects, disk, listing);
    }

    private Folder listing(String revision) {
        return TreeListing.ofCommit(
                program.answer("ls-tree", "-rz", "--full-tree", revision).parts());
    }

    private FileTree nothing() {
        return tree(Folder::new);
    }

    private SortedSet<String> everything(Folder root) {
        return fromFolder(root.files());
    }

    private Comparison comparison(FileTree content, FileTree base, SortedSet<String> changed, String since) {
        return new Comparison(content, base, fromFolder(changed), since);
    }

    private SortedSet<String> fromFolder(Collection<String> paths) {
        return paths.stream().map(place::fromFolder).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String since(String revision, String base) {
        return "since " + revision + " (merge base " + Revisions.brief(base) + ")";
    }

    @Override
    public void close() {
        objects.close();
    }
}
