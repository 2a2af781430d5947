package dev.greenlight.rule.checks;

import dev.greenlight.replay.ObjectOperation;
import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import java.util.stream.Stream;

final class RenameEnumValue implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.operations(ObjectOperation.RenameEnumValue.class)
                .filter(rename -> !change.isNew(rename.type().origin()))
                .map(rename -> Observation.at(
                                rename.span(),
                                "%s: running code that writes or compares '%s' fails at once"
                                        .formatted(rename.type().name().display(), rename.label()))
                        .safely(
                                "Add the new value, let code write it, and change the rows that have the old one in"
                                        + " batches.",
                                ""));
    }
}
