package dev.greenlight.report;

import dev.greenlight.catalog.Origin;
import dev.greenlight.graph.Chain;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.replay.Step;
import dev.greenlight.rule.Finding;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The answer on one statement and what led to it, for people at a terminal. */
public final class WhyText {
    private static final String INDENT = "  ";
    private static final int MOST_LINES = 12;
    private static final int MOST_CHARACTERS = 160;

    private final StatementReview review;
    private final List<TextLine> lines = new ArrayList<>();

    private WhyText(StatementReview review) {
        this.review = review;
    }

    /**
     * @param chain what led to the statement, oldest first
     * @param findings those at the statement
     */
    public static void write(
            StatementReview review, List<Chain.Link> chain, List<Finding> findings, boolean color, Appendable out)
            throws IOException {
        for (TextLine line : new WhyText(review).draw(chain, findings)) {
            line.write(color, out);
        }
    }

    private List<TextLine> draw(List<Chain.Link> chain, List<Finding> findings) {
        Step step = review.step();
        head(step);
        links(chain);
        heading("so this statement");
        EffectWords.of(review).forEach(words -> lines.add(new TextLine().add(INDENT + words)));
        for (Finding finding : findings) {
            lines.add(new TextLine());
            lines.addAll(FindingFrame.of(finding));
        }
        return lines;
    }

    private void head(Step step) {
        TextLine line = new TextLine()
                .add(TextStyle.STRONG, place(step, step.statement().span()) + ": ")
                .add(style(), review.signal().id());
        if (!review.reasons().isEmpty()) {
            line.add(": " + String.join(", ", review.reasons()));
        }
        lines.add(line);
        text(step).lines().forEach(row -> lines.add(new TextLine().add(INDENT + row)));
    }

    private TextStyle style() {
        return switch (review.signal()) {
            case GREEN -> TextStyle.GREEN;
            case YELLOW -> TextStyle.YELLOW;
            case RED -> TextStyle.RED;
        };
    }

    /** The statement as it is written, without what is megabytes of data. */
    private static String text(Step step) {
        SourceFile file = step.file().written();
        String text = file.text(step.file().written(step.statement().span()));
        List<String> rows = text.lines().limit(MOST_LINES + 1).map(WhyText::cut).toList();
        return rows.size() > MOST_LINES
                ? String.join("\n", rows.subList(0, MOST_LINES)) + "\n…"
                : String.join("\n", rows);
    }

    private static String cut(String row) {
        return row.length() <= MOST_CHARACTERS ? row : row.substring(0, MOST_CHARACTERS) + "…";
    }

    private void links(List<Chain.Link> chain) {
        if (chain.isEmpty()) {
            return;
        }
        heading("what led here");
        List<String> places = chain.stream().map(this::place).toList();
        int width = places.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < chain.size(); i++) {
            String place = places.get(i);
            lines.add(new TextLine()
                    .add(TextStyle.FAINT, INDENT + place + " ".repeat(width - place.length()) + INDENT)
                    .add(words(chain.get(i))));
        }
    }

    private void heading(String words) {
        lines.add(new TextLine());
        lines.add(new TextLine().add(TextStyle.STRONG, words));
    }

    private String words(Chain.Link link) {
        String words = link.operations().stream()
                .map(OperationWords::of)
                .distinct()
                .limit(MOST_LINES)
                .collect(Collectors.joining(", "));
        boolean together = link.step().transactionBlock()
                && link.step().transaction() == review.step().transaction();
        return together ? words + " (in the same transaction)" : words;
    }

    private String place(Chain.Link link) {
        return new Origin(link.step().file(), link.operations().getFirst().span()).toString();
    }

    private static String place(Step step, Span span) {
        return new Origin(step.file(), span).toString();
    }
}
