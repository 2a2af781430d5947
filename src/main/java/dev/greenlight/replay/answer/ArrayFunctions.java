package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Functions on arrays of one dimension (manual 9.19). */
final class ArrayFunctions {
    private final Rendering rendering;

    ArrayFunctions(Rendering rendering) {
        this.rendering = rendering;
    }

    Datum call(String function, List<Datum> arguments, Span span) {
        for (Datum argument : arguments) {
            if (argument instanceof Datum.Unknown unknown) {
                return new Datum.Unknown(unknown.reason());
            }
        }
        if (arguments.isEmpty()) {
            return unknown(function);
        }
        Datum first = arguments.getFirst();
        return switch (function) {
            case "array_to_string" -> first instanceof Datum.Null ? first : join(arguments, span);
            case "string_to_array" -> first instanceof Datum.Null ? first : split(arguments);
            case "array_append" -> append(arguments);
            default -> first instanceof Datum.Null ? first : measure(function, arguments);
        };
    }

    private static Datum unknown(String function) {
        return new Datum.Unknown("what " + function + "() gives");
    }

    private Datum join(List<Datum> arguments, Span span) {
        boolean fits = arguments.size() == 2
                && arguments.get(0) instanceof Datum.Elements
                && arguments.get(1) instanceof Datum.Text;
        if (!fits) {
            return unknown("array_to_string");
        }
        Datum.Text separator = (Datum.Text) arguments.get(1);
        List<Datum.Text> parts = new ArrayList<>();
        for (Datum element : ((Datum.Elements) arguments.get(0)).elements()) {
            if (element instanceof Datum.Null) {
                continue;
            }
            if (!(rendering.output(element, span) instanceof Datum.Text text)) {
                return unknown("array_to_string");
            }
            if (!parts.isEmpty()) {
                parts.add(separator);
            }
            parts.add(text);
        }
        return Texts.join(parts);
    }

    private static Datum split(List<Datum> arguments) {
        boolean fits = arguments.size() == 2
                && arguments.get(0) instanceof Datum.Text
                && arguments.get(1) instanceof Datum.Text by
                && !by.pieces().isEmpty();
        if (!fits) {
            return unknown("string_to_array");
        }
        Datum.Text text = (Datum.Text) arguments.get(0);
        String value = text.value();
        String by = ((Datum.Text) arguments.get(1)).value();
        List<Datum> elements = new ArrayList<>();
        int start = 0;
        for (int next = value.indexOf(by); next >= 0; next = value.indexOf(by, start)) {
            elements.add(Texts.slice(text, start, next));
            start = next + by.length();
        }
        if (!value.isEmpty()) {
            elements.add(Texts.slice(text, start, value.length()));
        }
        return new Datum.Elements(elements);
    }

    private static Datum append(List<Datum> arguments) {
        boolean fits = arguments.size() == 2
                && (arguments.get(0) instanceof Datum.Elements || arguments.get(0) instanceof Datum.Null);
        if (!fits) {
            return unknown("array_append");
        }
        List<Datum> all = new ArrayList<>();
        if (arguments.get(0) instanceof Datum.Elements elements) {
            all.addAll(elements.elements());
        }
        all.add(arguments.get(1));
        return new Datum.Elements(all);
    }

    /** An empty array has no dimension, and so no length of one. */
    private static Datum measure(String function, List<Datum> arguments) {
        if (!(arguments.getFirst() instanceof Datum.Elements array)) {
            return unknown(function);
        }
        int size = array.elements().size();
        boolean single = arguments.size() == 1;
        boolean first = arguments.size() == 2
                && arguments.get(1) instanceof Datum.Number dimension
                && dimension.value().intValue() == 1;
        return switch (function) {
            case "cardinality" -> single ? Datum.Number.of(size) : unknown(function);
            case "array_length", "array_upper" ->
                !first ? unknown(function) : size == 0 ? new Datum.Null() : Datum.Number.of(size);
            case "array_lower" -> !first ? unknown(function) : size == 0 ? new Datum.Null() : Datum.Number.of(1);
            case "array_position" -> position(array, arguments);
            default -> unknown(function);
        };
    }

    private static Datum position(Datum.Elements array, List<Datum> arguments) {
        if (arguments.size() != 2) {
            return unknown("array_position");
        }
        for (int i = 0; i < array.elements().size(); i++) {
            Datum same = Comparison.same(array.elements().get(i), arguments.get(1));
            if (same instanceof Datum.Unknown) {
                return same;
            }
            if (Logic.isTrue(same)) {
                return Datum.Number.of(i + 1L);
            }
        }
        return new Datum.Null();
    }
}
