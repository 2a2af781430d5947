package dev.greenlight.lint;

import dev.greenlight.migration.Migration;
import dev.greenlight.rule.Signal;
import java.util.List;

/**
 * A migration judged.
 *
 * @param creates what it makes: qualified names, in order
 * @param references what it names that must be there before: qualified names, sorted
 * @param dependencies the paths of the migrations that made those, or would, sorted
 * @param signal the worst of its statements'
 * @param holds how long it holds which locks, in the order in which it takes them
 */
public record MigrationReview(
        Migration migration,
        List<String> creates,
        List<String> references,
        List<String> dependencies,
        Signal signal,
        List<StatementReview> statements,
        List<LockHold> holds) {
    public MigrationReview {
        creates = List.copyOf(creates);
        references = List.copyOf(references);
        dependencies = List.copyOf(dependencies);
        statements = List.copyOf(statements);
        holds = List.copyOf(holds);
    }
}
