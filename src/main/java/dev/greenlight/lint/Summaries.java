package dev.greenlight.lint;

import dev.greenlight.migration.Direction;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.RoutineCode;
import dev.greenlight.rule.Finding;
import dev.greenlight.rule.Level;
import dev.greenlight.rule.Signal;
import dev.greenlight.sql.Unread;
import java.util.List;
import java.util.function.Predicate;

/** Counts, and gives the verdict. */
final class Summaries {
    private final List<MigrationReview> migrations;

    private Summaries(List<MigrationReview> migrations) {
        this.migrations = migrations;
    }

    /** {@code findings} are those of migrations that go up: what a down would do is no verdict on the deploy. */
    static Summary of(List<HistoryReview> histories, List<Finding> findings) {
        List<MigrationReview> migrations = histories.stream()
                .flatMap(history -> history.migrations().stream())
                .toList();
        return new Summaries(migrations)
                .summary(verdict(findings), histories.stream().anyMatch(HistoryReview::open));
    }

    private Summary summary(Verdict verdict, boolean open) {
        int statements = count(statement -> true);
        int opaque = count(Summaries::isOpaque);
        int unparsed = count(Summaries::isUnparsed);
        return new Summary(
                migrations.size(),
                statements,
                statements - opaque - unparsed,
                opaque,
                unparsed,
                goingUp(Signal.GREEN),
                goingUp(Signal.YELLOW),
                goingUp(Signal.RED),
                verdict,
                open,
                bodies());
    }

    private Summary.Bodies bodies() {
        List<RoutineCode> bodies = migrations.stream()
                .flatMap(migration -> migration.statements().stream())
                .flatMap(statement -> statement.step().all())
                .flatMap(step -> step.operations().stream())
                .filter(ObjectOperation.CreateRoutine.class::isInstance)
                .map(operation -> ((ObjectOperation.CreateRoutine) operation).code())
                .toList();
        int decided = (int) bodies.stream().filter(RoutineCode::decidedByCall).count();
        int unknown = (int) bodies.stream()
                .filter(code -> code.dynamic() != null && !code.decidedByCall())
                .count();
        return new Summary.Bodies(bodies.size() - decided - unknown, decided, unknown);
    }

    private static Verdict verdict(List<Finding> findings) {
        return findings.stream()
                .map(Finding::level)
                .map(Summaries::verdict)
                .reduce(Verdict.SAFE, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    }

    private static Verdict verdict(Level level) {
        return switch (level) {
            case NOTE -> Verdict.SAFE;
            case YELLOW -> Verdict.NEEDS_CHANGES;
            case RED -> Verdict.BLOCKED;
        };
    }

    /** A command of psql is read, but what it does is not followed. */
    private static boolean isOpaque(StatementReview statement) {
        return statement.step().outcome() instanceof Outcome.Opaque
                || statement.step().statement() instanceof Unread.MetaCommand;
    }

    private static boolean isUnparsed(StatementReview statement) {
        return statement.step().statement() instanceof Unread unread && !(unread instanceof Unread.MetaCommand);
    }

    private int count(Predicate<StatementReview> question) {
        return (int) migrations.stream()
                .flatMap(migration -> migration.statements().stream())
                .filter(question)
                .count();
    }

    private int goingUp(Signal signal) {
        return (int) migrations.stream()
                .filter(migration -> migration.migration().direction() != Direction.DOWN)
                .flatMap(migration -> migration.statements().stream())
                .filter(statement -> statement.signal() == signal)
                .count();
    }
}
