package dev.greenlight.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a working folder is in its repository. Commits and the index name files from the repository's root; everybody
 * else names them from the working folder.
 *
 * @param root where git is run; a bare repository's own folder
 * @param folder the names that lead from the root to the working folder
 * @param bare whether there is no work tree
 */
record GitPlace(Path root, List<String> folder, boolean bare) {
    GitPlace {
        folder = List.copyOf(folder);
    }

    /**
     * The work tree's root is where git is run, whatever the working folder: a hook's {@code GIT_DIR} makes git take the
     * folder that it is run in for the root (git(1), "GIT_WORK_TREE").
     */
    static GitPlace of(Path folder, Map<String, String> variables) {
        Optional<GitRepository> enclosing = GitRepository.enclosing(folder);
        return enclosing
                .map(repository -> new GitPlace(repository.root(), parts(repository.prefix(folder)), false))
                .orElseGet(() -> asked(folder, variables));
    }

    /** Without a {@code .git} above there may be variables that name a repository, or the folder is in a bare one. */
    private static GitPlace asked(Path folder, Map<String, String> variables) {
        GitProgram git = new GitProgram(folder, variables);
        if (git.answer("rev-parse", "--is-bare-repository").line().equals("true")) {
            return new GitPlace(folder, List.of(), true);
        }
        Path root = Path.of(git.answer("rev-parse", "--show-toplevel").line());
        return new GitPlace(root, parts(git.answer("rev-parse", "--show-prefix").line()), false);
    }

    /** The names that a path leads through from the root; none if it leads out of the repository. */
    Optional<List<String>> fromRoot(String path) {
        return path.startsWith("/") ? belowRoot(path) : normal(folder, parts(path));
    }

    /** Where names lead from a folder without links; none if that is above the root. */
    static Optional<List<String>> normal(List<String> start, List<String> names) {
        List<String> normal = new ArrayList<>(start);
        for (String name : names) {
            if (!name.equals("..")) {
                normal.add(name);
            } else if (normal.isEmpty()) {
                return Optional.empty();
            } else {
                normal.removeLast();
            }
        }
        return Optional.of(normal);
    }

    private Optional<List<String>> belowRoot(String absolute) {
        List<String> whole = parts(root.toString().replace(root.getFileSystem().getSeparator(), "/"));
        return normal(List.of(), parts(absolute))
                .filter(names -> names.size() >= whole.size())
                .filter(names -> names.subList(0, whole.size()).equals(whole))
                .map(names -> names.subList(whole.size(), names.size()));
    }

    /** As everybody else names what the repository names {@code path}. */
    String fromFolder(String path) {
        List<String> names = parts(path);
        int common = 0;
        while (common < folder.size()
                && common < names.size()
                && folder.get(common).equals(names.get(common))) {
            common++;
        }
        List<String> relative = new ArrayList<>();
        for (int i = common; i < folder.size(); i++) {
            relative.add("..");
        }
        relative.addAll(names.subList(common, names.size()));
        return String.join("/", relative);
    }

    static List<String> parts(String path) {
        return Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
    }
}
