package dev.greenlight.cli;

import dev.greenlight.git.Comparison;
import dev.greenlight.git.Git;
import dev.greenlight.git.GitError;
import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Linter;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.Scope;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out what has changed, and lints with that in mind. */
final class ScopedLint {
    private static final String FROM = "PRE_COMMIT_FROM_REF";
    private static final String TO = "PRE_COMMIT_TO_REF";

    private final Terminal terminal;
    private final Path here;

    private ScopedLint(Terminal terminal) {
        this.terminal = terminal;
        this.here = terminal.environment().workingDirectory();
    }

    /** @param request in the tree on the disk */
    static Review review(LintRequest request, ScopeChoice choice, Terminal terminal) {
        return new ScopedLint(terminal).review(request, choice);
    }

    private Review review(LintRequest request, ScopeChoice choice) {
        return switch (choice) {
            case ScopeChoice.Everything all -> Linter.lint(request);
            case ScopeChoice.Listed listed -> review(request, listed);
            case ScopeChoice.Base base -> compared(request, git -> git.workTree(base.revision()));
            case ScopeChoice.Staged staged -> compared(request, Git::index);
            case ScopeChoice.Commits commits -> compared(request, git -> git.commits(commits.from(), commits.to()));
            case ScopeChoice.PreCommit named -> preCommit(request, named);
        };
    }

    /** Asks a repository. Its trees are read while it is open. */
    private interface Question {
        Comparison ask(Git git);
    }

    private Review compared(LintRequest request, Question question) {
        try (Git git = Git.at(here, terminal.environment().variables())) {
            Comparison comparison = question.ask(git);
            Scope scope = new Scope(comparison.changed(), Optional.of(comparison.base()), comparison.since());
            return Linter.lint(asFound(request).withScope(comparison.content(), scope));
        } catch (GitError e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /** What the files are compared with, pre-commit says in the environment; it is the last commit if it does not. */
    private Review preCommit(LintRequest request, ScopeChoice.PreCommit named) {
        SortedSet<String> files = named(named.files());
        String from = terminal.environment().variable(FROM);
        String to = terminal.environment().variable(TO);
        boolean commits = !from.isEmpty() && !to.isEmpty();
        return compared(
                request.withPaths(List.of(".")), git -> commits ? git.tracked(files, from, to) : git.tracked(files));
    }

    private Review review(LintRequest request, ScopeChoice.Listed listed) {
        SortedSet<String> files = named(FileList.read(listed.list(), terminal));
        String source = listed.list().equals("-") ? "standard input" : listed.list();
        Scope scope = new Scope(files, Optional.empty(), "according to " + source);
        return Linter.lint(asFound(request).withScope(request.tree(), scope));
    }

    private SortedSet<String> named(Collection<String> files) {
        return files.stream().map(file -> RealPaths.from(here, file)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Changed files are known by where they really are, so that must be where migrations are looked for. */
    private LintRequest asFound(LintRequest request) {
        return request.withPaths(real(request.paths())).withBaselineSchema(real(request.baselineSchema()));
    }

    private List<String> real(List<String> paths) {
        return paths.stream().map(path -> RealPaths.from(here, path)).toList();
    }
}
