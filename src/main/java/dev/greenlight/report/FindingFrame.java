package dev.greenlight.report;

import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Finding;
import dev.greenlight.source.Position;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A finding as text: what is wrong, the source with the place underlined, other places, and what to write instead. */
final class FindingFrame {
    private static final char PRIMARY = '^';
    private static final char SECONDARY = '-';

    private final Finding finding;
    private final TextStyle style;
    private final int gutter;
    private final List<TextLine> lines = new ArrayList<>();

    private FindingFrame(Finding finding) {
        this.finding = finding;
        this.style = TextStyle.of(finding.level());
        this.gutter = finding.related().stream()
                .map(related -> excerpt(related).digits())
                .reduce(Excerpt.of(finding.file(), finding.span()).digits(), Math::max);
    }

    static List<TextLine> of(Finding finding) {
        return new FindingFrame(finding).draw();
    }

    private List<TextLine> draw() {
        lines.add(new TextLine()
                .add(style, finding.level().id() + "[" + finding.rule() + "]")
                .add(TextStyle.STRONG, ": " + finding.message()));
        place(finding.file(), finding.span());
        lines.addAll(Excerpt.of(finding.file(), finding.span()).draw(gutter, PRIMARY, style, ""));
        for (Finding.Related related : finding.related()) {
            bar();
            place(related.place().file(), related.place().span());
            lines.addAll(excerpt(related).draw(gutter, SECONDARY, TextStyle.FAINT, related.message()));
        }
        bar();
        if (finding.safeForm() != null) {
            safeForm(finding.safeForm());
        }
        aside("help").add("greenlight explain " + finding.rule());
        return lines;
    }

    /** Of a place that only explains, its first line says enough. */
    private static Excerpt excerpt(Finding.Related related) {
        SourceFile file = related.place().file().written();
        Span span = related.place().file().written(related.place().span());
        Span line = file.lineSpan(file.position(span.start()).line());
        return Excerpt.of(file, new Span(span.start(), Math.min(span.end(), line.end())));
    }

    private void place(SourceFile file, Span span) {
        Position position = file.position(span.start());
        lines.add(new TextLine()
                .add(TextStyle.FAINT, " ".repeat(gutter) + "--> ")
                .add(file.path() + ":" + position.line() + ":" + position.column()));
        bar();
    }

    private void bar() {
        lines.add(new TextLine().add(TextStyle.FAINT, " ".repeat(gutter + 1) + "|"));
    }

    private TextLine aside(String word) {
        TextLine line = new TextLine()
                .add(TextStyle.FAINT, " ".repeat(gutter + 1) + "= ")
                .add(TextStyle.STRONG, word + ": ");
        lines.add(line);
        return line;
    }

    /** The SQL stands behind nothing but blanks, to be copied. */
    private void safeForm(SafeForm safeForm) {
        aside("safe form").add(safeForm.advice());
        safeForm.sql()
                .lines()
                .forEach(line -> lines.add(new TextLine().add(TextStyle.GREEN, " ".repeat(gutter + 5) + line)));
    }
}
