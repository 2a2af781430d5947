package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.Optional;
import java.util.stream.Stream;

final class DetachPartition implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().operations().stream().flatMap(operation -> observe(change, operation).stream());
    }

    private static Optional<Observation> observe(Change change, Operation operation) {
        return switch (operation) {
            case TableOperation.DetachPartition detach
            when !detach.concurrently() && change.isLive(detach.partition()) && change.isLive(detach.parent()) ->
                Optional.of(observe(detach, detach.partition(), detach.parent())
                        .safely(SafeForms.detachConcurrently(detach.parent(), detach.partition())));
            case TableOperation.Inherit inherit
            when inherit.remove() && change.isLive(inherit.child()) && change.isLive(inherit.parent()) ->
                Optional.of(observe(inherit, inherit.child(), inherit.parent()));
            default -> Optional.empty();
        };
    }

    private static Observation observe(Operation operation, Table child, Table parent) {
        return Observation.at(
                operation.span(),
                "%s: queries on %s no longer find its rows, and wait for the lock"
                        .formatted(Words.name(child), Words.name(parent)));
    }
}
