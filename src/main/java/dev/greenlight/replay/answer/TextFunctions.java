package dev.greenlight.replay.answer;

import dev.greenlight.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Functions on texts (manual 9.4) that give NULL for NULL. Counting is in characters, so only ASCII is followed. */
final class TextFunctions {
    private static final int LONGEST = 100_000;

    Datum call(String function, List<Datum> arguments, Span span) {
        for (Datum argument : arguments) {
            if (argument instanceof Datum.Null) {
                return argument;
            }
        }
        for (Datum argument : arguments) {
            if (argument instanceof Datum.Unknown unknown) {
                return new Datum.Unknown(unknown.reason());
            }
        }
        if (function.equals("to_char")) {
            return arguments.getFirst() instanceof Datum.Text ? DateFormat.write(arguments) : digits(arguments, span);
        }
        boolean fits = !arguments.isEmpty() && arguments.stream().allMatch(TextFunctions::isPlain);
        return fits ? plain(function, arguments) : unknown(function);
    }

    private static boolean isPlain(Datum argument) {
        return argument instanceof Datum.Number number
                        && number.isIntegral()
                        && number.value().abs().compareTo(BigDecimal.valueOf(LONGEST)) < 0
                || argument instanceof Datum.Text text && Patterns.isAscii(text.value());
    }

    private static Datum unknown(String function) {
        return new Datum.Unknown("what " + function + "() gives");
    }

    private static Datum plain(String function, List<Datum> arguments) {
        if (!(arguments.getFirst() instanceof Datum.Text text)) {
            return unknown(function);
        }
        return switch (arguments.size()) {
            case 1 -> one(function, text);
            case 2 -> two(function, text, arguments.get(1));
            case 3 -> three(function, text, arguments.get(1), arguments.get(2));
            default -> unknown(function);
        };
    }

    private static Datum one(String function, Datum.Text text) {
        String value = text.value();
        return switch (function) {
            case "lower" -> Texts.instead(text, value.toLowerCase(Locale.ROOT));
            case "upper" -> Texts.instead(text, value.toUpperCase(Locale.ROOT));
            case "btrim", "ltrim", "rtrim" -> trim(function, text, " ");
            case "length", "char_length", "character_length" -> Datum.Number.of(value.length());
            default -> unknown(function);
        };
    }

    private static Datum two(String function, Datum.Text text, Datum second) {
        if (second instanceof Datum.Number number) {
            return counted(function, text, number.value().intValue());
        }
        String other = second instanceof Datum.Text argument ? argument.value() : "";
        return switch (function) {
            case "btrim", "ltrim", "rtrim" -> trim(function, text, other);
            case "strpos" -> Datum.Number.of(text.value().indexOf(other) + 1L);
            case "starts_with" -> Logic.of(text.value().startsWith(other));
            default -> unknown(function);
        };
    }

    private static Datum counted(String function, Datum.Text text, int count) {
        int length = text.value().length();
        return switch (function) {
            case "left" -> Texts.slice(text, 0, count < 0 ? Math.max(0, length + count) : Math.min(count, length));
            case "right" ->
                Texts.slice(text, count < 0 ? Math.min(length, -count) : Math.max(0, length - count), length);
            case "substr", "substring" -> Texts.slice(text, Math.clamp(count - 1L, 0, length), length);
            case "repeat" -> repeat(text, count);
            default -> unknown(function);
        };
    }

    private static Datum repeat(Datum.Text text, int count) {
        boolean fits = (long) text.value().length() * Math.max(0, count) <= LONGEST;
        return fits ? Texts.instead(text, text.value().repeat(Math.max(0, count))) : unknown("repeat");
    }

    private static Datum three(String function, Datum.Text text, Datum second, Datum third) {
        return switch (function) {
            case "replace" ->
                second instanceof Datum.Text from && third instanceof Datum.Text to
                        ? replace(text, from.value(), to.value())
                        : unknown(function);
            case "substr", "substring" ->
                second instanceof Datum.Number from && third instanceof Datum.Number count
                        ? substring(
                                text, from.value().longValue(), count.value().longValue())
                        : unknown(function);
            case "split_part" ->
                second instanceof Datum.Text by && third instanceof Datum.Number field
                        ? part(text, by.value(), field.value().intValue())
                        : unknown(function);
            case "lpad" ->
                second instanceof Datum.Number length && third instanceof Datum.Text fill
                        ? pad(text, length.value().intValue(), fill.value())
                        : unknown(function);
            default -> unknown(function);
        };
    }

    private static Datum replace(Datum.Text text, String from, String to) {
        String value = from.isEmpty() ? text.value() : text.value().replace(from, to);
        return value.length() > LONGEST ? unknown("replace") : Texts.instead(text, value);
    }

    private static Datum substring(Datum.Text text, long from, long count) {
        int length = text.value().length();
        if (count < 0) {
            return unknown("substring");
        }
        int start = Math.clamp(from - 1, 0, length);
        return Texts.slice(text, start, Math.max(start, Math.clamp(from - 1 + count, 0, length)));
    }

    /** From the end where the field is negative, which versions below 14 refuse. */
    private static Datum part(Datum.Text text, String by, int field) {
        if (by.isEmpty() || field <= 0) {
            return unknown("split_part");
        }
        String value = text.value();
        int start = 0;
        for (int i = 1; i < field; i++) {
            int next = value.indexOf(by, start);
            if (next < 0) {
                return new Datum.Text(List.of(), Datum.Kind.TEXT);
            }
            start = next + by.length();
        }
        int end = value.indexOf(by, start);
        return Texts.slice(text, start, end < 0 ? value.length() : end);
    }

    private static Datum pad(Datum.Text text, int length, String fill) {
        String value = text.value();
        if (length <= value.length()) {
            return Texts.slice(text, 0, Math.max(0, length));
        }
        if (fill.isEmpty()) {
            return Texts.instead(text, value);
        }
        int missing = length - value.length();
        return Texts.instead(text, fill.repeat(missing / fill.length() + 1).substring(0, missing) + value);
    }

    private static Datum trim(String function, Datum.Text text, String characters) {
        String value = text.value();
        int start = 0;
        int end = value.length();
        while (!function.equals("rtrim") && start < end && characters.indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        while (!function.equals("ltrim") && end > start && characters.indexOf(value.charAt(end - 1)) >= 0) {
            end--;
        }
        return Texts.slice(text, start, end);
    }

    /** {@code to_char(7, 'FM00')}: so many digits at least (manual 9.8). */
    private static Datum digits(List<Datum> arguments, Span span) {
        boolean plain = arguments.size() == 2
                && arguments.get(0) instanceof Datum.Number number
                && number.isIntegral()
                && number.value().signum() >= 0
                && arguments.get(1) instanceof Datum.Text text
                && isZeros(text.value());
        if (!plain) {
            return unknown("to_char");
        }
        int places = ((Datum.Text) arguments.get(1)).value().length() - 2;
        String digits = ((Datum.Number) arguments.get(0)).value().toPlainString();
        return digits.length() > places
                ? unknown("to_char")
                : Datum.Text.at(span, "0".repeat(places - digits.length()) + digits, Datum.Kind.TEXT);
    }

    private static boolean isZeros(String format) {
        return format.length() > 2
                && format.startsWith("FM")
                && format.substring(2).chars().allMatch(c -> c == '0');
    }
}
