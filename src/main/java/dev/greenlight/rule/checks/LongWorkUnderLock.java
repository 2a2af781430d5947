package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Origin;
import dev.greenlight.effect.Duration;
import dev.greenlight.effect.HeldLock;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.DataOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.DataStatement;
import java.util.List;
import java.util.stream.Stream;

final class LongWorkUnderLock implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.held().isEmpty()
                ? Stream.empty()
                : change.step().operations().stream()
                        .filter(operation -> works(change, operation))
                        .limit(1)
                        .map(operation -> observe(operation, change.held()).lasting(change.effectOf(operation)));
    }

    /** An UPDATE or DELETE with a WHERE may be over in a moment, so it is not meant. */
    private static boolean works(Change change, Operation operation) {
        return change.effectOf(operation).duration() == Duration.GROWS
                && switch (operation) {
                    case ConstraintOperation.ValidateConstraint ignored -> true;
                    case ObjectOperation.CreateView ignored -> true;
                    case DataOperation.Write write ->
                        write.allRows() || fillsNewColumn(change, write) || copies(change, write);
                    default -> false;
                };
    }

    /** What the WHERE of such an UPDATE leaves out is next to nothing. */
    private static boolean fillsNewColumn(Change change, DataOperation.Write write) {
        return change.statement() instanceof DataStatement.Update update
                && change.transaction().stream()
                        .flatMap(step -> step.operations().stream())
                        .anyMatch(operation -> operation instanceof ColumnOperation.AddColumn add
                                && add.table().oid() == write.relation().oid()
                                && update.columns().stream()
                                        .anyMatch(column -> column.value()
                                                .equals(add.column().name())));
    }

    private static boolean copies(Change change, DataOperation.Write write) {
        return write.kind() == DataOperation.Kind.INSERT
                && !write.bounded()
                && change.operations(DataOperation.Read.class).anyMatch(read -> change.isLive(read.relation()));
    }

    private static Observation observe(Operation operation, List<HeldLock> held) {
        HeldLock first = held.stream()
                .filter(other -> other.lock().mode().blocksReads())
                .findFirst()
                .orElse(held.getFirst());
        String waiting = first.lock().mode().blocksReads() ? "reads and writes" : "writes";
        Origin place =
                new Origin(first.since().file(), first.since().statement().span());
        return Observation.at(
                        operation.span(),
                        "%s is locked since %s: its %s wait until this has gone through every row"
                                .formatted(Words.name(first.lock().relation()), place, waiting))
                .because(place, "this takes the lock, until the transaction ends")
                .safely("Move it into a migration of its own, so that the lock is given up before.", "");
    }
}
