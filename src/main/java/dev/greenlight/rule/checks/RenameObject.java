package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.Operation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.Optional;
import java.util.stream.Stream;

/** Types, routines and schemas; relations and columns have rules of their own. */
final class RenameObject implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.step().operations().stream().flatMap(operation -> observe(change, operation).stream());
    }

    private static Optional<Observation> observe(Change change, Operation operation) {
        return switch (operation) {
            case ObjectOperation.RenameType rename
            when change.beforeTransaction().type(rename.type().name()).isPresent()
                    && change.afterTransaction().type(rename.type().name()).isEmpty() ->
                Optional.of(observe(rename, rename.type().name().display()));
            case ObjectOperation.RenameRoutine rename
            when !change.isNew(rename.routine().origin())
                    && change.afterTransaction()
                            .routines(rename.routine().name())
                            .isEmpty() ->
                Optional.of(observe(rename, rename.routine().name().display() + "()"));
            case ObjectOperation.RenameSchema rename
            when !change.isNew(rename.schema().origin())
                    && change.afterTransaction().schema(rename.schema().name()).isEmpty() ->
                Optional.of(observe(rename, rename.schema().name()));
            default -> Optional.empty();
        };
    }

    private static Observation observe(Operation rename, String name) {
        return Observation.at(rename.span(), name + ": running code that uses the old name fails at once")
                .safely("Make it under the new name too, let all code move over, then drop the old one.", "");
    }
}
