package dev.greenlight.migration;

import java.util.Optional;

/**
 * A changelog in XML, YAML or JSON as far as it is understood.
 *
 * @param problem what is not understood of it first, with its line
 */
record ChangelogText(Optional<ChangelogNode> root, Optional<String> problem) {
    static final ChangelogText UNKNOWN = new ChangelogText(Optional.empty(), Optional.empty());

    /** What is to be said of it, without its path. */
    Optional<String> note() {
        String where = problem.map(it -> " (" + it + ")").orElse("");
        if (root.isEmpty()) {
            return Optional.of("is not understood, and what it includes is not followed" + where);
        }
        return problem.map(it -> "is followed only in part" + where);
    }
}
