package dev.greenlight.git;

import dev.greenlight.git.GitProgram.Output;
import java.util.Optional;

/** Finds commits by what people call them, and says what is wrong where there is none. */
final class Revisions {
    static final String HEAD = "HEAD";
    private static final int SHORT = 7;

    private final GitProgram git;

    Revisions(GitProgram git) {
        this.git = git;
    }

    /** Whether it stands for no commit at all, as hooks are told of a branch that is new (githooks(5), "pre-push"). */
    static boolean isNone(String revision) {
        return !revision.isEmpty() && revision.chars().allMatch(digit -> digit == '0');
    }

    static String brief(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    /** The commit that both come from; the id in full. */
    String mergeBase(String one, String other) {
        Output found = git.run("merge-base", commit(one), commit(other));
        if (found.succeeded()) {
            return found.line();
        }
        verify(other, found);
        verify(one, found);
        throw new GitError(isShallow() ? cutOff(one, other) : unrelated(one, other));
    }

    /** The id of a commit, in full. */
    String id(String revision) {
        Output found = git.run("rev-parse", "--verify", "--quiet", commit(revision));
        if (!found.succeeded()) {
            verify(revision, found);
        }
        return found.line();
    }

    /** Whether nothing has been committed yet. */
    boolean isUnborn() {
        Output head = git.run("rev-parse", "--verify", "--quiet", HEAD);
        return !head.succeeded() && !Complaints.isFatal(head.errors());
    }

    /** A name that begins so would be an option, and git itself makes no such name (git-check-ref-format(1)). */
    private static String commit(String revision) {
        if (revision.isBlank() || revision.startsWith("-")) {
            throw new GitError("no revision is called \"" + revision + "\": name a branch, a tag or a commit");
        }
        return revision + "^{commit}";
    }

    private void verify(String revision, Output failed) {
        Output found = git.run("rev-parse", "--verify", "--quiet", commit(revision));
        if (found.succeeded()) {
            return;
        }
        if (Complaints.isFatal(found.errors())) {
            throw new GitError(Complaints.line(failed.errors()));
        }
        throw new GitError(revision.equals(HEAD) ? noCommit() : unknown(revision));
    }

    private static String noCommit() {
        return "HEAD is no commit: nothing has been committed on this branch yet";
    }

    private String unknown(String revision) {
        String missing = revision + " is not in this clone: ";
        String shallow = isShallow() ? "; the clone is shallow: " + deepen() : "";
        return missing
                + fetch(revision).or(() -> remoteBranch(revision)).orElse("check the name, or git fetch what has it")
                + shallow;
    }

    /** {@code origin/main} where there is a remote of that name. */
    private Optional<String> fetch(String revision) {
        int slash = revision.indexOf('/');
        boolean remote = slash > 0 && git.run("remote").line().lines().anyMatch(revision.substring(0, slash)::equals);
        return remote
                ? Optional.of("git fetch " + revision.substring(0, slash) + " " + revision.substring(slash + 1))
                : Optional.empty();
    }

    /** A build server has only the branch that it builds. */
    private Optional<String> remoteBranch(String revision) {
        String branch = "origin/" + revision;
        return git.run("rev-parse", "--verify", "--quiet", commit(branch)).succeeded()
                ? Optional.of("did you mean " + branch + "?")
                : Optional.empty();
    }

    private boolean isShallow() {
        return git.run("rev-parse", "--is-shallow-repository").line().equals("true");
    }

    private static String cutOff(String one, String other) {
        return "this clone is shallow and does not reach back to where " + one + " and " + other + " part: " + deepen();
    }

    private static String deepen() {
        return "fetch-depth: 0 for actions/checkout, or git fetch --unshallow (or --deepen=100) elsewhere";
    }

    private static String unrelated(String one, String other) {
        return one + " and " + other + " have no commit in common: name the branch that this one came from";
    }
}
