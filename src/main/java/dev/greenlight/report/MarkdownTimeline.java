package dev.greenlight.report;

import dev.greenlight.effect.Blocks;
import dev.greenlight.lint.LockHold;
import dev.greenlight.lint.MigrationReview;
import dev.greenlight.replay.Step;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits from which line of a migration to which: a Gantt chart of Mermaid, with lines for time (mermaid.js.org,
 * Gantt diagrams). Left out where no statement runs while a lock of an earlier one keeps others waiting.
 */
final class MarkdownTimeline {
    private static final int MOST_RELATIONS = 25;
    private static final int MOST_TICKS = 12;
    private static final int MOST_CHARACTERS = 40;
    private static final int CHARACTER_PIXELS = 7;

    private final MigrationReview migration;

    private MarkdownTimeline(MigrationReview migration) {
        this.migration = migration;
    }

    static void write(MigrationReview migration, Appendable out) throws IOException {
        List<LockHold> waited = migration.holds().stream()
                .filter(hold -> hold.blocks() != Blocks.NOTHING)
                .toList();
        if (waited.stream().anyMatch(LockHold::outlastsItsStatement)) {
            new MarkdownTimeline(migration).write(waited, out);
        }
    }

    private void write(List<LockHold> waited, Appendable out) throws IOException {
        Map<String, StringBuilder> rows = new LinkedHashMap<>();
        for (LockHold hold : waited) {
            String relation = plain(hold.lock().relation().name().display());
            rows.computeIfAbsent(relation, name -> new StringBuilder()).append(task(hold));
        }
        out.append("\n<details><summary>Who waits, from line to line</summary>\n\n```mermaid\n");
        out.append(head(rows))
                .append("gantt\n    dateFormat x\n    axisFormat %s\n")
                .append(ticks());
        for (Map.Entry<String, StringBuilder> row :
                rows.entrySet().stream().limit(MOST_RELATIONS).toList()) {
            out.append("    section ").append(row.getKey()).append('\n').append(row.getValue());
        }
        out.append("```\n");
        if (rows.size() > MOST_RELATIONS) {
            out.append("\nAnd ")
                    .append(SummaryText.count(rows.size() - MOST_RELATIONS, "more relation"))
                    .append(".\n");
        }
        out.append("\n</details>\n");
    }

    /** Names stand at the left of the chart, in a column that is too narrow for most of them. */
    private static String head(Map<String, StringBuilder> rows) {
        int longest = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        return "%%{init: {\"gantt\": {\"leftPadding\": " + (longest + 4) * CHARACTER_PIXELS + "}}}%%\n";
    }

    private String ticks() {
        int lines = end(migration.statements().size() - 1) - start(0);
        int each = Math.max(1, (lines + MOST_TICKS - 1) / MOST_TICKS);
        return "    tickInterval " + each + "second\n";
    }

    private String task(LockHold hold) {
        int start = start(hold.first());
        int end = Math.max(end(hold.last()), start + 1);
        String colour = hold.blocks() == Blocks.READS_AND_WRITES ? "crit" : "active";
        return "        %s, %s wait%s :%s, %d000, %d000\n"
                .formatted(hold.lock().mode().words(), words(hold.blocks()), beyond(hold), colour, start, end);
    }

    private static String words(Blocks blocks) {
        return blocks.id().replace('-', ' ');
    }

    private String beyond(LockHold hold) {
        String path = hold.since().file().path();
        String since = path.equals(migration.migration().path()) ? "" : ", since " + plain(path);
        return since + (hold.beyond() ? ", and on in the next migration" : "");
    }

    private int start(int statement) {
        Step step = migration.statements().get(statement).step();
        return line(step, step.statement().span().start());
    }

    /** The line after its last. */
    private int end(int statement) {
        Step step = migration.statements().get(statement).step();
        return line(step, step.statement().span().end()) + 1;
    }

    private static int line(Step step, int offset) {
        SourceFile file = step.file();
        return file.written()
                .position(file.written(new Span(offset, offset)).start())
                .line();
    }

    /** Mermaid knows no escapes in its Gantt charts: what might be read as more than a letter is a question mark. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        VisibleText.of(text).codePoints().limit(MOST_CHARACTERS).forEach(codePoint -> {
            boolean safe = Character.isLetterOrDigit(codePoint) || " _-./".indexOf(codePoint) >= 0;
            plain.appendCodePoint(safe ? codePoint : '?');
        });
        return plain.toString();
    }
}
