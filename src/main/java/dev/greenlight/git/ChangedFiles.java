package dev.greenlight.git;

import dev.greenlight.git.GitProgram.Running;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which files differ between two states, by the paths that the repository gives them. A tool knows a migration by its
 * file's name, so a renamed file is one that is gone and one that is new. Who may run a file is not its content.
 */
final class ChangedFiles {
    private static final List<String> FORMAT = List.of(
            "--raw",
            "-z",
            "--no-abbrev",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--ignore-submodules=all");

    private final GitProgram git;

    ChangedFiles(GitProgram git) {
        this.git = git;
    }

    SortedSet<String> betweenCommits(String from, String to) {
        return changed(
                git.answer(command(Stream.of("diff-tree", "-r"), from, to)).parts());
    }

    /** To be run while the index is listed. */
    static String[] inIndexCommand(String from) {
        return command(Stream.of("diff-index", "--cached"), from);
    }

    /**
     * Also files that nobody has added yet, but none that are ignored. Git compares with what is on the disk, which the
     * plumbing beneath it would do only after a refresh of the index.
     */
    SortedSet<String> inWorkTree(String from) {
        Running untracked = git.start("ls-files", "--others", "--exclude-standard", "-z");
        Running tracked = git.start(
                command(Stream.of("-c", "core.fileMode=false", "-c", "diff.autoRefreshIndex=true", "diff"), from));
        SortedSet<String> changed = changed(tracked.answer().parts());
        changed.addAll(untracked.answer().parts());
        return changed;
    }

    private static String[] command(Stream<String> command, String... commits) {
        List<String> words = new ArrayList<>(command.toList());
        words.addAll(FORMAT);
        words.addAll(Arrays.asList(commits));
        words.add("--");
        return words.toArray(String[]::new);
    }

    /** In turn {@code :mode mode id id status} and a path (git-diff-index(1), "RAW OUTPUT FORMAT"). */
    static SortedSet<String> changed(List<String> parts) {
        SortedSet<String> changed = new TreeSet<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            String[] facts = parts.get(i).split(" ");
            boolean same = facts[2].equals(facts[3]) && facts[4].startsWith("M");
            if (!same) {
                changed.add(parts.get(i + 1));
            }
        }
        return changed;
    }
}
