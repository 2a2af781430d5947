package dev.greenlight.git;

import dev.greenlight.git.TreeNode.Blob;
import dev.greenlight.git.TreeNode.Folder;
import dev.greenlight.git.TreeNode.Link;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.Problem;
import dev.greenlight.source.SourceRead;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The files of a commit or of the index, named from the working folder as {@link dev.greenlight.source.DiskTree} names
 * those on the disk, and found by its rules: hidden folders are passed over, links are followed inside the repository,
 * and each folder is entered once. What lies outside of the repository is read from the disk.
 *
 * <p>Git is asked for the list when it is first needed.
 */
final class GitTree implements FileTree {
    /** As many links one behind the other as Linux follows: path_resolution(7). */
    private static final int MOST_LINKS = 40;

    private final GitPlace place;
    private final GitObjects objects;
    private final Supplier<Folder> listing;
    private final FileTree outside;
    private volatile @Nullable Folder root;

    GitTree(GitPlace place, GitObjects objects, FileTree outside, Supplier<Folder> listing) {
        this.place = place;
        this.outside = outside;
        this.objects = objects;
        this.listing = listing;
    }

    @Override
    public List<Entry> list(String folder) {
        Map<String, Folder> folders = new LinkedHashMap<>();
        Map<String, Folder> links = new LinkedHashMap<>();
        Set<Folder> entered = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Entry> files = new ArrayList<>();
        folder(folder).ifPresent(start -> folders.put(reported(folder), start));
        while (!folders.isEmpty() || !links.isEmpty()) {
            Map<String, Folder> next = folders.isEmpty() ? links : folders;
            String path = next.keySet().iterator().next();
            Folder here = next.remove(path);
            if (entered.add(here)) {
                enter(path, here, files, folders, links);
            }
        }
        return files.stream().sorted().toList();
    }

    private void enter(
            String path, Folder folder, List<Entry> files, Map<String, Folder> folders, Map<String, Folder> links) {
        folder.children().forEach((name, child) -> {
            String below = below(path, name);
            TreeNode real = child instanceof Link ? node(below).orElse(child) : child;
            if (real instanceof Blob) {
                files.add(new Entry(below));
            } else if (real instanceof Folder inner && !name.startsWith(".")) {
                (child instanceof Link ? links : folders).put(below, inner);
            }
        });
    }

    /** The way up from the working folder may lead back to it. */
    private String below(String folder, String name) {
        if (folder.startsWith("..")) {
            return reported(folder + "/" + name);
        }
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    @Override
    public List<Entry> children(String folder) {
        List<Entry> files = new ArrayList<>();
        folder(folder)
                .ifPresent(here -> enter(reported(folder), here, files, new LinkedHashMap<>(), new LinkedHashMap<>()));
        return files.stream().sorted().toList();
    }

    @Override
    public Kind kind(String path) {
        if (isOutside(path)) {
            return outside.kind(path);
        }
        TreeNode node = node(path).orElse(null);
        if (node instanceof Folder) {
            return Kind.FOLDER;
        }
        return node instanceof Blob ? Kind.FILE : Kind.MISSING;
    }

    @Override
    public SourceRead read(String path) {
        if (isOutside(path)) {
            return outside.read(path);
        }
        String reported = reported(path);
        TreeNode node = node(path).orElse(null);
        if (node instanceof Folder) {
            return Problem.folder(reported);
        }
        return node instanceof Blob blob ? objects.read(blob.id(), reported) : Problem.missing(reported);
    }

    private boolean isOutside(String path) {
        return place.fromRoot(path).isEmpty();
    }

    private Optional<Folder> folder(String path) {
        return node(path).filter(Folder.class::isInstance).map(Folder.class::cast);
    }

    private String reported(String path) {
        return place.fromRoot(path)
                .map(names -> place.fromFolder(String.join("/", names)))
                .orElse(path);
    }

    private Folder root() {
        Folder known = root;
        if (known == null) {
            known = listing.get();
            root = known;
        }
        return known;
    }

    /** What is at the path, links followed; none if there is nothing, or it is outside. */
    private Optional<TreeNode> node(String path) {
        return place.fromRoot(path).flatMap(names -> follow(names, 0));
    }

    private Optional<TreeNode> follow(List<String> names, int links) {
        TreeNode node = root();
        for (int i = 0; i < names.size(); i++) {
            if (!(node instanceof Folder folder)) {
                return Optional.empty();
            }
            node = folder.children().get(names.get(i));
            if (node instanceof Link link) {
                List<String> rest = names.subList(i + 1, names.size());
                return links == MOST_LINKS ? Optional.empty() : follow(link, names.subList(0, i), rest, links + 1);
            }
        }
        return Optional.ofNullable(node);
    }

    /** The folder that the link is in has no links on the way to it. */
    private Optional<TreeNode> follow(Link link, List<String> folder, List<String> rest, int links) {
        if (!(objects.read(link.id(), "") instanceof SourceRead.Text target)
                || target.file().text().startsWith("/")) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(GitPlace.parts(target.file().text()));
        names.addAll(rest);
        return GitPlace.normal(folder, names).flatMap(all -> follow(all, links));
    }
}
