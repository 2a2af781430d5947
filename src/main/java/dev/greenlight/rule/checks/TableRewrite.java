package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Relation;
import dev.greenlight.effect.Work;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change of a column rewrites has rules of its own. */
final class TableRewrite implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().operations().stream().flatMap(operation -> observe(change, operation).stream());
    }

    private static Optional<Observation> observe(Change change, Operation operation) {
        return switch (operation) {
            case TableOperation.ChangeTable one -> rewrites(change, one, one.relation());
            case ColumnOperation.ChangeExpression one -> rewrites(change, one, one.table());
            case DataOperation.Cluster one -> rewrites(change, one, one.relation());
            case DataOperation.Vacuum one when one.full() -> rewrites(change, one, one.relation());
            default -> Optional.empty();
        };
    }

    private static Optional<Observation> rewrites(Change change, Operation operation, @Nullable Relation relation) {
        boolean noticed = relation == null || change.isLive(relation);
        return noticed && change.effectOf(operation).work() == Work.REWRITE
                ? Optional.of(observe(operation, relation).lasting(change.effectOf(operation)))
                : Optional.empty();
    }

    private static Observation observe(Operation operation, @Nullable Relation relation) {
        String name = relation == null ? "every table" : Words.name(relation);
        return Observation.at(operation.span(), name + ": reads and writes wait while all of it is written anew");
    }
}
