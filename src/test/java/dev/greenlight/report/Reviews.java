package dev.greenlight.report;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.Summary;
import dev.greenlight.lint.Verdict;
import dev.greenlight.remedy.SafeForm;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Level;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.SourceRead.Unreadable;
import dev.greenlight.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reviews of nothing but findings, and what formats make of them. */
final class Reviews {
    static final ReportStyle PLAIN = new ReportStyle(false, "1.2.3", "");

    private Reviews() {}

    static Review of(List<Finding> findings) {
        return of(findings, List.of(), List.of());
    }

    static Review of(List<Finding> findings, List<Unreadable> unreadable, List<String> notes) {
        Summary summary = new Summary(1, 2, 2, 0, 0, 1, 0, 1, Verdict.BLOCKED, false, new Summary.Bodies(0, 0, 0));
        return new Review(summary, List.of(), findings, unreadable, notes, List.of(), List.of());
    }

    /** A finding of a rule that has a page, at the first place where the file has the marked text. */
    static Finding finding(Level level, SourceFile file, String marked) {
        return new Finding(
                "create-index-blocks-writes", level, file, span(file, marked), "writes wait", null, List.of());
    }

    /** Foreign text in every place that can have some. */
    static Review everywhere(String text) {
        SourceFile file = SourceFile.of(text + ".sql", "CREATE TABLE \"" + text + "\" (id int);\nDROP TABLE t;");
        Origin whole = new Origin(file, new Span(0, file.text().length()));
        Finding finding = new Finding(
                "create-index-blocks-writes",
                Level.RED,
                file,
                whole.span(),
                text,
                new SafeForm(text, text + "\n" + text),
                List.of(new Finding.Related(whole, text)));
        return of(List.of(finding), List.of(new Unreadable(text, 1, text, text)), List.of(text));
    }

    static String write(ReportFormat format, Review review) {
        return write(format, review, PLAIN);
    }

    static String write(ReportFormat format, Review review, ReportStyle style) {
        StringBuilder out = new StringBuilder();
        try {
            format.write(review, style, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static Span span(SourceFile file, String marked) {
        int start = file.text().indexOf(marked);
        return new Span(start, start + marked.length());
    }
}
