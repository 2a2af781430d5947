package dev.greenlight.rule.checks;

import dev.greenlight.remedy.SafeForms;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class RefreshMaterializedViewBlocksReads implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.RefreshMaterializedView.class)
                .filter(refresh -> !refresh.concurrently() && change.isLive(refresh.view()))
                .map(refresh -> Observation.at(
                                refresh.span(), Words.name(refresh.view()) + ": reads wait while its query runs")
                        .lasting(change.effectOf(refresh))
                        .safely(SafeForms.refreshConcurrently(refresh.view())));
    }
}
