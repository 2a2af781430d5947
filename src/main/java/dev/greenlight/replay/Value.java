package dev.greenlight.replay;

import dev.greenlight.replay.answer.Datum;
import dev.greenlight.source.Piece;
import java.math.BigDecimal;
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
}
