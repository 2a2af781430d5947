package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Values as texts. A boolean is {@code true} where it is cast, but {@code t} where its type's output function writes
 * it, as {@code format} and {@code concat} have it.
 */
final class Rendering {
    private final ObjectNames names;

    Rendering(ObjectNames names) {
        this.names = names;
    }

    /** The text of a cast, or a value that is no text. */
    Datum cast(Datum datum, Span span) {
        return datum instanceof Datum.Truth truth
                ? Datum.Text.at(span, truth.value() ? "true" : "false", Datum.Kind.TEXT)
                : output(datum, span);
    }

    /** The text that a type's output function gives, or a value that is no text. */
    Datum output(Datum datum, Span span) {
        return switch (datum) {
            case Datum.Unknown unknown -> unknown;
            case Datum.Null none -> none;
            case Datum.Text text -> new Datum.Text(text.pieces(), Datum.Kind.TEXT);
            case Datum.Truth truth -> Datum.Text.at(span, truth.value() ? "t" : "f", Datum.Kind.TEXT);
            case Datum.Number number -> Datum.Text.at(span, number.value().toPlainString(), Datum.Kind.TEXT);
            case Datum.Range range -> new Datum.Unknown("the exact number", true);
            case Datum.Elements elements -> elements(elements, span);
            case Datum.Fields fields -> new Datum.Unknown("a row as a text", true);
            case Datum.Reference reference -> reference(reference, span);
        };
    }

    private Datum elements(Datum.Elements array, Span span) {
        List<String> texts = new ArrayList<>();
        for (Datum element : array.elements()) {
            if (!(output(element, span) instanceof Datum.Text text)) {
                return new Datum.Unknown("an array as a text", true);
            }
            texts.add(text.value());
        }
        return Datum.Text.at(span, ArrayText.write(texts), Datum.Kind.TEXT);
    }

    private Datum reference(Datum.Reference reference, Span span) {
        return reference.printed()
                ? Datum.Text.at(span, names.printed(reference), Datum.Kind.TEXT)
                : new Datum.Unknown("an oid as a text", true);
    }
}
