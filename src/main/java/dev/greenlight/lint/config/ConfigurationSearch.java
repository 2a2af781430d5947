package dev.greenlight.lint.config;

import dev.greenlight.git.GitRepository;
import dev.greenlight.source.FileTree;
import dev.greenlight.source.FileTree.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a project's configuration: in the folder that is linted, then upwards to where the repository begins, or to
 * the working directory where there is no repository. The nearest one counts.
 */
public final class ConfigurationSearch {
    /** What a configuration is called, the usual name first. */
    public static final List<String> NAMES = List.of("greenlight.yml", "greenlight.yaml");

    private final FileTree tree;
    private final Path workingDirectory;

    /** @param workingDirectory the one that the tree's paths are relative to */
    public ConfigurationSearch(FileTree tree, Path workingDirectory) {
        this.tree = tree;
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    /** The path of the configuration for what is linted, as the tree names it. */
    public Optional<String> find(List<String> paths) {
        return folders(start(paths)).stream()
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .map(this::shown)
                .filter(path -> tree.kind(path) == Kind.FILE)
                .findFirst();
    }

    /** The deepest folder that has all of the paths in it. */
    private Path start(List<String> paths) {
        return paths.stream()
                .map(this::folder)
                .reduce(ConfigurationSearch::common)
                .orElse(workingDirectory);
    }

    private Path folder(String path) {
        try {
            Path whole = workingDirectory.resolve(path).normalize();
            boolean file = tree.kind(path) != Kind.FOLDER;
            return file && whole.getParent() != null ? whole.getParent() : whole;
        } catch (InvalidPathException e) {
            return workingDirectory;
        }
    }

    private static Path common(Path one, Path other) {
        Path common = one;
        while (!other.startsWith(common) && common.getParent() != null) {
            common = common.getParent();
        }
        return common;
    }

    private List<Path> folders(Path start) {
        Path last = GitRepository.enclosing(start)
                .map(GitRepository::root)
                .orElse(start.startsWith(workingDirectory) ? workingDirectory : start);
        List<Path> folders = new ArrayList<>();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            folders.add(folder);
            if (isSame(folder, last)) {
                break;
            }
        }
        return folders;
    }

    /** The repository's root is given without links, the folder may have some. */
    private static boolean isSame(Path folder, Path root) {
        return folder.equals(root)
                || GitRepository.enclosing(folder).filter(it -> it.isAt(folder)).isPresent();
    }

    private String shown(Path file) {
        Path relative = workingDirectory.relativize(file);
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}
