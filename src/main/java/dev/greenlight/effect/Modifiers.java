package dev.greenlight.effect;

import dev.greenlight.postgres.DataType;
import java.util.List;

/**
 * What the numbers in a type's parentheses do to the values there are: which changes of them PostgreSQL knows to keep
 * all values as they are, and so makes in the catalog alone.
 */
final class Modifiers {
    private static final int MOST_FRACTIONAL_DIGITS = 6;

    private Modifiers() {}

    /** Whether the type takes any value of its kind, having no limit. */
    static boolean keepAll(DataType type) {
        return type.modifiers().isEmpty();
    }

    /** Whether every value of the first type is one of the second, which differs from it only in its modifiers. */
    static boolean widen(DataType from, DataType to) {
        if (from.modifiers().equals(to.modifiers())) {
            return true;
        }
        if (!from.isBuiltIn()) {
            return keepAll(to);
        }
        return switch (from.name().name()) {
            case "varchar", "varbit" -> atLeast(from, to);
            case "numeric" -> numeric(from.modifiers(), to.modifiers());
            case "timestamp", "timestamptz", "time", "timetz" -> fractionalDigits(from) <= fractionalDigits(to);
            case "interval" -> Intervals.widen(from.modifiers(), to.modifiers());
            // Without a length; every other is padded or cut row by row.
            case "bpchar" -> keepAll(to);
            default -> false;
        };
    }

    private static boolean atLeast(DataType from, DataType to) {
        return keepAll(to) || !keepAll(from) && number(from.modifiers(), 0) <= number(to.modifiers(), 0);
    }

    /** More digits before the point, and as many behind it. */
    private static boolean numeric(List<String> from, List<String> to) {
        if (to.isEmpty()) {
            return true;
        }
        return !from.isEmpty() && number(from, 1) == number(to, 1) && number(from, 0) <= number(to, 0);
    }

    /** Whether a timestamp of any precision is one of this type. */
    static boolean keepAllFractions(DataType type) {
        return fractionalDigits(type) >= MOST_FRACTIONAL_DIGITS;
    }

    private static int fractionalDigits(DataType type) {
        return keepAll(type) ? MOST_FRACTIONAL_DIGITS : number(type.modifiers(), 0);
    }

    /** A modifier as a number; one that is not written is 0, and one that is no number is beyond all. */
    private static int number(List<String> modifiers, int position) {
        if (position >= modifiers.size()) {
            return 0;
        }
        try {
            return Integer.parseInt(modifiers.get(position));
        } catch (NumberFormatException placeholder) {
            return Integer.MAX_VALUE;
        }
    }
}
