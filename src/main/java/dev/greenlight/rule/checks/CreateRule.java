package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class CreateRule implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.CreateAttachment.class)
                .filter(create -> create.attachment().type() == Table.Attachment.Type.RULE && !create.replaced())
                .filter(create -> change.isLive(create.relation()))
                .map(create -> Observation.at(
                        create.span(),
                        "%s: running code's statements are rewritten by %s from here on"
                                .formatted(
                                        Words.name(create.relation()),
                                        create.attachment().name())));
    }
}
