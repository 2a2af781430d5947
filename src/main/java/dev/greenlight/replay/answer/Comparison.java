package dev.greenlight.replay.answer;

import dev.greenlight.postgres.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Compares values as the operators of their types do (manual 9.2). How texts are sorted depends on the collation of the
 * database, that of names does not (manual 23.2).
 */
final class Comparison {
    private static final Datum.Unknown COLLATION = new Datum.Unknown("how the database sorts texts", true);
    private static final Datum.Unknown UNLIKE = new Datum.Unknown("a comparison of unlike types", true);

    private Comparison() {}

    static Datum compare(String operator, Datum left, Datum right) {
        if (left instanceof Datum.Null || right instanceof Datum.Null) {
            return new Datum.Null();
        }
        if (left instanceof Datum.Unknown) {
            return new Datum.Unknown(reason(left));
        }
        if (right instanceof Datum.Unknown) {
            return new Datum.Unknown(reason(right));
        }
        Datum equal = equal(left, right);
        return switch (operator) {
            case "=" -> equal;
            case "<>" -> Logic.not(equal);
            default -> Logic.isTrue(equal) ? Logic.of(operator.endsWith("=")) : ordered(operator, left, right);
        };
    }

    private static String reason(Datum datum) {
        return datum instanceof Datum.Unknown unknown ? unknown.reason() : "";
    }

    /** {@code IS NOT DISTINCT FROM}. */
    static Datum same(Datum left, Datum right) {
        boolean leftNull = left instanceof Datum.Null;
        boolean rightNull = right instanceof Datum.Null;
        if (leftNull && rightNull) {
            return Logic.of(true);
        }
        if (leftNull || rightNull) {
            Datum other = leftNull ? right : left;
            return other instanceof Datum.Unknown unknown && !unknown.present() ? unknown : Logic.of(false);
        }
        return compare("=", left, right);
    }

    private static Datum equal(Datum left, Datum right) {
        return switch (left) {
            case Datum.Text a
            when right instanceof Datum.Text b -> Logic.of(key(a, b).equals(key(b, a)));
            case Datum.Truth a when right instanceof Datum.Truth b -> Logic.of(a.value() == b.value());
            case Datum.Reference a when right instanceof Datum.Reference b -> equal(a, b);
            case Datum.Elements a when right instanceof Datum.Elements b -> equal(a.elements(), b.elements());
            case Datum.Truth a when isLiteral(right) -> equal(a, Logic.truth(right));
            case Datum a when isLiteral(a) && right instanceof Datum.Truth -> equal(right, a);
            case Datum.Elements a when right instanceof Datum.Text b && isLiteral(b) -> equalParsed(a, b);
            case Datum.Reference a when isZero(right) -> Logic.of(false);
            case Datum.Number a when isZero(a) && right instanceof Datum.Reference -> Logic.of(false);
            default -> equalNumbers(left, right);
        };
    }

    private static boolean isZero(Datum datum) {
        return datum instanceof Datum.Number number && number.value().signum() == 0;
    }

    private static boolean isLiteral(Datum datum) {
        return datum instanceof Datum.Text text && text.kind() == Datum.Kind.LITERAL;
    }

    private static Datum equal(Datum.Reference left, Datum.Reference right) {
        return left.category() == right.category() ? Logic.of(left.isSame(right)) : UNLIKE;
    }

    private static Datum equalParsed(Datum.Elements left, Datum.Text right) {
        Datum parsed = ArrayText.parse(right);
        return parsed instanceof Datum.Elements elements ? equal(left.elements(), elements.elements()) : UNLIKE;
    }

    private static Datum equal(List<Datum> left, List<Datum> right) {
        if (left.size() != right.size()) {
            return Logic.of(false);
        }
        Datum all = Logic.of(true);
        for (int i = 0; i < left.size(); i++) {
            all = Logic.and(all, same(left.get(i), right.get(i)));
        }
        return all;
    }

    /** The text as it is when it is compared with the other: a constant takes the other's type. */
    private static String key(Datum.Text text, Datum.Text other) {
        if (text.kind() != Datum.Kind.LITERAL) {
            return text.value();
        }
        return switch (other.kind()) {
            case NAME -> Identifiers.truncate(text.value());
            case CHAR -> text.value().isEmpty() ? "" : text.value().substring(0, 1);
            case LITERAL, TEXT -> text.value();
        };
    }

    private static Datum equalNumbers(Datum left, Datum right) {
        Optional<Datum.Range> a = range(left);
        Optional<Datum.Range> b = range(right);
        if (a.isEmpty() || b.isEmpty()) {
            return UNLIKE;
        }
        if (isBefore(a.get(), b.get()) || isBefore(b.get(), a.get())) {
            return Logic.of(false);
        }
        return isPoint(a.get()) && isPoint(b.get()) ? Logic.of(true) : new Datum.Unknown("the exact number", true);
    }

    private static Datum ordered(String operator, Datum left, Datum right) {
        if (left instanceof Datum.Text a && right instanceof Datum.Text b) {
            boolean bytes = a.kind() == Datum.Kind.NAME && b.kind() != Datum.Kind.TEXT
                    || b.kind() == Datum.Kind.NAME && a.kind() != Datum.Kind.TEXT;
            return bytes ? Logic.of(isLess(key(a, b), key(b, a)) == operator.startsWith("<")) : COLLATION;
        }
        Optional<Datum.Range> a = range(left);
        Optional<Datum.Range> b = range(right);
        if (a.isEmpty() || b.isEmpty()) {
            return UNLIKE;
        }
        return switch (operator) {
            case "<" -> less(a.get(), b.get());
            case ">" -> less(b.get(), a.get());
            case "<=" -> Logic.not(less(b.get(), a.get()));
            default -> Logic.not(less(a.get(), b.get()));
        };
    }

    private static Datum less(Datum.Range left, Datum.Range right) {
        if (isBefore(left, right)) {
            return Logic.of(true);
        }
        boolean never = right.highest() != null && left.lowest().compareTo(right.highest()) >= 0;
        return never ? Logic.of(false) : new Datum.Unknown("the exact number", true);
    }

    /** The order of names: that of their bytes. */
    static boolean isLess(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8))
                < 0;
    }

    private static boolean isBefore(Datum.Range left, Datum.Range right) {
        return left.highest() != null && left.highest().compareTo(right.lowest()) < 0;
    }

    private static boolean isPoint(Datum.Range range) {
        return range.highest() != null && range.highest().compareTo(range.lowest()) == 0;
    }

    private static Optional<Datum.Range> range(Datum datum) {
        return switch (datum) {
            case Datum.Range range -> Optional.of(range);
            case Datum.Number number -> Optional.of(new Datum.Range(number.value(), number.value()));
            case Datum.Text text
            when text.kind() == Datum.Kind.LITERAL ->
                Conversion.wholeNumber(text.value()).map(value -> new Datum.Range(value, value));
            default -> Optional.empty();
        };
    }
}
