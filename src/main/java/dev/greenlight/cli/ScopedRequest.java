package dev.greenlight.cli;

import dev.greenlight.git.Comparison;
import dev.greenlight.git.Git;
import dev.greenlight.git.GitError;
import dev.greenlight.lint.HistorySettings;
import dev.greenlight.lint.LintRequest;
import dev.greenlight.lint.Scope;
import dev.greenlight.lint.config.Configuration;
import dev.greenlight.source.FileTree;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds out what has changed, and asks for what is wanted with that in mind. */
final class ScopedRequest<T> {
    private static final String FROM = "PRE_COMMIT_FROM_REF";
    private static final String TO = "PRE_COMMIT_TO_REF";

    private final InputOptions inputs;
    private final Terminal terminal;
    private final Path here;
    private final Question<T> question;

    private ScopedRequest(InputOptions inputs, Terminal terminal, Question<T> question) {
        this.inputs = inputs;
        this.terminal = terminal;
        this.question = question;
        this.here = terminal.environment().workingDirectory();
    }

    /** What is asked of the files that count. They can be read as long as it takes, and no longer. */
    interface Question<T> {
        /** @param configuration what counts: it is read where the migrations are */
        T ask(LintRequest request, Configuration configuration);
    }

    static <T> T run(InputOptions inputs, ScopeChoice choice, Terminal terminal, Question<T> question) {
        return new ScopedRequest<>(inputs, terminal, question).run(choice);
    }

    private T run(ScopeChoice choice) {
        return switch (choice) {
            case ScopeChoice.Everything all -> ask(inputs.disk(), request -> request);
            case ScopeChoice.Listed listed -> listed(listed);
            case ScopeChoice.Base base -> compared(git -> git.workTree(base.revision()));
            case ScopeChoice.Staged staged -> compared(Git::index);
            case ScopeChoice.Commits commits -> compared(git -> git.commits(commits.from(), commits.to()));
            case ScopeChoice.PreCommit named ->
                new ScopedRequest<>(inputs.withoutPaths(), terminal, question).preCommit(named);
        };
    }

    private T ask(FileTree tree, UnaryOperator<LintRequest> scoped) {
        Configuration configuration = inputs.configuration(tree);
        return question.ask(scoped.apply(inputs.request(tree, configuration)), configuration);
    }

    /** The trees of a repository are read while it is open. */
    private T compared(Function<Git, Comparison> trees) {
        try (Git git = Git.at(here, terminal.environment().variables())) {
            Comparison comparison = trees.apply(git);
            Scope scope = new Scope(comparison.changed(), Optional.of(comparison.base()), comparison.since());
            return ask(comparison.content(), request -> asFound(request).withScope(scope));
        } catch (GitError e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    /** What the files are compared with, pre-commit says in the environment; it is the last commit if it does not. */
    private T preCommit(ScopeChoice.PreCommit named) {
        SortedSet<String> files = named(named.files());
        String from = terminal.environment().variable(FROM);
        String to = terminal.environment().variable(TO);
        boolean commits = !from.isEmpty() && !to.isEmpty();
        return compared(git -> commits ? git.tracked(files, from, to) : git.tracked(files));
    }

    private T listed(ScopeChoice.Listed listed) {
        SortedSet<String> files = named(FileList.read(listed.list(), terminal));
        String source = listed.list().equals("-") ? "standard input" : listed.list();
        Scope scope = new Scope(files, Optional.empty(), "according to " + source);
        return ask(inputs.disk(), request -> asFound(request).withScope(scope));
    }

    private SortedSet<String> named(Collection<String> files) {
        return files.stream().map(file -> RealPaths.from(here, file)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Changed files are known by where they really are, so that must be where migrations are looked for. */
    private LintRequest asFound(LintRequest request) {
        return request.withPaths(real(request.paths()))
                .withBaselineSchema(real(request.database().baselineSchema()))
                .withHistories(request.histories().stream().map(this::real).toList());
    }

    private HistorySettings real(HistorySettings settings) {
        return settings.at(RealPaths.from(here, settings.folder().folder()));
    }

    private List<String> real(List<String> paths) {
        return paths.stream().map(path -> RealPaths.from(here, path)).toList();
    }
}
