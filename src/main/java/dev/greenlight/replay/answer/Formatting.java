package dev.greenlight.replay.answer;

import dev.greenlight.postgres.Identifiers;
import dev.greenlight.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Functions that put SQL together (manual 9.4 and 9.4.1), each part with the place that it came from. */
final class Formatting {
    private final Rendering rendering;

    Formatting(Rendering rendering) {
        this.rendering = rendering;
    }

    Datum call(String function, List<Datum> arguments, Span span) {
        if (arguments.isEmpty()) {
            return new Datum.Unknown("what " + function + "() gives");
        }
        if (function.startsWith("quote_") && arguments.getFirst() instanceof Datum.Unknown unknown) {
            boolean name = function.equals("quote_ident");
            return Sketches.unknown(
                    unknown, List.of(name ? Sketches.of(unknown, span) : Sketches.literal(unknown, span)));
        }
        return switch (function) {
            case "concat" -> concat(arguments, new Datum.Text(List.of(), Datum.Kind.TEXT), span);
            case "concat_ws" -> concatWithSeparator(arguments, span);
            case "format" ->
                arguments.getFirst() instanceof Datum.Text format
                        ? format(format, arguments, span)
                        : or(arguments.getFirst());
            case "quote_nullable" -> literal(arguments.getFirst(), span);
            case "quote_literal" ->
                arguments.getFirst() instanceof Datum.Null none ? none : literal(arguments.getFirst(), span);
            default -> arguments.getFirst() instanceof Datum.Text text ? identifier(text) : or(arguments.getFirst());
        };
    }

    private static Datum or(Datum other) {
        return other instanceof Datum.Null || other instanceof Datum.Unknown
                ? other
                : new Datum.Unknown("what is no text", true);
    }

    private Datum concatWithSeparator(List<Datum> arguments, Span span) {
        return arguments.getFirst() instanceof Datum.Text separator
                ? concat(arguments.subList(1, arguments.size()), separator, span)
                : or(arguments.getFirst());
    }

    /** NULL is left out. */
    private Datum concat(List<Datum> arguments, Datum.Text separator, Span span) {
        List<Datum.Text> parts = new ArrayList<>();
        String unknown = null;
        for (Datum argument : arguments) {
            Datum text = rendering.output(argument, span);
            if (text instanceof Datum.Null) {
                continue;
            }
            unknown = text instanceof Datum.Unknown part && unknown == null ? part.reason() : unknown;
            if (!parts.isEmpty()) {
                parts.add(separator);
            }
            parts.add(Sketches.of(text, span));
        }
        Datum.Text all = Texts.join(parts);
        return unknown == null ? all : new Datum.Unknown(unknown, true, all);
    }

    private static Datum identifier(Datum.Text text) {
        return Texts.instead(text, Identifiers.quote(text.value()));
    }

    /** NULL is the word. */
    private Datum literal(Datum datum, Span span) {
        if (datum instanceof Datum.Null) {
            return Datum.Text.at(span, "NULL", Datum.Kind.TEXT);
        }
        if (!(rendering.cast(datum, span) instanceof Datum.Text text)) {
            return or(datum);
        }
        String value = text.value();
        String quoted = "'" + value.replace("'", "''").replace("\\", "\\\\") + "'";
        Datum.Text written =
                text.pieces().isEmpty() ? Datum.Text.at(span, quoted, Datum.Kind.TEXT) : Texts.instead(text, quoted);
        return value.indexOf('\\') < 0 ? written : Texts.instead(written, "E" + quoted);
    }

    private Datum format(Datum.Text format, List<Datum> arguments, Span span) {
        String value = format.value();
        List<Datum.Text> parts = new ArrayList<>();
        String unknown = null;
        int next = 1;
        int start = 0;
        for (int at = value.indexOf('%'); at >= 0; at = value.indexOf('%', start)) {
            parts.add(Texts.slice(format, start, at));
            FormatSpecifier specifier = FormatSpecifier.at(value, at);
            if (specifier.kind() == '%') {
                parts.add(Texts.slice(format, at, at + 1));
            } else {
                int position = specifier.position() == 0 ? next : specifier.position();
                next = position + 1;
                Datum part = position < arguments.size()
                        ? fill(specifier.kind(), arguments.get(position), span)
                        : new Datum.Unknown("too few arguments of format()", true);
                unknown = part instanceof Datum.Text || unknown != null ? unknown : reason(part);
                parts.add(
                        specifier.kind() == 'L' && !(part instanceof Datum.Text)
                                ? Sketches.literal(part, span)
                                : Sketches.of(part, span));
            }
            start = specifier.end();
        }
        parts.add(Texts.slice(format, start, value.length()));
        Datum.Text all = Texts.join(parts);
        return unknown == null ? all : new Datum.Unknown(unknown, true, all);
    }

    private static String reason(Datum datum) {
        return datum instanceof Datum.Unknown unknown ? unknown.reason() : "a NULL in format()";
    }

    private Datum fill(char kind, Datum argument, Span span) {
        if (kind == '?') {
            return new Datum.Unknown("the format of format()", true);
        }
        if (argument instanceof Datum.Null) {
            return switch (kind) {
                case 's' -> new Datum.Text(List.of(), Datum.Kind.TEXT);
                case 'L' -> literal(argument, span);
                default -> argument;
            };
        }
        Datum text = rendering.output(argument, span);
        return switch (kind) {
            case 'I' -> text instanceof Datum.Text name ? identifier(name) : text;
            case 'L' -> text instanceof Datum.Text ? literal(text, span) : text;
            default -> text;
        };
    }
}
