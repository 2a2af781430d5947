package dev.greenlight.rule;

import java.util.Optional;

/**
 * A rule's page: what it says of itself, read from {@code rules/<id>.md}.
 *
 * @param title one line
 * @param category such as {@code locking}
 * @param since the first major version of PostgreSQL that it concerns; 0 for all
 * @param optional whether it speaks only where a project switches it on
 * @param body the Markdown below the front matter
 */
public record RulePage(
        String id, String title, Level level, String category, int since, boolean optional, String body) {
    /** How much its findings weigh where a project says nothing of it; nothing if it is off then. */
    public Optional<Level> defaultLevel() {
        return optional ? Optional.empty() : Optional.of(level);
    }

    /** What the page says before its first heading. */
    public String description() {
        int heading = body.indexOf("\n## ");
        return (heading < 0 ? body : body.substring(0, heading)).strip();
    }
}
