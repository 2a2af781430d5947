package dev.greenlight.rule.checks;

import dev.greenlight.rule.Change;
import dev.greenlight.rule.Observation;
import dev.greenlight.rule.Rule;
import dev.greenlight.sql.Unread;
import dev.greenlight.sql.hint.Diagnosis;
import java.util.stream.Stream;

/** A statement that does not parse, unless a placeholder decides or it is beyond what Greenlight reads. */
final class SyntaxError implements Rule {
    @Override
    public Stream<Observation> check(Change change) {
        return change.statement() instanceof Unread.Unparsed unparsed
                ? Stream.of(Observation.at(unparsed.at(), message(change, unparsed)))
                : Stream.empty();
    }

    private static String message(Change change, Unread.Unparsed unparsed) {
        return Diagnosis.of(
                change.step().entry().text(), unparsed, change.step().file());
    }
}
