package dev.greenlight.lint;

import dev.greenlight.catalog.Origin;
import dev.greenlight.replay.Outcome;
import dev.greenlight.rule.Judged;
import dev.greenlight.source.Span;
import dev.greenlight.sql.Unread;
import java.util.Optional;

/** Says of a statement that was not understood where and why, in one line. */
final class Misunderstandings {
    private Misunderstandings() {}

    static Optional<String> note(Judged judged) {
        return switch (judged.step().statement()) {
            case Unread.BeyondLimit beyond -> Optional.of(line(judged, beyond.at(), beyond.message()));
            case Unread.Template template ->
                Optional.of(line(judged, template.at(), "the placeholder " + template.placeholder() + " decides"));
            default -> notFollowed(judged);
        };
    }

    /** Only what may do something to others is worth a line: of code that cannot be followed it is not known. */
    private static Optional<String> notFollowed(Judged judged) {
        return judged.isNotUnderstood() && judged.step().outcome() instanceof Outcome.Opaque opaque
                ? Optional.of(new Origin(
                                judged.step().file(), judged.step().statement().span()) + ": not followed: "
                        + opaque.reason())
                : Optional.empty();
    }

    private static String line(Judged judged, Span at, String message) {
        return new Origin(judged.step().file(), at) + ": not understood: " + message;
    }
}
