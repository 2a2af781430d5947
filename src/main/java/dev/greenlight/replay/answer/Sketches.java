package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import java.util.List;

/** Texts that are put together from what is known and what is not. */
final class Sketches {
    private Sketches() {}

    /** Whether a part of a text is known. */
    static boolean isPartly(Datum datum) {
        return datum instanceof Datum.Unknown unknown && unknown.sketch() != null;
    }

    /** A text, or a hole in its place. */
    static Datum.Text of(Datum datum, Span span) {
        return switch (datum) {
            case Datum.Text text -> text;
            case Datum.Unknown unknown when unknown.sketch() != null -> unknown.sketch();
            default -> Datum.Text.at(span, Datum.HOLE, Datum.Kind.TEXT);
        };
    }

    /** As {@link #of}, between the quotes of a constant. */
    static Datum.Text literal(Datum datum, Span span) {
        Datum.Text quote = Datum.Text.at(span, "'", Datum.Kind.TEXT);
        return Texts.join(List.of(quote, of(datum, span), quote));
    }

    static Datum.Unknown unknown(Datum reason, List<Datum.Text> parts) {
        String words = reason instanceof Datum.Unknown unknown ? unknown.reason() : "a part of a text";
        boolean present = reason instanceof Datum.Unknown unknown && unknown.present();
        return new Datum.Unknown(words, present, Texts.join(parts));
    }
}
