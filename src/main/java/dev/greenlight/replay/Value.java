package dev.greenlight.replay;

import dev.greenlight.replay.answer.Datum;
import dev.greenlight.source.Piece;
import dev.greenlight.source.Span;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression is worth when code runs, as far as constants and the catalog decide it. */
sealed interface Value {
    /**
     * It is known only when it runs.
     *
     * @param reason why, in a few words, such as {@code rows of orders}
     * @param sketch the text that it is, with {@link #HOLE} for each part that is not known; null where nothing is
     */
    record Unknown(String reason, @Nullable Text sketch) implements Value {
        Unknown(String reason) {
            this(reason, null);
        }
    }

    /** Stands in a sketch for what is known only when it runs. */
    String HOLE = Datum.HOLE;

    /** NULL. */
    record Null() implements Value {}

    record Truth(boolean value) implements Value {}

    record Number(BigDecimal value) implements Value {}

    /** A text of any type that is one, put together from pieces of the file that the code stands in. */
    record Text(List<Piece> pieces) implements Value {
        public Text {
            pieces = List.copyOf(pieces);
        }

        String value() {
            StringBuilder value = new StringBuilder();
            pieces.forEach(piece -> value.append(piece.text()));
            return value.toString();
        }
    }

    /** An array. */
    record Elements(List<Value> values) implements Value {
        public Elements {
            values = List.copyOf(values);
        }
    }

    /** A row, its fields by name in their order. */
    record Fields(Map<String, Value> values) implements Value {}

    /** The same, taken to another file, in which all of its text stands at one place. */
    default Value movedTo(Span place) {
        return switch (this) {
            case Unknown unknown ->
                new Unknown(unknown.reason(), unknown.sketch() == null ? null : text(unknown.sketch(), place));
            case Text text -> text(text, place);
            case Elements elements ->
                new Elements(elements.values().stream()
                        .map(value -> value.movedTo(place))
                        .toList());
            case Fields fields -> {
                Map<String, Value> moved = new LinkedHashMap<>();
                fields.values().forEach((name, value) -> moved.put(name, value.movedTo(place)));
                yield new Fields(moved);
            }
            case Null same -> same;
            case Truth same -> same;
            case Number same -> same;
        };
    }

    private static Text text(Text text, Span place) {
        return new Text(text.pieces().stream()
                .map(piece -> new Piece(piece.text(), place))
                .toList());
    }
}
