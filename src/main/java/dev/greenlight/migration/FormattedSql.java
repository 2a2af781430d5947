package dev.greenlight.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A changelog in formatted SQL: its first line says so, and comments divide it into changesets (Liquibase's
 * documentation, "Example changelogs: SQL format", and its AbstractFormattedChangeLogParser). What stands before the
 * first changeset is not run.
 *
 * @param refusals what Liquibase refuses, each one line
 */
record FormattedSql(List<Changeset> changesets, List<String> refusals) {
    FormattedSql {
        changesets = List.copyOf(changesets);
        refusals = List.copyOf(refusals);
    }

    /** Whether the first line that is not blank is the head of such a changelog. */
    static boolean is(String text) {
        return ChangelogLine.of(firstLine(text)).stream().anyMatch(FormattedSql::isHead);
    }

    private static String firstLine(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private static boolean isHead(ChangelogLine line) {
        int tool = line.behind("liquibase");
        return tool >= 0 && line.text().regionMatches(true, line.space(tool), "formatted", 0, "formatted".length());
    }

    static FormattedSql parse(String text) {
        Reader reader = new Reader();
        ChangelogLine.of(text).forEach(reader::read);
        return reader.end(text.length());
    }

    /** Reads line by line, and remembers the changeset that is open. */
    private static final class Reader {
        private final List<Changeset> changesets = new ArrayList<>();
        private final List<String> refusals = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private @Nullable OpenChangeset open;
        private boolean headed;
        private int number;

        private void read(ChangelogLine line) {
            number++;
            if (open != null && open.goesOn(line)) {
                return;
            }
            if (isHead(line)) {
                refuseIf(headed, "a second head of the changelog");
                headed = true;
            }
            int head = line.behind("changeset");
            if (head >= 0) {
                changeset(line, head);
            } else if (line.saysWithOneDash("changeset") || line.saysWithOneDash("rollback")) {
                refuseIf(true, "a comment with one dash");
            } else if (open != null) {
                open.read(line);
            }
        }

        private void changeset(ChangelogLine line, int head) {
            Optional<String> id = ChangesetName.of(line, head);
            refuseIf(id.isEmpty(), "a changeset without author:id");
            if (id.isPresent()) {
                refuseIf(!ids.add(id.get()), "a second changeset " + id.get());
                refuseIf(open != null && !open.hasSql(), "the changeset before, which has no SQL");
                close(line.start());
                open = new OpenChangeset(id.get(), number, line);
            }
        }

        private void close(int end) {
            if (open != null) {
                changesets.add(open.close(end));
                open = null;
            }
        }

        private void refuseIf(boolean wrong, String what) {
            if (wrong) {
                refusals.add("Liquibase refuses " + what + ", in line " + number);
            }
        }

        private FormattedSql end(int end) {
            if (open != null && open.isInRollback()) {
                refusals.add("Liquibase refuses a rollback comment that is not closed");
            }
            close(end);
            return new FormattedSql(changesets, refusals);
        }
    }
}
