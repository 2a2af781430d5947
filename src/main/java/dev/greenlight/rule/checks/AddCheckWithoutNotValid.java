package dev.greenlight.rule.checks;

import dev.greenlight.catalog.TableConstraint;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class AddCheckWithoutNotValid implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ConstraintOperation.AddConstraint.class)
                .filter(add -> add.constraint() instanceof TableConstraint.Check check && check.validated())
                .filter(add -> change.isLive(add.table()))
                .map(add -> Observation.at(
                                add.span(),
                                "%s: reads and writes wait while every row is checked for %s"
                                        .formatted(
                                                Words.name(add.table()),
                                                add.constraint().name()))
                        .lasting(change.effectOf(add))
                        .safely(SafeForms.notValid(
                                add.table(), add.constraint().name(), ConstraintText.of(change, add))));
    }
}
