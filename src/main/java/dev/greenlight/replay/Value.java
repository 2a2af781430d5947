package dev.greenlight.replay;

import dev.greenlight.source.Piece;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** What an expression is worth when code runs, as far as constants and the catalog decide it. */
sealed interface Value {
    /** It is known only when it runs; {@code reason} says why in a few words, such as {@code rows of orders}. */
    record Unknown(String reason) implements Value {}

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
