package dev.greenlight.corpus;

import dev.greenlight.lint.MigrationReview;
import dev.greenlight.lint.Review;
import dev.greenlight.lint.StatementReview;
import dev.greenlight.lint.Summary;
import dev.greenlight.migration.Direction;
import dev.greenlight.replay.SqlError;
import dev.greenlight.sql.Unread;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of one project.
 *
 * @param errors predicted for statements that go up, but for those that CONCURRENTLY or a new enum label gets from the
 *     transaction it stands in, which are counted apart
 */
record CorpusLine(
        CorpusProject project,
        String layout,
        int migrations,
        int statements,
        int unparsed,
        int templates,
        int psql,
        int opaque,
        boolean open,
        long errors,
        long inTransaction,
        Summary summary) {
    private static final Set<String> ABOUT_TRANSACTIONS = Set.of("25001", "55P04");
    private static final String ROW = "%-18s %-34.34s %-14s %5s %6s %8s %9s %5s %6s %-6s %6s %7s %6s %6s %5s  %s%n";

    static CorpusLine of(CorpusProject project, Review review) {
        List<SqlError> errors = goingUp(review)
                .flatMap(statement -> statement.step().error().stream())
                .toList();
        long inTransaction = errors.stream()
                .filter(error -> ABOUT_TRANSACTIONS.contains(error.state().code()))
                .count();
        return new CorpusLine(
                project,
                review.histories().stream().map(history -> history.layout()).collect(Collectors.joining("+")),
                review.summary().migrations(),
                review.summary().statements(),
                count(review, Unread.Unparsed.class),
                count(review, Unread.Template.class),
                count(review, Unread.MetaCommand.class),
                review.summary().opaque(),
                review.summary().open(),
                errors.size() - inTransaction,
                inTransaction,
                review.summary());
    }

    private static Stream<StatementReview> goingUp(Review review) {
        return review.migrations()
                .filter(migration -> migration.migration().direction() != Direction.DOWN)
                .map(MigrationReview::statements)
                .flatMap(List::stream);
    }

    private static int count(Review review, Class<? extends Unread> kind) {
        return (int) review.migrations()
                .flatMap(migration -> migration.statements().stream())
                .filter(statement -> kind.isInstance(statement.step().statement()))
                .count();
    }

    static String table(List<CorpusLine> lines) {
        StringBuilder table = new StringBuilder(ROW.formatted(
                "project",
                "framework",
                "taken for",
                "files",
                "stmts",
                "unparsed",
                "templates",
                "psql",
                "opaque",
                "hist.",
                "errors",
                "in tx",
                "green",
                "yellow",
                "red",
                "on a server"));
        lines.forEach(line -> table.append(line.row()));
        return table.append(total(lines)).toString();
    }

    private String row() {
        return ROW.formatted(
                project.name(),
                project.framework(),
                layout,
                migrations,
                statements,
                unparsed,
                templates,
                psql,
                opaque,
                open ? "open" : "closed",
                errors,
                inTransaction,
                summary.green(),
                summary.yellow(),
                summary.red(),
                project.replay());
    }

    private static String total(List<CorpusLine> lines) {
        return """
                %d projects, %d files, %d statements: %d do not parse, %d more are templates, %d are opaque
                errors predicted where a server finds none: %d in %d projects of known tools, %d in %d of others
                """.formatted(
                        lines.size(),
                        sum(lines, CorpusLine::migrations),
                        sum(lines, CorpusLine::statements),
                        sum(lines, CorpusLine::unparsed),
                        sum(lines, CorpusLine::templates),
                        sum(lines, CorpusLine::opaque),
                        sum(followed(lines, true), CorpusLine::errors),
                        followed(lines, true).size(),
                        sum(followed(lines, false), CorpusLine::errors),
                        followed(lines, false).size());
    }

    /** Those that a server follows to the end, of tools that are known or not. */
    static List<CorpusLine> followed(List<CorpusLine> lines, boolean known) {
        return lines.stream()
                .filter(line -> line.project().replaysFully() && line.project().isOfKnownTool() == known)
                .toList();
    }

    private static long sum(List<CorpusLine> lines, ToLongFunction<CorpusLine> number) {
        return lines.stream().mapToLong(number).sum();
    }
}
