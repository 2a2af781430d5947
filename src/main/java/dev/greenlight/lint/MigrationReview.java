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
 */
public record MigrationReview(
        Migration migration,
        List<String> creates,
        List<String> references,
        List<String> dependencies,
        Signal signal,
        List<StatementReview> statements) {
    public MigrationReview {
        creates = List.copyOf(creates);
        references = List.copyOf(references);
        dependencies = List.copyOf(dependencies);
        statements = List.copyOf(statements);
    }
}
