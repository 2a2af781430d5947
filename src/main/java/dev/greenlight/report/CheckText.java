package dev.greenlight.report;

import dev.greenlight.catalog.Origin;
import dev.greenlight.lint.SchemaReview;
import dev.greenlight.lint.check.Recommendation;
import dev.greenlight.rule.Level;
import java.io.IOException;
import java.util.List;

/** Says to people what can be said of the schema that migrations leave. */
final class CheckText implements CheckFormat {
    @Override
    public String id() {
        return "text";
    }

    @Override
    public void write(SchemaReview review, Appendable out) throws IOException {
        write(review.required(), out);
        write(review.drift(), out);
        for (SchemaReview.OfHistory history : review.histories()) {
            if (review.histories().size() > 1 && !history.recommendations().isEmpty()) {
                line(history.folder() + ":", out);
                line("", out);
            }
            write(history.recommendations(), out);
        }
        line(summary(review), out);
    }

    private static void write(List<Recommendation> recommendations, Appendable out) throws IOException {
        for (Recommendation each : recommendations) {
            line(each.level().id() + "[" + each.check() + "]: " + each.object() + ": " + each.message(), out);
            if (each.place() != null) {
                line(" --> " + place(each.place()), out);
            }
            line("  = do: " + each.remedy(), out);
            line("", out);
        }
    }

    private static String place(Origin origin) {
        return origin.file().written().path() + ":"
                + origin.file()
                        .written()
                        .position(origin.file().written(origin.span()).start())
                        .line();
    }

    private static String summary(SchemaReview review) {
        int all = (int) review.all().count();
        return all == 0
                ? "nothing to recommend"
                : SummaryText.count(all, "recommendation") + ": " + review.count(Level.RED) + " red, "
                        + review.count(Level.YELLOW) + " yellow, "
                        + SummaryText.count((int) review.count(Level.NOTE), "note");
    }

    private static void line(String text, Appendable out) throws IOException {
        out.append(VisibleText.of(text)).append('\n');
    }
}
