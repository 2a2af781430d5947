package dev.greenlight.replay.answer;

import dev.greenlight.postgres.Identifiers;
import dev.greenlight.source.Span;
import dev.greenlight.sql.TypeName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Casts between the types that conditions on a catalog use (manual 4.2.9). */
final class Conversion {
    private static final int MOST_DIGITS = 9;

    private final ObjectNames names;
    private final Rendering rendering;

    Conversion(ObjectNames names, Rendering rendering) {
        this.names = names;
        this.rendering = rendering;
    }

    Datum cast(Datum datum, TypeName type, Span span) {
        if (datum instanceof Datum.Null) {
            return datum;
        }
        if (datum instanceof Datum.Unknown unknown) {
            return unknown;
        }
        if (type.percentType() || type.setOf()) {
            return new Datum.Unknown("a cast to " + type.name());
        }
        return type.isArray() ? array(datum, type, span) : scalar(datum, type, span);
    }

    private Datum array(Datum datum, TypeName type, Span span) {
        Datum array = datum instanceof Datum.Text text
                        && text.kind() == Datum.Kind.LITERAL
                        && !text.pieces().isEmpty()
                ? ArrayText.parse(text)
                : datum;
        if (!(array instanceof Datum.Elements elements)) {
            return new Datum.Unknown("a cast to " + type.name() + "[]");
        }
        return new Datum.Elements(elements.elements().stream()
                .map(element -> element instanceof Datum.Null ? element : scalar(element, type, span))
                .toList());
    }

    private Datum scalar(Datum datum, TypeName type, Span span) {
        boolean modified = !type.modifiers().isEmpty();
        return switch (type.name().name()) {
            case "text", "character_data", "yes_or_no" -> rendering.cast(datum, span);
            case "varchar" -> modified ? unknown(type) : rendering.cast(datum, span);
            case "name", "sql_identifier" -> name(rendering.cast(datum, span));
            case "int2", "int4", "int8", "cardinal_number" -> integer(datum, type);
            case "numeric" -> modified ? unknown(type) : numeric(datum);
            case "bool" -> bool(datum);
            case "date" -> DateFormat.isDate(datum) ? rendering.cast(datum, span) : unknown(type);
            case "regclass" -> object(datum, Datum.Category.RELATION, span);
            case "regtype" -> object(datum, Datum.Category.TYPE, span);
            case "regnamespace" -> object(datum, Datum.Category.SCHEMA, span);
            case "regproc" -> object(datum, Datum.Category.ROUTINE, span);
            case "oid" -> datum instanceof Datum.Reference reference ? reference.printing(false) : number(datum, type);
            default -> unknown(type);
        };
    }

    private static Datum unknown(TypeName type) {
        return new Datum.Unknown("a cast to " + type.name().name());
    }

    private static Datum name(Datum datum) {
        return datum instanceof Datum.Text text
                ? new Datum.Text(
                        Texts.instead(text, Identifiers.truncate(text.value())).pieces(), Datum.Kind.NAME)
                : datum;
    }

    private static Datum bool(Datum datum) {
        return switch (datum) {
            case Datum.Truth truth -> truth;
            case Datum.Text text -> Logic.parse(text.value());
            case Datum.Number number
            when number.isIntegral() -> Logic.of(number.value().signum() != 0);
            default -> new Datum.Unknown("a cast to boolean");
        };
    }

    private Datum integer(Datum datum, TypeName type) {
        return switch (datum) {
            case Datum.Truth truth when type.name().name().equals("int4") -> Datum.Number.of(truth.value() ? 1 : 0);
            case Datum.Range range -> range;
            default -> number(datum, type);
        };
    }

    /** Halves go away from zero, as {@code numeric} rounds (manual 8.1.2). */
    private static Datum number(Datum datum, TypeName type) {
        return switch (datum) {
            case Datum.Number number -> small(number.value().setScale(0, RoundingMode.HALF_UP), type);
            case Datum.Text text ->
                wholeNumber(text.value()).map(value -> small(value, type)).orElseGet(() -> unknown(type));
            default -> unknown(type);
        };
    }

    private static Datum small(BigDecimal value, TypeName type) {
        boolean fits = value.precision() <= (type.name().name().equals("int2") ? 4 : MOST_DIGITS);
        return fits ? new Datum.Number(value, true) : unknown(type);
    }

    private static Datum numeric(Datum datum) {
        return switch (datum) {
            case Datum.Number number -> new Datum.Number(number.value(), false);
            case Datum.Text text ->
                wholeNumber(text.value())
                        .<Datum>map(value -> new Datum.Number(value, false))
                        .orElseGet(() -> new Datum.Unknown("a cast to numeric"));
            default -> new Datum.Unknown("a cast to numeric");
        };
    }

    /** What a text says that is a plain whole number of few digits. */
    static Optional<BigDecimal> wholeNumber(String text) {
        String digits = text.strip();
        String unsigned = digits.startsWith("-") ? digits.substring(1) : digits;
        boolean plain = !unsigned.isEmpty()
                && unsigned.length() <= MOST_DIGITS
                && unsigned.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    private Datum object(Datum datum, Datum.Category category, Span span) {
        if (datum instanceof Datum.Reference reference) {
            return reference.category() == category ? reference.printing(true) : new Datum.Unknown("another object");
        }
        if (!(datum instanceof Datum.Text text)) {
            return new Datum.Unknown("an oid");
        }
        Datum found = names.find(category, text.value());
        // Where the cast does not fail the object is there.
        return found instanceof Datum.Null ? new Datum.Unknown(text.value() + " does not exist", true) : found;
    }
}
