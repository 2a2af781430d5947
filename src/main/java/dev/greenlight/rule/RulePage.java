package dev.greenlight.rule;

/**
 * A rule's page: what it says of itself, read from {@code rules/<id>.md}.
 *
 * @param title one line
 * @param category such as {@code locking}
 * @param since the first major version of PostgreSQL that it concerns; 0 for all
 * @param body the Markdown below the front matter
 */
public record RulePage(String id, String title, Level level, String category, int since, String body) {
    /** What the page says before its first heading. */
    public String description() {
        int heading = body.indexOf("\n## ");
        return (heading < 0 ? body : body.substring(0, heading)).strip();
    }
}
