package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The operators that are reckoned: comparison, sums, texts and patterns. */
final class Operations {
    private final Rendering rendering;

    Operations(Rendering rendering) {
        this.rendering = rendering;
    }

    Datum apply(String operator, Datum left, Datum right, Span span) {
        return switch (operator) {
            case "=", "<>", "<", ">", "<=", ">=" -> Comparison.compare(operator, left, right);
            case "||" -> join(left, right, span);
            case "+", "-", "*", "/", "%" -> Arithmetic.apply(operator, left, right);
            case "~~" -> like(left, right, false);
            case "!~~" -> Logic.not(like(left, right, false));
            case "~~*" -> like(left, right, true);
            case "~" -> regular(left, right, false);
            case "!~" -> Logic.not(regular(left, right, false));
            case "~*" -> regular(left, right, true);
            case "!~*" -> Logic.not(regular(left, right, true));
            default -> new Datum.Unknown("the operator " + operator);
        };
    }

    private Datum join(Datum left, Datum right, Span span) {
        if (left instanceof Datum.Elements || right instanceof Datum.Elements) {
            return joinArrays(left, right);
        }
        if (left instanceof Datum.Null || right instanceof Datum.Null) {
            return new Datum.Null();
        }
        boolean some = isText(left) || isText(right);
        if (!some) {
            return new Datum.Unknown(left instanceof Datum.Unknown unknown ? unknown.reason() : "the operator ||");
        }
        Datum first = rendering.cast(left, span);
        Datum second = rendering.cast(right, span);
        if (first instanceof Datum.Text a && second instanceof Datum.Text b) {
            return Texts.join(List.of(a, b));
        }
        return Sketches.unknown(
                first instanceof Datum.Text ? second : first,
                List.of(Sketches.of(first, span), Sketches.of(second, span)));
    }

    /** Of a part at least. */
    private static boolean isText(Datum datum) {
        return datum instanceof Datum.Text || Sketches.isPartly(datum);
    }

    /** A constant in quotes beside an array is one itself. */
    private static Datum joinArrays(Datum left, Datum right) {
        List<Datum> all = new ArrayList<>();
        for (Datum part : List.of(left, right)) {
            switch (part) {
                case Datum.Elements elements -> all.addAll(elements.elements());
                case Datum.Number number -> all.add(number);
                case Datum.Text text when text.kind() != Datum.Kind.LITERAL -> all.add(text);
                default -> {
                    return new Datum.Unknown("an array that is joined");
                }
            }
        }
        return new Datum.Elements(all);
    }

    Datum like(Datum text, Datum pattern, boolean anyCase) {
        return match(text, pattern, (a, b) -> Patterns.like(a, b, anyCase));
    }

    private static Datum regular(Datum text, Datum pattern, boolean anyCase) {
        return match(text, pattern, (a, b) -> Patterns.regular(a, b, anyCase));
    }

    private interface Matching {
        Datum match(String text, String pattern);
    }

    private static Datum match(Datum text, Datum pattern, Matching matching) {
        if (text instanceof Datum.Null || pattern instanceof Datum.Null) {
            return new Datum.Null();
        }
        if (text instanceof Datum.Unknown || pattern instanceof Datum.Unknown) {
            Datum.Unknown unknown = (Datum.Unknown) (text instanceof Datum.Unknown ? text : pattern);
            return new Datum.Unknown(unknown.reason());
        }
        return text instanceof Datum.Text value && pattern instanceof Datum.Text form
                ? matching.match(value.value(), form.value())
                : new Datum.Unknown("a pattern");
    }
}
