package dev.greenlight.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A repository's work tree on the disk, found without running git. It knows where it begins, and nothing of commits.
 *
 * @param root its topmost folder, absolute and without links
 */
public record GitRepository(Path root) {

    /** The innermost work tree that a folder is in. */
    public static Optional<GitRepository> enclosing(Path folder) {
        Path real = real(folder);
        for (Path candidate = real; candidate != null; candidate = candidate.getParent()) {
            if (isRoot(candidate)) {
                return Optional.of(new GitRepository(candidate));
            }
        }
        return Optional.empty();
    }

    /** Whether the folder is where the work tree begins. */
    public boolean isAt(Path folder) {
        return root.equals(real(folder));
    }

    /** Where a folder of the work tree is in it: empty for the root, else with a slash at the end. */
    public String prefix(Path folder) {
        StringBuilder prefix = new StringBuilder();
        for (Path part : root.relativize(real(folder))) {
            if (!part.toString().isEmpty()) {
                prefix.append(part).append('/');
            }
        }
        return prefix.toString();
    }

    /** A linked work tree and a submodule have a file that says where their repository is. */
    private static boolean isRoot(Path folder) {
        Path git = folder.resolve(".git");
        return Files.isRegularFile(git) || Files.exists(git.resolve("HEAD"));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }
}
