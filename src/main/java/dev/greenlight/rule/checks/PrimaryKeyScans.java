package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Column;
import dev.greenlight.replay.ConstraintOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class PrimaryKeyScans implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ConstraintOperation.AddConstraint.class)
                .filter(add -> add.usingIndex() && !add.becomesNotNull().isEmpty() && change.isLive(add.table()))
                .map(add -> Observation.at(
                                add.span(),
                                "%s: reads and writes wait while every row is looked at for a NULL in %s"
                                        .formatted(Words.name(add.table()), columns(add)))
                        .lasting(change.effectOf(add))
                        .safely("Let validated checks prove the columns NOT NULL first.", ""));
    }

    private static String columns(ConstraintOperation.AddConstraint add) {
        return add.becomesNotNull().stream()
                .flatMap(number -> add.table().column(number).stream())
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }
}
