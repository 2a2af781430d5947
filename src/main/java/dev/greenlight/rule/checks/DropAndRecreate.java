package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Relation;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.replay.IndexOperation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.Optional;
import java.util.stream.Stream;

final class DropAndRecreate implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().operations().stream()
                .filter(operation -> MadeAgain.is(change, operation))
                .flatMap(operation -> observe(change, operation).stream());
    }

    private static Optional<Observation> observe(Change change, Operation operation) {
        return switch (operation) {
            case ObjectOperation.DropView gone
            when !gone.cascaded() && change.isLive(gone.view()) -> Optional.of(forgets(gone, Words.name(gone.view())));
            case ObjectOperation.DropRoutine gone
            when !gone.cascaded() && !change.isNew(gone.routine().origin()) ->
                Optional.of(forgets(gone, gone.routine().name().display() + "()"));
            case ObjectOperation.DropSequence gone
            when !gone.cascaded() && change.isLive(gone.sequence()) ->
                Optional.of(Observation.at(gone.span(), Words.name(gone.sequence()) + ": made again, it begins anew"));
            case ObjectOperation.DropType gone
            when !gone.cascaded() && !change.isNew(gone.type().origin()) ->
                Optional.of(forgets(gone, gone.type().name().display()));
            case ObjectOperation.DropAttachment gone
            when !gone.cascaded() && change.isLive(gone.relation()) ->
                Optional.of(locks(gone, gone.attachment().name(), gone.relation()));
            case ConstraintOperation.DropConstraint gone
            when !gone.cascaded() && change.isLive(gone.table()) ->
                Optional.of(locks(gone, gone.constraint().name(), gone.table()));
            case IndexOperation.DropIndex gone
            when !gone.cascaded() && gone.table() != null && change.isLive(gone.table()) ->
                Optional.of(locks(gone, Words.name(gone.index()), gone.table()));
            default -> Optional.empty();
        };
    }

    private static Observation forgets(Operation gone, String name) {
        return Observation.at(
                        gone.span(), name + ": made again in the same transaction, without the privileges that it had")
                .safely("Change it in place, with CREATE OR REPLACE or ALTER, or grant them again.", "");
    }

    private static Observation locks(Operation gone, String name, Relation relation) {
        return Observation.at(
                gone.span(),
                "%s: made again in the same transaction, while reads and writes of %s wait"
                        .formatted(name, Words.name(relation)));
    }
}
