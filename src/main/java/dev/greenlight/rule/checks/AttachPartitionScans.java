package dev.greenlight.rule.checks;

import dev.greenlight.effect.Blocks;
import dev.greenlight.effect.Work;
import dev.greenlight.replay.Operation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.Optional;
import java.util.stream.Stream;

final class AttachPartitionScans implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().operations().stream().flatMap(operation -> observe(change, operation).stream());
    }

    private static Optional<Observation> observe(Change change, Operation operation) {
        return switch (operation) {
            case TableOperation.AttachPartition attach
            when scans(change, attach) -> Optional.of(attach(change, attach).lasting(change.effectOf(attach)));
            case TableOperation.CreateTable create
            when create.table().partition() && scans(change, create) ->
                Optional.of(create(create).lasting(change.effectOf(create)));
            default -> Optional.empty();
        };
    }

    private static boolean scans(Change change, Operation operation) {
        return change.effectOf(operation).work() == Work.SCAN
                && change.effectOf(operation).blocks() != Blocks.NOTHING;
    }

    private static Observation attach(Change change, TableOperation.AttachPartition attach) {
        String name = change.isLive(attach.partition())
                ? Words.name(attach.partition())
                : Words.name(attach.parent()) + ", its default partition";
        return Observation.at(
                        attach.span(), name + ": reads and writes wait while every row is held against the bounds")
                .safely(
                        "Add a CHECK that says what the bounds say, NOT VALID, and validate it first; drop it"
                                + " afterwards.",
                        "");
    }

    private static Observation create(TableOperation.CreateTable create) {
        return Observation.at(
                        create.span(),
                        Words.name(create.table())
                                + ": reads and writes of the default partition wait while it is searched for rows that"
                                + " belong here")
                .safely(
                        "Give the default partition a CHECK that rules such rows out, NOT VALID, and validate it first.",
                        "");
    }
}
