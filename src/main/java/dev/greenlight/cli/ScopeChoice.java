package dev.greenlight.cli;

import java.util.List;

/** What somebody wants to hear about: all migrations, or only what has changed, and since when. */
sealed interface ScopeChoice {
    record Everything() implements ScopeChoice {}

    /** The files on the disk, since they and a revision parted. */
    record Base(String revision) implements ScopeChoice {}

    /** The index, since the last commit. */
    record Staged() implements ScopeChoice {}

    /** A commit, since it and another parted. */
    record Commits(String from, String to) implements ScopeChoice {}

    /** The files on the disk, of which a list names those that have changed. */
    record Listed(String list) implements ScopeChoice {}

    /** The files that git tracks, of which pre-commit names those that have changed. */
    record PreCommit(List<String> files) implements ScopeChoice {}
}
