package dev.greenlight.replay.answer;

import dev.greenlight.postgres.QualifiedName;
import dev.greenlight.source.Piece;
import dev.greenlight.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of SQL with as much of its type as decides what operators do with it. */
public sealed interface Datum {
    /**
     * Known only when it runs.
     *
     * @param present whether it is certainly not NULL
     * @param sketch the text that it is, with {@link #HOLE} for each part that is not known; null where nothing is
     */
    record Unknown(String reason, boolean present, @Nullable Text sketch) implements Datum {
        Unknown(String reason) {
            this(reason, false);
        }

        Unknown(String reason, boolean present) {
            this(reason, present, null);
        }
    }

    /** Stands in a sketch for what is known only when it runs: an ellipsis, which SQL takes for a name. */
    String HOLE = "\u2026";

    record Null() implements Datum {}

    record Truth(boolean value) implements Datum {}

    /** @param whole whether its type is certainly an integer's, which divides otherwise than {@code numeric} does */
    record Number(BigDecimal value, boolean whole) implements Datum {
        /** Whether it may be of an integer's type. */
        boolean isIntegral() {
            return value.scale() <= 0;
        }

        static Number of(long value) {
            return new Number(BigDecimal.valueOf(value), true);
        }
    }

    /** An integer that is known to lie between two; there is no highest where that is null. */
    record Range(BigDecimal lowest, @Nullable BigDecimal highest) implements Datum {}

    /** A text, put together from pieces of the code's file. */
    record Text(List<Piece> pieces, Kind kind) implements Datum {
        public Text {
            pieces = List.copyOf(pieces);
        }

        /** One that stands for itself at one place. */
        static Text at(Span span, String value, Kind kind) {
            return new Text(value.isEmpty() ? List.of() : List.of(new Piece(value, span)), kind);
        }

        /** One of the catalog, which gets its place from the name that it is asked by. */
        static Text of(String value, Kind kind) {
            return at(new Span(0, 0), value, kind);
        }

        public String value() {
            StringBuilder value = new StringBuilder();
            pieces.forEach(piece -> value.append(piece.text()));
            return value.toString();
        }
    }

    /** What PostgreSQL takes a text for. */
    enum Kind {
        /** A constant in quotes, which takes the type of what it is compared with. */
        LITERAL,
        TEXT,
        /** {@code name}, cut to 63 bytes and sorted by bytes. */
        NAME,
        /** {@code "char"}, of one byte. */
        CHAR
    }

    record Elements(List<Datum> elements) implements Datum {
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    record Fields(Map<String, Datum> fields) implements Datum {}

    /**
     * An object of the database, known by its oid in PostgreSQL (manual 8.19) and by {@code key} here.
     *
     * @param printed whether its type prints it as its name, as {@code regclass} does
     */
    record Reference(Category category, String key, QualifiedName name, boolean printed) implements Datum {
        boolean isSame(Reference other) {
            return category == other.category && key.equals(other.key);
        }

        Reference printing(boolean value) {
            return new Reference(category, key, name, value);
        }
    }

    /** The catalogs whose oids are told apart. */
    enum Category {
        RELATION,
        SCHEMA,
        TYPE,
        ROUTINE,
        CONSTRAINT,
        TRIGGER,
        POLICY,
        EXTENSION,
        /** The database itself, whose name is not known but is the same everywhere. */
        DATABASE
    }
}
