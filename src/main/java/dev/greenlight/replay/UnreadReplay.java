package dev.greenlight.replay;

import dev.greenlight.source.Span;
import dev.greenlight.sql.Unread;

/** Passes over text that is no known statement. What it names may exist from then on, or be gone. */
final class UnreadReplay {
    private static final int MOST_LOOKED_AT = 100_000;

    private UnreadReplay() {}

    static void apply(Unread unread, Execution execution) {
        execution.notRead();
        switch (unread) {
            case Unread.MetaCommand ignored -> {}
            case Unread.Unparsed unparsed -> doubt(unparsed.span(), execution);
            case Unread.BeyondLimit beyond when beyond.several() -> execution.doubt(Definition.anything());
            case Unread.BeyondLimit beyond -> doubt(beginning(beyond.span()), execution);
            case Unread.Template template -> doubt(template.span(), execution);
        }
    }

    /** What it is about stands at the beginning; the whole may be more than fits into memory. */
    private static Span beginning(Span span) {
        return new Span(span.start(), Math.min(span.end(), span.start() + MOST_LOOKED_AT));
    }

    /** Also for a statement that was read but whose effects are known only when it runs. */
    static void doubt(Span span, Execution execution) {
        execution.doubt(Definition.ofUnread(DoubtReader.significant(execution.text(span))));
    }
}
