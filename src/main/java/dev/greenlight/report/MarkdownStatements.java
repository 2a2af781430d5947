package dev.greenlight.report;

import dev.greenlight.effect.Duration;
import dev.greenlight.effect.Effect;
import dev.greenlight.effect.Estimate;
import dev.greenlight.effect.RelationLock;
import dev.greenlight.lint.MigrationReview;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.migration.Direction;
import dev.greenlight.replay.Outcome;
import dev.greenlight.rule.Signal;
import dev.greenlight.source.SourceFile;
import dev.greenlight.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements of each migration that has one that is not green, in a table; of the other migrations only how many
 * there are. Migrations that go down are counted too: they are written to lose what the up has made.
 */
final class MarkdownStatements {
    private static final int MOST_CHARACTERS = 100;
    private static final String HEAD = """
            | Line | Statement | Signal | Locks | Blocks | Duration | Reversible |
            | ---: | --- | --- | --- | --- | --- | --- |
            """;

    private MarkdownStatements() {}

    static void write(Review review, Appendable out) throws IOException {
        if (review.migrations().findAny().isEmpty()) {
            return;
        }
        List<MigrationReview> ups = review.migrations()
                .filter(migration -> migration.migration().direction() != Direction.DOWN)
                .toList();
        out.append("\n## Statements\n");
        for (MigrationReview migration : ups) {
            if (migration.signal() != Signal.GREEN) {
                table(migration, out);
            }
        }
        long green = ups.stream()
                .filter(migration -> migration.signal() == Signal.GREEN)
                .count();
        long down = review.migrations().count() - ups.size();
        rest(out, green, MarkdownSignal.of(Signal.GREEN) + " and not listed");
        rest(out, down, "going down and not listed");
    }

    private static void rest(Appendable out, long migrations, String what) throws IOException {
        if (migrations > 0) {
            out.append('\n')
                    .append(SummaryText.count((int) migrations, "migration"))
                    .append(": ")
                    .append(what)
                    .append(".\n");
        }
    }

    private static void table(MigrationReview migration, Appendable out) throws IOException {
        out.append("\n### ")
                .append(MarkdownSignal.of(migration.signal()))
                .append(": ")
                .append(MarkdownText.code(migration.migration().path()))
                .append("\n\n")
                .append(HEAD);
        for (StatementReview statement : migration.statements()) {
            out.append("| ").append(row(statement)).append(" |\n");
        }
        MarkdownTimeline.write(migration, out);
    }

    private static String row(StatementReview review) {
        SourceFile file = review.step().file().written();
        Span span = review.step().file().written(review.step().statement().span());
        return String.join(
                " | ",
                Integer.toString(file.position(span.start()).line()),
                MarkdownText.codeInTable(inOneLine(file, span)),
                signal(review),
                locks(review.effect().mainLocks()),
                words(review.effect().blocks().id()),
                duration(review.effect()),
                words(review.effect().reversibility().id()));
    }

    private static String duration(Effect effect) {
        Estimate estimate = effect.estimate();
        return effect.duration() == Duration.GROWS && estimate != null
                ? estimate.words()
                : words(effect.duration().id());
    }

    private static String words(String id) {
        return id.replace('-', ' ');
    }

    private static String signal(StatementReview review) {
        String signal = MarkdownSignal.of(review.signal());
        String notFollowed = review.step().outcome() instanceof Outcome.Opaque opaque
                ? " (" + MarkdownText.codeInTable(opaque.reason()) + ")"
                : "";
        return review.reasons().isEmpty() ? signal : signal + ": " + String.join(", ", review.reasons()) + notFollowed;
    }

    private static String locks(List<RelationLock> locks) {
        return locks.stream()
                .map(lock -> lock.mode().words() + " on "
                        + MarkdownText.codeInTable(lock.relation().name().display()))
                .collect(Collectors.joining(", "));
    }

    /** Only the beginning is looked at, for a statement may be megabytes of data. */
    private static String inOneLine(SourceFile file, Span span) {
        int end = Math.min(span.end(), span.start() + 4 * MOST_CHARACTERS);
        String head = file.text(new Span(span.start(), end)).replaceAll("\\s+", " ");
        boolean whole = end == span.end() && head.length() <= MOST_CHARACTERS;
        return whole ? head : head.substring(0, Math.min(head.length(), MOST_CHARACTERS)) + "…";
    }
}
