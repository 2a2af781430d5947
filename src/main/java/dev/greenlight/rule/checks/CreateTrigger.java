package dev.greenlight.rule.checks;

import dev.greenlight.catalog.Table;
import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class CreateTrigger implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.CreateAttachment.class)
                .filter(create -> create.attachment().type() == Table.Attachment.Type.TRIGGER)
                .filter(create -> change.isLive(create.relation()) && !isOld(change, create))
                .map(create -> Observation.at(
                        create.span(),
                        "%s: running code's writes run %s too from here on, and fail where it fails"
                                .formatted(
                                        Words.name(create.relation()),
                                        create.attachment().name())));
    }

    private static boolean isOld(Change change, ObjectOperation.CreateAttachment create) {
        return create.replaced()
                || MadeAgain.hasAttachment(change.beforeTransaction(), create.relation(), create.attachment());
    }
}
