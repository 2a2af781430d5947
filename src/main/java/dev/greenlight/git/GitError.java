package dev.greenlight.git;

/**
 * A question that the repository has no answer to: a revision that is not there, a history that was cut off. The message
 * is one line that says what would help.
 */
public final class GitError extends RuntimeException {
    private static final long serialVersionUID = 1;

    GitError(String message) {
        super(message, null, false, false);
    }
}
