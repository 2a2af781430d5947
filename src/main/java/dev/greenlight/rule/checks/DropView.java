package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Relation;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.replay.TableOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.source.Span;
import java.util.stream.Stream;

final class DropView implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        Stream<Observation> views = change.operations(ObjectOperation.DropView.class)
                .filter(drop -> !drop.cascaded() && !MadeAgain.is(change, drop))
                .flatMap(drop -> observation(change, drop.view(), drop.span()));
        Stream<Observation> foreign = change.operations(TableOperation.DropTable.class)
                .filter(drop -> drop.table().isForeign() && !drop.cascaded() && !MadeAgain.is(change, drop))
                .flatMap(drop -> observation(change, drop.table(), drop.span()));
        return Stream.concat(views, foreign);
    }

    private static Stream<Observation> observation(Change change, Relation dropped, Span span) {
        return change.isLive(dropped)
                ? Stream.of(Observation.at(span, Words.name(dropped) + ": queries that name it fail at once")
                        .because(dropped.origin(), "it was made here")
                        .safely("Let a release that no longer names it run first.", ""))
                : Stream.empty();
    }
}
