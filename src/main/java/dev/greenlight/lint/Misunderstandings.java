package dev.greenlight.lint;

import dev.greenlight.catalog.Origin;
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
            default -> Optional.empty();
        };
    }

    private static String line(Judged judged, Span at, String message) {
        return new Origin(judged.step().file(), at) + ": not understood: " + message;
    }
}
