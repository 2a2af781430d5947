package dev.greenlight.graph;

import dev.greenlight.migration.Migration;
import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.HistoryRun;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.MigrationRun;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.Outcome;
import dev.greenlight.replay.Step;
import dev.greenlight.sql.SessionStatement;
import dev.greenlight.sql.TransactionStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells whether a migration needs nothing at all of another one that it declares. That can be known of tables, their
 * parts, views and sequences alone: rows, types, routines and settings have a say without being named.
 */
public final class IdleDeclarations {
    private IdleDeclarations() {}

    public static boolean isIdle(DependencyGraph graph, HistoryRun history, Declaration declared) {
        return declared.met()
                && !graph.leads(declared.from(), declared.to())
                && isPlain(history, declared.from())
                && isPlain(history, declared.to())
                && isApart(history, declared);
    }

    private static boolean isApart(HistoryRun history, Declaration declared) {
        Set<QualifiedName> changed = new HashSet<>();
        steps(history, declared.to())
                .flatMap(step -> step.operations().stream())
                .forEach(operation -> {
                    Events.of(operation).forEach(event -> addNames(event, changed));
                    if (operation instanceof IndexOperation.CreateIndex create) {
                        changed.add(create.table().name());
                    }
                });
        return steps(history, declared.from())
                .flatMap(step -> Subjects.of(step).stream())
                .map(Subject::name)
                .noneMatch(changed::contains);
    }

    private static void addNames(Event event, Set<QualifiedName> names) {
        names.add(event.name());
        if (event.newName() != null) {
            names.add(event.newName().name());
        }
    }

    private static boolean isPlain(HistoryRun history, Migration migration) {
        return steps(history, migration).allMatch(IdleDeclarations::isPlain);
    }

    private static boolean isPlain(Step step) {
        return switch (step.outcome()) {
            case Outcome.Applied ignored ->
                step.statement() instanceof SessionStatement
                        || step.statement() instanceof TransactionStatement
                        || isPlain(step.operations());
            case Outcome.Skipped skipped -> skipped.existing() != null;
            case Outcome.Failed ignored -> false;
            case Outcome.Opaque ignored -> false;
            case Outcome.NotRead ignored -> false;
        };
    }

    private static boolean isPlain(List<Operation> operations) {
        return !operations.isEmpty() && operations.stream().allMatch(IdleDeclarations::isPlain);
    }

    private static boolean isPlain(Operation operation) {
        return !(operation instanceof DataOperation)
                && !(operation instanceof ObjectOperation.RefreshMaterializedView)
                && Events.of(operation).stream().allMatch(event -> event.kind() == Made.Kind.RELATION);
    }

    private static Stream<Step> steps(HistoryRun history, Migration migration) {
        return history.runs().stream()
                .filter(run -> run.migration() == migration)
                .flatMap(MigrationRun::allSteps);
    }
}
