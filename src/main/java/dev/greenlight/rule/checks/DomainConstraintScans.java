package dev.greenlight.rule.checks;

import dev.greenlight.effect.Work;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class DomainConstraintScans implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.ChangeDomain.class)
                .filter(operation -> operation.users().stream().anyMatch(change::isLive))
                .filter(operation -> change.effectOf(operation).work() == Work.SCAN)
                .map(operation -> Observation.at(
                                operation.span(),
                                "%s: writes to %s wait while every row is checked"
                                        .formatted(operation.type().name().display(), users(change, operation)))
                        .lasting(change.effectOf(operation))
                        .safely("Add the constraint NOT VALID, which looks at no row that is there.", ""));
    }

    private static String users(Change change, ObjectOperation.ChangeDomain operation) {
        return operation.users().stream()
                .filter(change::isLive)
                .map(Words::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
