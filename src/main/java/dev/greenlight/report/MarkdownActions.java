package dev.greenlight.report;

import dev.greenlight.lint.Review;
import dev.greenlight.migration.Direction;
import dev.greenlight.rule.Signal;
import java.io.IOException;

/** What each signal asks of those who deploy, where there are statements with it. */
final class MarkdownActions {
    private MarkdownActions() {}

    static void write(Review review, Appendable out) throws IOException {
        long red = migrations(review, Signal.RED);
        long yellow = migrations(review, Signal.YELLOW);
        if (red + yellow == 0) {
            return;
        }
        out.append("\n## Required before deploying\n\n");
        if (red > 0) {
            action(out, Signal.RED, "an approval and a backup", review.summary().red(), red);
        }
        if (yellow > 0) {
            action(
                    out,
                    Signal.YELLOW,
                    "a preview and a lock timeout",
                    review.summary().yellow(),
                    yellow);
        }
    }

    private static void action(Appendable out, Signal signal, String what, int statements, long migrations)
            throws IOException {
        out.append("- [ ] ")
                .append(MarkdownSignal.of(signal))
                .append(": ")
                .append(what)
                .append(", for ")
                .append(SummaryText.count(statements, "statement"))
                .append(" in ")
                .append(SummaryText.count((int) migrations, "migration"))
                .append('\n');
    }

    private static long migrations(Review review, Signal signal) {
        return review.migrations()
                .filter(migration -> migration.migration().direction() != Direction.DOWN)
                .filter(migration ->
                        migration.statements().stream().anyMatch(statement -> statement.signal() == signal))
                .count();
    }
}
