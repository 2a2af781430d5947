package dev.greenlight.rule.checks;

import dev.greenlight.effect.Work;
import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ColumnOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class SetNotNullScans implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ColumnOperation.SetNotNull.class)
                .filter(set -> change.isLive(set.table()) && !set.column().notNull())
                .filter(set -> change.effectOf(set).work() == Work.SCAN)
                .map(set -> Observation.at(
                                set.span(),
                                Words.name(set.table())
                                        + ": reads and writes wait while every row is looked at for a NULL in "
                                        + set.column().name())
                        .lasting(change.effectOf(set))
                        .safely(SafeForms.setNotNull(set.table(), set.column().name())));
    }
}
