package dev.greenlight.migration;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A changeset while its lines are read. */
final class OpenChangeset {
    private static final List<String> SAID = List.of("comment", "precondition", "validCheckSum");

    private final String id;
    private final int number;
    private final ChangelogLine head;
    private final List<Span> ignored = new ArrayList<>();
    private final List<Span> rollback = new ArrayList<>();
    private final StringBuilder rollbackText = new StringBuilder();
    private int ignoredFrom = -1;
    private long ignoredLines;
    private boolean inRollback;
    private boolean hasSql;

    OpenChangeset(String id, int number, ChangelogLine head) {
        this.id = id;
        this.number = number;
        this.head = head;
    }

    boolean isInRollback() {
        return inRollback;
    }

    /** Whether there is something to send; a comment that says nothing to Liquibase will do. */
    boolean hasSql() {
        return hasSql;
    }

    /** Reads a line that is nothing of all that else. */
    void read(ChangelogLine line) {
        hasSql |= !line.text().isBlank() && SAID.stream().allMatch(word -> line.behind(word) < 0);
    }

    /** Whether the line is certainly a part of this changeset, and no head of another one. */
    boolean goesOn(ChangelogLine line) {
        return isInRollbackComment(line) || isIgnored(line) || isRollback(line);
    }

    private boolean isRollback(ChangelogLine line) {
        int at = line.behind("rollback");
        if (at >= 0 && line.text().startsWith(" ", at)) {
            undo(line, at + 1, line.text().length());
            return true;
        }
        inRollback = isRollbackComment(line);
        return inRollback;
    }

    /** {@code /* liquibase rollback} alone in its line. */
    private static boolean isRollbackComment(ChangelogLine line) {
        String text = line.text().strip();
        return text.startsWith("/*")
                && text.substring(2).strip().toLowerCase(Locale.ROOT).matches("liquibase\\s*rollback");
    }

    private boolean isInRollbackComment(ChangelogLine line) {
        if (!inRollback) {
            return false;
        }
        String text = line.text().stripTrailing();
        inRollback = !text.endsWith("*/");
        undo(line, 0, inRollback ? text.length() : text.length() - 2);
        return true;
    }

    private void undo(ChangelogLine line, int from, int to) {
        rollback.add(new Span(line.start() + from, line.start() + to));
        rollbackText.append(line.text(), from, to).append('\n');
    }

    /** {@code ignoreLines:start} to {@code ignoreLines:end}, or {@code ignoreLines:} and their number. */
    private boolean isIgnored(ChangelogLine line) {
        if (ignoredLines > 0) {
            ignoredLines--;
            ignored.add(new Span(line.start(), line.end()));
            return true;
        }
        int at = line.behind("ignoreLines:");
        String said = at < 0 ? "" : line.text().substring(at).strip();
        if (ignoredFrom >= 0 && said.equals("end")) {
            ignored.add(new Span(ignoredFrom, line.start()));
            ignoredFrom = -1;
        } else if (said.equals("start")) {
            ignoredFrom = line.next();
        } else if (said.matches("[0-9]{1,9}")) {
            ignoredLines = Long.parseLong(said);
        }
        return ignoredFrom >= 0 || !said.isEmpty();
    }

    Changeset close(int end) {
        return new Changeset(
                id,
                number,
                !head.flag("ignore", false)
                        && DbmsList.hasPostgres(head.list("dbms").orElse("")),
                head.flag("runInTransaction", true),
                rule("splitStatements", "endDelimiter", head.flag("stripComments", true)),
                new Span(head.next(), end),
                ignored(end),
                rule("rollbackSplitStatements", "rollbackEndDelimiter", false),
                isUndone() ? rollback : List.of());
    }

    private SplitRule rule(String splits, String delimiter, boolean withoutComments) {
        @Nullable String ends = head.token(delimiter).orElse(null);
        return new SplitRule(head.flag(splits, true), withoutComments, ends);
    }

    /** Lines that are passed over until the end of the file, if nothing ends that before. */
    private List<Span> ignored(int end) {
        if (ignoredFrom >= 0) {
            ignored.add(new Span(ignoredFrom, end));
        }
        return ignored;
    }

    /** Not by {@code --rollback empty} or {@code not required}, nor, as far as it is followed, by another changeset. */
    private boolean isUndone() {
        String text = rollbackText.toString().strip().toLowerCase(Locale.ROOT);
        return !text.isEmpty()
                && !text.startsWith("not required")
                && !text.startsWith("empty")
                && !text.contains("changesetid");
    }
}
