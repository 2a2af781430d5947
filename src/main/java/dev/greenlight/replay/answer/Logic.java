package dev.greenlight.replay.answer;

import java.util.Locale;

/** SQL's three truth values (manual 9.1), and the fourth: that it is known only when it runs. */
final class Logic {
    private Logic() {}

    static Datum of(boolean value) {
        return new Datum.Truth(value);
    }

    static boolean isTrue(Datum datum) {
        return datum instanceof Datum.Truth truth && truth.value();
    }

    /** Whether a row is left out that has this for its condition. */
    static boolean isFalseOrNull(Datum datum) {
        return datum instanceof Datum.Null || datum instanceof Datum.Truth truth && !truth.value();
    }

    /** A condition: a constant in quotes is one too. */
    static Datum truth(Datum datum) {
        return switch (datum) {
            case Datum.Truth truth -> truth;
            case Datum.Null none -> none;
            case Datum.Unknown unknown -> unknown;
            case Datum.Text text -> literal(text);
            case Datum.Number number -> new Datum.Unknown("a number for a condition");
            case Datum.Range range -> new Datum.Unknown("a number for a condition");
            case Datum.Elements elements -> new Datum.Unknown("an array for a condition");
            case Datum.Fields fields -> new Datum.Unknown("a row for a condition");
            case Datum.Reference reference -> new Datum.Unknown("an object for a condition");
        };
    }

    private static Datum literal(Datum.Text text) {
        return text.kind() == Datum.Kind.LITERAL ? parse(text.value()) : new Datum.Unknown("a text for a condition");
    }

    /** What {@code boolean} reads (manual 8.6). */
    static Datum parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "t", "true", "y", "yes", "on", "1" -> of(true);
            case "f", "false", "n", "no", "off", "0" -> of(false);
            default -> new Datum.Unknown("what is no boolean");
        };
    }

    static Datum not(Datum datum) {
        return datum instanceof Datum.Truth truth ? of(!truth.value()) : datum;
    }

    static Datum and(Datum left, Datum right) {
        return join(left, right, false);
    }

    static Datum or(Datum left, Datum right) {
        return join(left, right, true);
    }

    /** @param deciding the value that decides, whatever the other is */
    private static Datum join(Datum left, Datum right, boolean deciding) {
        Datum decided = of(deciding);
        if (left.equals(decided) || right.equals(decided)) {
            return decided;
        }
        if (left instanceof Datum.Unknown || right instanceof Datum.Unknown) {
            return left instanceof Datum.Unknown ? left : right;
        }
        return left instanceof Datum.Null ? left : right;
    }
}
