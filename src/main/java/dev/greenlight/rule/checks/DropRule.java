package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class DropRule implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.DropAttachment.class)
                .filter(drop -> drop.attachment().type() == Table.Attachment.Type.RULE)
                .filter(drop -> !drop.cascaded() && change.isLive(drop.relation()) && !MadeAgain.is(change, drop))
                .map(drop -> Observation.at(
                                drop.span(),
                                "%s: statements on %s are no longer rewritten by it"
                                        .formatted(drop.attachment().name(), Words.name(drop.relation())))
                        .because(drop.attachment().origin(), "it was made here"));
    }
}
