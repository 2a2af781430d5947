package dev.greenlight.replay.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Sums and products (manual 9.3); integers that leave the range of their type are not followed. */
final class Arithmetic {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final int MOST_DIGITS = 100;

    private Arithmetic() {}

    static Datum apply(String operator, Datum left, Datum right) {
        if (left instanceof Datum.Unknown || right instanceof Datum.Unknown) {
            return left instanceof Datum.Unknown ? left : right;
        }
        if (left instanceof Datum.Null || right instanceof Datum.Null) {
            return new Datum.Null();
        }
        Optional<Datum.Number> a = number(left);
        Optional<Datum.Number> b = number(right);
        boolean numbers = left instanceof Datum.Number || right instanceof Datum.Number;
        return numbers && a.isPresent() && b.isPresent()
                ? apply(operator, a.get(), b.get())
                : new Datum.Unknown("the operator " + operator);
    }

    private static Optional<Datum.Number> number(Datum datum) {
        return switch (datum) {
            case Datum.Number number -> Optional.of(number);
            case Datum.Text text
            when text.kind() == Datum.Kind.LITERAL ->
                Conversion.wholeNumber(text.value()).map(value -> new Datum.Number(value, true));
            default -> Optional.empty();
        };
    }

    private static Datum apply(String operator, Datum.Number left, Datum.Number right) {
        boolean whole = left.whole() && right.whole();
        BigDecimal a = left.value();
        BigDecimal b = right.value();
        return switch (operator) {
            case "+" -> result(a.add(b), whole);
            case "-" -> result(a.subtract(b), whole);
            case "*" -> result(a.multiply(b), whole);
            case "/" -> divides(whole, b) ? result(a.divide(b, 0, RoundingMode.DOWN), true) : inexact();
            case "%" -> divides(left.isIntegral() && right.isIntegral(), b) ? result(a.remainder(b), whole) : inexact();
            default -> new Datum.Unknown("the operator " + operator);
        };
    }

    private static boolean divides(boolean numbers, BigDecimal by) {
        return numbers && by.signum() != 0;
    }

    private static Datum inexact() {
        return new Datum.Unknown("a quotient");
    }

    private static Datum result(BigDecimal value, boolean whole) {
        boolean fits = whole ? value.abs().compareTo(LARGEST) <= 0 : value.precision() <= MOST_DIGITS;
        return fits ? new Datum.Number(value, whole) : new Datum.Unknown("a large number");
    }
}
