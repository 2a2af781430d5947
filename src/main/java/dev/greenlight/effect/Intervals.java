package dev.greenlight.effect;

import java.util.List;

/** The fields and the precision of an interval (manual 8.5.4, Interval Input). */
final class Intervals {
    private static final List<String> FIELDS = List.of("second", "minute", "hour", "day", "month", "year");
    private static final int FINEST = 6;

    private Intervals() {}

    /** Whether every value with the first modifiers is one with the second ({@code interval_support}). */
    static boolean widen(List<String> from, List<String> to) {
        int finest = finestField(from);
        boolean seconds = finest == 0;
        return finestField(to) <= finest && (!seconds || precision(to) >= precision(from));
    }

    /** Counted from the second; that of {@code day to minute} is the minute. */
    private static int finestField(List<String> modifiers) {
        if (modifiers.isEmpty() || isNumber(modifiers.getFirst())) {
            return 0;
        }
        String fields = modifiers.getFirst();
        return Math.max(0, FIELDS.indexOf(fields.substring(fields.lastIndexOf(' ') + 1)));
    }

    private static int precision(List<String> modifiers) {
        if (modifiers.isEmpty() || !isNumber(modifiers.getLast())) {
            return FINEST;
        }
        return Math.min(FINEST, modifiers.getLast().charAt(0) - '0');
    }

    private static boolean isNumber(String modifier) {
        return modifier.matches("[0-9]+");
    }
}
